import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../messages/ask.ts';
import { listen } from '../messages/changes.ts';
import type { Status } from '../messages/protocol.ts';

export type KnownStatus = {
  /** Null until the worker has answered. */
  status: Status | null;
  /** The worker could not be asked. */
  failed: boolean;
  refresh: () => Promise<void>;
};

/** What the worker says of sign-in and queue, asked anew whenever it tells of a change. */
export function useStatus(): KnownStatus {
  const [status, setStatus] = useState<Status | null>(null);
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(async () => {
    const answer = await ask('status', null);
    setFailed(!answer.ok);
    if (answer.ok) setStatus(answer.value);
  }, []);
  useEffect(() => {
    void refresh();
    return listen((change) => {
      if (change === 'status') void refresh();
    });
  }, []);
  return { status, failed, refresh };
}
