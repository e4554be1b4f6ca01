import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cursor, Page } from './keyset.ts';
import type { Failure, Result } from './result.ts';

export type Pages<Row> = {
  rows: readonly Row[];
  state: 'loading' | 'more' | 'ready' | 'failed';
  failure: Failure | null;
  /** Whether there is more to load. */
  more: boolean;
  loadMore: () => void;
  retry: () => void;
  change: (edit: (rows: readonly Row[]) => readonly Row[]) => void;
};

/** A list that grows page by page; begins anew when `inputs` change. `retry` goes on where it failed. */
export function usePages<Row>(
  read: (cursor: Cursor | null) => Promise<Result<Page<Row>>>,
  inputs: readonly unknown[],
): Pages<Row> {
  type Held = {
    rows: readonly Row[];
    next: Cursor | null;
    state: Pages<Row>['state'];
    failure: Failure | null;
  };
  const empty: Held = { rows: [], next: null, state: 'loading', failure: null };
  const [held, setHeld] = useState<Held>(empty);
  const turn = useRef(0);
  const busy = useRef(false);

  const ask = async (cursor: Cursor | null) => {
    const mine = ++turn.current;
    busy.current = true;
    setHeld((now) => (cursor ? { ...now, state: 'more', failure: null } : empty));
    const result = await read(cursor);
    if (mine !== turn.current) return;
    busy.current = false;
    setHeld((now) =>
      result.ok
        ? {
            rows: cursor ? [...now.rows, ...result.value.rows] : result.value.rows,
            next: result.value.next,
            state: 'ready',
            failure: null,
          }
        : { ...now, state: 'failed', failure: result.failure },
    );
  };
  useEffect(() => {
    void ask(null);
    return () => void turn.current++;
  }, inputs);

  return {
    rows: held.rows,
    state: held.state,
    failure: held.failure,
    more: held.next !== null,
    loadMore: () => {
      if (held.next && !busy.current) void ask(held.next);
    },
    retry: () => void ask(held.next),
    change: (edit) => setHeld((now) => ({ ...now, rows: edit(now.rows) })),
  };
}
