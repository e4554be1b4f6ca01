import type { Team } from '../../../shared/domain/team.ts';

/** What a visitor is told of when to expect an answer: a phrase of the conversations' catalogue and what fills it. */
export type Expectation =
  | { phrase: 'away' }
  | { phrase: 'backToday' | 'backTomorrow'; time: string }
  | { phrase: 'backOn'; day: string; time: string }
  | { phrase: 'replyMoments' }
  | { phrase: 'replyMinutes' | 'replyHours' | 'replyDays'; count: number };

/**
 * When to expect an answer, as seen at `now` (ms since the epoch) by somebody who reads `language`; null where
 * nothing is known. Times are in his time zone: the browser's, or `timeZone`.
 */
export function expectation(
  { away, backAt, replyMinutes }: Pick<Team, 'away' | 'backAt' | 'replyMinutes'>,
  now: number,
  language: string,
  timeZone?: string,
): Expectation | null {
  const back = backAt === null ? Number.NaN : Date.parse(backAt);
  if (away && back > now) return backAgain(back, now, language, timeZone);
  if (away) return { phrase: 'away' };
  if (replyMinutes === null) return null;
  if (replyMinutes <= 5) return { phrase: 'replyMoments' };
  // Never sooner than it is: rounded up, to steps a person would name.
  if (replyMinutes <= 55) return { phrase: 'replyMinutes', count: Math.ceil(replyMinutes / 5) * 5 };
  const hours = Math.ceil(replyMinutes / 60);
  if (hours <= 23) return { phrase: 'replyHours', count: hours };
  return { phrase: 'replyDays', count: Math.ceil(hours / 24) };
}

function backAgain(back: number, now: number, language: string, timeZone: string | undefined): Expectation {
  const zone = timeZone === undefined ? {} : { timeZone };
  const written = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...style, ...zone }).format(back);
  const time = written({ timeStyle: 'short' });
  const days = dayOf(back, zone) - dayOf(now, zone);
  if (days <= 0) return { phrase: 'backToday', time };
  if (days === 1) return { phrase: 'backTomorrow', time };
  return {
    phrase: 'backOn',
    day: written(days < 7 ? { weekday: 'long' } : { weekday: 'long', month: 'long', day: 'numeric' }),
    time,
  };
}

/** The calendar day of a moment in a time zone, counted from 1970-01-01. */
function dayOf(at: number, zone: { timeZone?: string }): number {
  const parts = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    ...zone,
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000;
}
