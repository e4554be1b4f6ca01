/** From and to of one opening on one day, "09:00" to "18:00", as wall clock of the time zone. */
export type Span = readonly [from: string, to: string];
export type Day = readonly Span[];
/** When the team answers. Seven days from Monday; a day without spans is closed. */
export type BusinessHours = { timeZone: string; week: readonly Day[] };

export type SpanProblem = 'span_empty' | 'span_backwards' | 'span_overlaps';

const clock = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Monday to Friday from nine to six. */
export const usualHours = (timeZone: string): BusinessHours => ({
  timeZone,
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [['09:00', '18:00'] as const] : [])),
});

/** Business hours as the column holds them; null where there are none or they cannot be read. */
export function readHours(json: unknown): BusinessHours | null {
  if (typeof json !== 'object' || json === null) return null;
  const timeZone: unknown = Reflect.get(json, 'timeZone');
  const week: unknown = Reflect.get(json, 'week');
  if (typeof timeZone !== 'string' || !Array.isArray(week) || week.length !== 7) return null;
  const days: readonly unknown[] = week;
  const read = days.map((day) => (Array.isArray(day) && day.every(isSpan) ? day : null));
  return read.includes(null) ? null : { timeZone, week: read.filter((day) => day !== null) };
}

function isSpan(value: unknown): value is Span {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');
}

/** What is wrong with the span at `place` of its day; the later one of two that overlap. */
export function problemOf(day: Day, place: number): SpanProblem | null {
  const span = day[place];
  if (!span || !clock.test(span[0]) || !clock.test(span[1])) return 'span_empty';
  const [from, to] = span;
  if (from >= to) return 'span_backwards';
  const others = day.slice(0, place);
  return others.some((other) => other[0] < to && from < other[1]) ? 'span_overlaps' : null;
}

export const hasProblem = (hours: BusinessHours): boolean =>
  hours.week.some((day) => day.some((_, place) => problemOf(day, place) !== null));

/** Each day's spans in their order, as they are stored. */
export const inOrder = (hours: BusinessHours): BusinessHours => ({
  ...hours,
  week: hours.week.map((day) => day.toSorted((one, other) => (one[0] < other[0] ? -1 : 1))),
});

/** `day` with one more span: after the last one where there is room, else an empty one to fill in. */
export function withSpan(day: Day): Day {
  if (day.length === 0) return [['09:00', '18:00']];
  const end =
    day
      .map((span) => span[1])
      .sort()
      .at(-1) ?? '';
  const hour = Number(end.slice(0, 2));
  if (!clock.test(end) || hour > 21) return [...day, ['', '']];
  const at = (hours: number) => `${String(hours).padStart(2, '0')}:00`;
  return [...day, [at(hour + 1), at(Math.min(hour + 5, 23))]];
}

/** What an end reads in a field that knows no 24:00, and back: midnight as an end is the end of the day. */
export const endShown = (end: string): string => (end === '24:00' ? '00:00' : end);
export const endMeant = (shown: string): string => (shown === '00:00' ? '24:00' : shown);

/** The week's days in words, from Monday. */
export function dayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format((day + 4) * 86_400_000));
}

/** Every time zone this browser knows, and `chosen` where it is another. */
export function timeZones(chosen: string): string[] {
  return [...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')])].sort();
}
