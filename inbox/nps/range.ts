import type { NpsRange } from '../routing/route.ts';

export const ranges: readonly NpsRange[] = ['30d', '90d', '12m', 'all'];

/** When a range begins as seen from `now` (ms), as an ISO time; null for all time. */
export function rangeStart(range: NpsRange, now: number): string | null {
  if (range === 'all') return null;
  const start = new Date(now);
  if (range === '12m') start.setUTCFullYear(start.getUTCFullYear() - 1);
  else start.setUTCDate(start.getUTCDate() - (range === '30d' ? 30 : 90));
  return start.toISOString();
}

/** The first day (UTC) of the month eleven months before: twelve months with the present one. */
export function yearOfMonths(now: number): string {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 11, 1)).toISOString();
}
