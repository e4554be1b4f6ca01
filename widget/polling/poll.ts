import { afterVisible } from '../loader/after-visible.ts';

/** Time between two looks while somebody reads, in ms: shortest, and longest when nothing comes or nothing works. */
export const shortest = 5000;
export const longest = 30_000;

/**
 * The wait after a look: short again once something new came, a little longer each time nothing did, twice as
 * long when the server did not answer.
 */
export function nextWait(before: number, found: 'new' | 'same' | 'failed'): number {
  if (found === 'new') return shortest;
  return Math.min(longest, Math.round(before * (found === 'failed' ? 2 : 1.2)));
}

/** Calls `look` now and again and again while the page can be seen, until `signal` ends. */
export function poll(look: () => Promise<'new' | 'same' | 'failed'>, signal: AbortSignal): void {
  let wait = shortest;
  const round = async () => {
    const found = await look().catch(() => 'failed' as const);
    if (signal.aborted) return;
    wait = nextWait(wait, found);
    afterVisible(wait, round, signal);
  };
  void round();
}
