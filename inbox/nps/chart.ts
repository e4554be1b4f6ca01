/** One month's answers; `month` is its first day (YYYY-MM-DD). */
export type Month = { month: string; promoters: number; passives: number; detractors: number; nps: number };
export type Point = { month: string; x: number; y: number; value: Month | null };

/** The first day (UTC) of the month eleven months before `now` (ms): twelve months with the present one. */
export function yearOfMonths(now: number): string {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 11, 1)).toISOString();
}

/** Every month from the first to the last, also those in which nobody answered. */
export function everyMonth(months: readonly Month[]): { month: string; value: Month | null }[] {
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return [];
  const known = new Map(months.map((month) => [month.month.slice(0, 7), month]));
  const all: { month: string; value: Month | null }[] = [];
  const date = new Date(`${first.month.slice(0, 7)}-01T00:00:00Z`);
  while (date.toISOString().slice(0, 7) <= last.month.slice(0, 7)) {
    const month = date.toISOString().slice(0, 10);
    all.push({ month, value: known.get(month.slice(0, 7)) ?? null });
    date.setUTCMonth(date.getUTCMonth() + 1);
  }
  return all;
}

/** Places months evenly over `width` and scores from -100 (foot) to 100 (top) over `height`, in SVG units. */
export function place(months: readonly Month[], width: number, height: number): Point[] {
  const all = everyMonth(months);
  const step = width / Math.max(all.length, 1);
  return all.map(({ month, value }, index) => ({
    month,
    value,
    x: step * (index + 0.5),
    y: scoreY(value?.nps ?? 0, height),
  }));
}

/** The height at which a score stands. */
export function scoreY(score: number, height: number): number {
  return ((100 - score) / 200) * height;
}

/** The line through the months, broken where a month has no answers. */
export function linePath(points: readonly Point[]): string {
  let path = '';
  let drawing = false;
  for (const { x, y, value } of points) {
    if (value) path += `${drawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    drawing = value !== null;
  }
  return path;
}
