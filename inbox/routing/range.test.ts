import { expect, test } from 'vitest';
import { rangeStart } from './range.ts';

test('ranges begin where their names say', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(rangeStart('30d', now)).toBe('2026-10-23T12:00:00.000Z');
  expect(rangeStart('12m', now)).toBe('2025-11-22T12:00:00.000Z');
  expect(rangeStart('all', now)).toBeNull();
});
