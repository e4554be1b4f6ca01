import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../app/panel.ts';
import { call } from '../client/call.ts';
import { poll } from './poll.ts';

/** What the server said last. `missing`: it knows no such thing of this visitor's. */
export type Polled<Data> =
  | { state: 'loading' }
  | { state: 'there'; data: Data }
  | { state: 'missing' }
  | { state: 'failed' };

/**
 * Asks for `path` now and again while the panel is open. What came once stays when a later look fails.
 * `merge` joins what was known with what came; the very same object means that nothing is new.
 */
export function usePolled<Data>(
  path: string,
  merge: (before: Data | null, now: Data) => Data,
  /** Another value looks again at once. */
  turn = 0,
): Polled<Data> {
  const { core, open } = usePanel();
  const [polled, setPolled] = useState<Polled<Data>>({ state: 'loading' });
  const known = useRef<Data | null>(null);

  useEffect(() => {
    if (!open) return;
    const end = new AbortController();
    poll(async () => {
      const answer = await call(core, path, { signal: end.signal }).catch(() => null);
      if (end.signal.aborted) return 'same';
      if (answer?.ok) {
        const merged = merge(known.current, await answer.json());
        if (merged === known.current) return 'same';
        known.current = merged;
        setPolled({ state: 'there', data: merged });
        return 'new';
      }
      const missing = answer?.status === 401 || answer?.status === 404;
      if (missing) setPolled({ state: 'missing' });
      else if (known.current === null) setPolled({ state: 'failed' });
      return missing ? 'same' : 'failed';
    }, end.signal);
    return () => end.abort();
  }, [core, open, path, turn]);

  return polled;
}
