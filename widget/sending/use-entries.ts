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

/**
 * What this visitor has in the outbox, oldest first, as it changes. What somebody else wrote who used this browser
 * before him goes in that one's name and is not shown.
 */
export function useEntries(wanted = true): readonly Sent[] {
  const { core } = usePanel();
  const sender = useSender(wanted);
  const [entries, setEntries] = useState<readonly Sent[]>([]);
  useEffect(() => sender?.subscribe(setEntries), [sender]);
  const visitor = core.store.get('visitor');
  return entries.filter((entry) => entry.state === 'sent' || !entry.visitor || entry.visitor === visitor);
}
