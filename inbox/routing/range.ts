/** How far back a screen of figures looks; `all`: to the beginning. */
export type TimeRange = '30d' | '90d' | '12m' | 'all';

/** Every range, in the order in which they are offered. */
export const ranges: readonly TimeRange[] = ['30d', '90d', '12m', 'all'];

/** When a range begins as seen from `now` (ms), as an ISO time; null for all time. */
export function rangeStart(range: TimeRange, now: number): string | null {
  if (range === 'all') return null;
  const start = new Date(now);
  if (range === '12m') start.setUTCFullYear(start.getUTCFullYear() - 1);
  else start.setUTCDate(start.getUTCDate() - (range === '30d' ? 30 : 90));
  return start.toISOString();
}
