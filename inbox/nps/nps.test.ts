import { expect, test } from 'vitest';
import { everyMonth, linePath, type Month, place, yearOfMonths } from './chart.ts';

const month = (name: string, nps: number): Month => ({
  month: name,
  promoters: 1,
  passives: 1,
  detractors: 1,
  nps,
});

test('a month without answers keeps its place and breaks the line', () => {
  const points = place(
    [month('2026-11-01', 100), month('2027-01-01', -100), month('2027-02-01', 0)],
    400,
    200,
  );
  expect(points.map((point) => point.month)).toEqual([
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
    '2027-02-01',
  ]);
  expect(points.map((point) => point.x)).toEqual([50, 150, 250, 350]);
  expect(linePath(points)).toBe('M50.0 0.0M250.0 200.0L350.0 100.0');
});

test('no answers make no chart', () => {
  expect(everyMonth([])).toEqual([]);
  expect(linePath([])).toBe('');
});

test('a year of months ends with the present one', () => {
  expect(yearOfMonths(Date.parse('2026-11-22T12:00:00Z'))).toBe('2025-12-01T00:00:00.000Z');
});
