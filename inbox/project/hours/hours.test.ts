import { expect, test } from 'vitest';
import {
  type BusinessHours,
  type Day,
  dayNames,
  endMeant,
  endShown,
  hasProblem,
  inOrder,
  problemOf,
  readHours,
  usualHours,
  withSpan,
} from './hours.ts';

const withMonday = (day: Day): BusinessHours => ({
  timeZone: 'Europe/Vienna',
  week: [day, [], [], [], [], [], []],
});

test('what the column holds is read back as it was written', () => {
  const hours = usualHours('Asia/Shanghai');
  expect(readHours(JSON.parse(JSON.stringify(hours)))).toEqual(hours);
});

test('hours that nobody can follow count as none', () => {
  for (const odd of [null, 'always', {}, { timeZone: 'UTC', week: [[]] }, { timeZone: 7, week: [] }])
    expect(readHours(odd)).toBeNull();
  const week: unknown[] = usualHours('UTC').week.slice(1);
  expect(readHours({ timeZone: 'UTC', week: [[['09:00']], ...week] })).toBeNull();
});

test('an end before its start, a missing time and two that overlap are found where they stand', () => {
  expect(problemOf([['09:00', '12:00']], 0)).toBeNull();
  expect(problemOf([['12:00', '09:00']], 0)).toBe('span_backwards');
  expect(problemOf([['09:00', '']], 0)).toBe('span_empty');
  const lunch: Day = [
    ['09:00', '12:00'],
    ['12:00', '18:00'],
    ['11:30', '13:00'],
  ];
  expect([0, 1, 2].map((place) => problemOf(lunch, place))).toEqual([null, null, 'span_overlaps']);
  expect(hasProblem(withMonday(lunch))).toBe(true);
  expect(hasProblem(withMonday(lunch.slice(0, 2)))).toBe(false);
});

test('openings are stored in the order of the day', () => {
  const late: Day = [
    ['14:00', '18:00'],
    ['09:00', '12:00'],
  ];
  expect(inOrder(withMonday(late)).week[0]).toEqual(late.toReversed());
});

test('another opening begins after the last one, and is empty where the day has no room', () => {
  expect(withSpan([])).toEqual([['09:00', '18:00']]);
  expect(withSpan([['09:00', '12:00']])[1]).toEqual(['13:00', '17:00']);
  expect(problemOf(withSpan([['09:00', '20:00']]), 1)).toBeNull();
  expect(withSpan([['09:00', '24:00']])[1]).toEqual(['', '']);
});

test('midnight as an end is the end of the day', () => {
  expect(endMeant('00:00')).toBe('24:00');
  expect(endShown('24:00')).toBe('00:00');
  expect(problemOf([['18:00', endMeant('00:00')]], 0)).toBeNull();
});

test('the week begins on Monday in every language', () => {
  expect(dayNames('en').at(0)).toBe('Monday');
  expect(dayNames('zh-CN').at(6)).toBe('星期日');
});
