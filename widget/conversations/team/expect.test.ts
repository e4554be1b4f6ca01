import { expect, test } from 'vitest';
import { expectation } from './expect.ts';

/** A Sunday evening in Shanghai, and noon of it in London. */
const now = Date.parse('2026-11-22T12:00:00Z');
const there = { away: false, backAt: null, replyMinutes: null };
const away = (backAt: string | null) => ({ away: true, backAt, replyMinutes: 30 });

test.each([
  [1, { phrase: 'replyMoments' }],
  [6, { phrase: 'replyMinutes', count: 10 }],
  [55, { phrase: 'replyMinutes', count: 55 }],
  [56, { phrase: 'replyHours', count: 1 }],
  [61, { phrase: 'replyHours', count: 2 }],
  [23 * 60, { phrase: 'replyHours', count: 23 }],
  [23 * 60 + 1, { phrase: 'replyDays', count: 1 }],
  [25 * 60, { phrase: 'replyDays', count: 2 }],
])('who usually answers after %i minutes is never said to be quicker', (replyMinutes, told) => {
  expect(expectation({ ...there, replyMinutes }, now, 'en', 'UTC')).toEqual(told);
});

test('of a team that never answered nothing is promised', () => {
  expect(expectation(there, now, 'en', 'UTC')).toBeNull();
});

test.each([
  ['2026-11-22T18:00:00Z', 'Europe/London', { phrase: 'backToday', time: '6:00 PM' }],
  // The same moment, in the visitor's own day.
  ['2026-11-22T18:00:00Z', 'Asia/Shanghai', { phrase: 'backTomorrow', time: '2:00 AM' }],
  ['2026-11-25T01:00:00Z', 'Asia/Shanghai', { phrase: 'backOn', day: 'Wednesday', time: '9:00 AM' }],
  ['2026-12-01T09:00:00Z', 'UTC', { phrase: 'backOn', day: 'Tuesday, December 1', time: '9:00 AM' }],
])('back at %s, read in %s', (backAt, timeZone, told) => {
  // Between hour and half of the day stands a space that does not break.
  const said = JSON.stringify(expectation(away(backAt), now, 'en', timeZone)).replace(/\s/g, ' ');
  expect(JSON.parse(said)).toEqual(told);
});

test('a week on is named by its date: the same weekday would be today', () => {
  const told = expectation(away('2026-11-29T12:00:00Z'), now, 'zh-CN', 'UTC');
  expect(told).toEqual({ phrase: 'backOn', day: '11月29日星期日', time: '12:00' });
});

test('a day and a half on, over the change of the clocks, is the day after tomorrow', () => {
  const late = Date.parse('2027-03-13T04:30:00Z');
  const told = expectation(away('2027-03-14T13:00:00Z'), late, 'en', 'America/New_York');
  expect(told).toMatchObject({ phrase: 'backOn', day: 'Sunday' });
});

test('a return that is past or unknown is not promised', () => {
  expect(expectation(away(null), now, 'en', 'UTC')).toEqual({ phrase: 'away' });
  expect(expectation(away('2026-11-22T11:00:00Z'), now, 'en', 'UTC')).toEqual({ phrase: 'away' });
});
