import { expect, test } from 'vitest';
import { dateTime, parseTime, relativeTime } from './time.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const ago = (seconds: number) => now - seconds * 1000;

test.each([
  [0, 'now', '刚刚'],
  [59, 'now', '刚刚'],
  [60, '1 min. ago', '1分钟前'],
  [3 * 3600, '3 hr. ago', '3小时前'],
  [86_400, 'yesterday', '昨天'],
  [8 * 86_400, 'last wk.', '上周'],
  [70 * 86_400, '2 mo. ago', '2个月前'],
])('%s seconds ago', (seconds, english, chinese) => {
  expect(relativeTime('en', ago(seconds), now)).toBe(english);
  expect(relativeTime('zh-CN', ago(seconds), now)).toBe(chinese);
});

test.each([
  '2026-11-22T12:00:00Z',
  '2026-11-22 12:00:00+00',
  '2026-11-22 20:00:00+08:00',
  '2026-11-22 12:00:00.000+00',
])('the server time %s is understood', (text) => {
  expect(parseTime(text)).toBe(now);
});

test('a date is written out to the minute', () => {
  expect(dateTime('en', now)).toMatch(/Nov 22, 2026.*\d\d? ?.?M$/);
  expect(dateTime('zh-CN', now)).toMatch(/^2026年11月22日 \d\d:\d\d$/);
});
