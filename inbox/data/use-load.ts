import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from './result.ts';

export type Load<Value> =
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure }
  | { state: 'ready'; value: Value };

/**
 * Reads once for each set of `inputs`. `refresh` reads again and keeps what is shown until the answer is there;
 * `retry` begins anew; `change` puts in what is already known. An answer that comes after the inputs changed is
 * dropped.
 */
export function useLoad<Value>(read: () => Promise<Result<Value>>, inputs: readonly unknown[]) {
  const [load, setLoad] = useState<Load<Value>>({ state: 'loading' });
  const turn = useRef(0);
  const latest = useRef(read);
  latest.current = read;

  const start = async (quiet: boolean) => {
    const mine = ++turn.current;
    if (!quiet) setLoad({ state: 'loading' });
    const result = await latest.current();
    if (mine !== turn.current) return;
    if (result.ok) setLoad({ state: 'ready', value: result.value });
    // What could be read before stays in sight; the line about the connection tells the rest.
    else
      setLoad((now) => (quiet && now.state === 'ready' ? now : { state: 'failed', failure: result.failure }));
  };
  useEffect(() => {
    void start(false);
    return () => void turn.current++;
  }, inputs);

  return {
    load,
    retry: () => void start(false),
    refresh: () => start(true),
    change: (edit: (value: Value) => Value) =>
      setLoad((now) => (now.state === 'ready' ? { state: 'ready', value: edit(now.value) } : now)),
  };
}
