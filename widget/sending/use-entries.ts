import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../app/panel.ts';
import { openSender, type Sender, type Sent } from './open.ts';

/** The sender once it is there; it is not fetched before it is `wanted`. */
export function useSender(wanted = true): Sender | null {
  const { core } = usePanel();
  const [sender, setSender] = useState<Sender | null>(null);
  useEffect(() => {
    if (wanted) openSender(core).then(setSender, core.report);
  }, [core, wanted]);
  return sender;
}

/** What lies in the outbox, oldest first, as it changes. */
export function useEntries(wanted = true): readonly Sent[] {
  const sender = useSender(wanted);
  const [entries, setEntries] = useState<readonly Sent[]>([]);
  useEffect(() => sender?.subscribe(setEntries), [sender]);
  return entries;
}
