import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../app/panel.ts';
import { call } from '../client/call.ts';
import { poll, reading } from './poll.ts';

/** What the server said last. `missing`: it knows no such thing of this visitor's. */
export type Polled<Data> =
  | { state: 'loading' }
  /** `stale`: the last look failed, so there may be something newer. */
  | { state: 'there'; data: Data; stale: boolean }
  | { state: 'missing' }
  | Failed;

/** Nothing ever came. It is tried again by itself. */
export interface Failed {
  readonly state: 'failed';
  /** What was asked for by `again` is under way. */
  readonly trying: boolean;
  /** Tries now. How that ends is another state, or this one as a new object. */
  again(): void;
}

const awaited = ({ state }: Polled<unknown>) => state === 'loading' || state === 'failed';

/**
 * Asks for `path` now and again while the panel is open. What came once stays when a later look fails; it goes when
 * the visitor has become somebody else. `merge` joins what was known with what came; the very same object means that
 * nothing is new.
 */
export function usePolled<Data>(
  path: string,
  merge: (before: Data | null, now: Data) => Data,
  /** Another value looks again at once. */
  turn = 0,
): Polled<Data> {
  const { core, open } = usePanel();
  const [polled, setPolled] = useState<Polled<Data>>({ state: 'loading' });
  const [visitor, setVisitor] = useState(0);
  const known = useRef<Data | null>(null);

  useEffect(() => {
    const end = new AbortController();
    const changed = (who: 'same' | 'other') => {
      if (who === 'other') {
        known.current = null;
        setPolled({ state: 'loading' });
      }
      setVisitor((before) => before + 1);
    };
    core.session().then((session) => session.onVisitor(changed, end.signal), core.report);
    return () => end.abort();
  }, [core]);

  useEffect(() => {
    if (!open) return;
    const end = new AbortController();
    const isOffline = () => navigator.onLine === false;
    const failed = (trying: boolean): Failed => ({ state: 'failed', trying, again });
    const again = () => {
      setPolled(failed(!isOffline()));
      lookNow();
    };
    // Then nothing is asked, and what never came is not on its way either.
    if (isOffline()) setPolled((before) => (awaited(before) ? failed(false) : before));
    const lookNow = poll(
      async () => {
        const answer = await call(core, path, { signal: end.signal }).catch(() => null);
        if (end.signal.aborted) return 'same';
        if (answer?.ok) {
          const merged = merge(known.current, await answer.json());
          if (end.signal.aborted) return 'same';
          const same = merged === known.current;
          known.current = merged;
          setPolled((before) =>
            same && before.state === 'there' && !before.stale
              ? before
              : { state: 'there', data: merged, stale: false },
          );
          return same ? 'same' : 'new';
        }
        const missing = answer?.status === 401 || answer?.status === 404;
        if (missing) setPolled({ state: 'missing' });
        else if (known.current === null) setPolled(failed(false));
        else setPolled({ state: 'there', data: known.current, stale: true });
        return missing ? 'same' : 'failed';
      },
      end.signal,
      reading,
    );
    return () => end.abort();
  }, [core, open, path, turn, visitor]);

  return polled;
}
