/** Time between two looks in ms: after something new, and at most. */
export interface Pace {
  readonly shortest: number;
  readonly longest: number;
}

/** While somebody reads. */
export const reading: Pace = { shortest: 5000, longest: 30_000 };
/** While the panel is closed. */
export const waiting: Pace = { shortest: 60_000, longest: 300_000 };

export type Found = 'new' | 'same' | 'failed';

/**
 * The wait after a look: short again once something new came, a little longer each time nothing did, twice as
 * long when the server did not answer.
 */
export function nextWait(before: number, found: Found, { shortest, longest }: Pace): number {
  if (found === 'new') return shortest;
  return Math.min(longest, Math.round(before * (found === 'failed' ? 2 : 1.2)));
}

/**
 * Calls `look` now and again and again until `signal` ends, one at a time. A page that is hidden, frozen or offline
 * is left alone; seen again, back from the browser's history or online again, it looks at once unless it just did.
 *
 * @returns what makes it look now
 */
export function poll(look: () => Promise<Found>, signal: AbortSignal, pace: Pace): () => void {
  let wait = pace.shortest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let looking = false;

  const after = (ms: number) => {
    clearTimeout(timer);
    if (!signal.aborted && !document.hidden) timer = setTimeout(round, ms);
  };
  const round = async () => {
    if (looking) return;
    if (navigator.onLine === false) {
      wait = pace.shortest;
      return;
    }
    looking = true;
    last = Date.now();
    const found = await look().catch(() => 'failed' as const);
    looking = false;
    wait = nextWait(wait, found, pace);
    after(wait);
  };
  /** What went on meanwhile is seen at once, but whoever switches to and fro does not ask each time. */
  const wake = () => {
    if (!looking) after(Math.max(0, Math.min(last + wait, last + reading.shortest) - Date.now()));
  };
  document.addEventListener('visibilitychange', wake, { signal });
  addEventListener('online', wake, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && wake(), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  after(0);
  return () => after(0);
}
