const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago `at` was as seen from `now` (both in ms since the epoch): "3 hours ago", "3小时前"; under a minute "now", "刚刚". */
export function relativeTime(language: string, at: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const seconds = Math.round((at - now) / 1000);
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  // What Intl has for Chinese, 现在, is what nobody says of something that has happened.
  return language.startsWith('zh') ? '刚刚' : format.format(0, 'second');
}

/** Date and time to the minute in the reader's time zone. */
export function dateTime(language: string, at: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The server's times, also where the `T` between date and time or the minutes of the zone are missing. */
export function parseTime(text: string): number {
  return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}
