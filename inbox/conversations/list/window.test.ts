import { expect, test } from 'vitest';
import { heldScroll, visibleRows } from './window.ts';

test('of ten thousand rows only those in sight and a few more are drawn', () => {
  expect(visibleRows(0, 700, 70, 10_000)).toEqual({ first: 0, end: 16 });
  expect(visibleRows(70_000, 700, 70, 10_000)).toEqual({ first: 994, end: 1016 });
  expect(visibleRows(0, 700, 70, 3)).toEqual({ first: 0, end: 3 });
  expect(visibleRows(9999, 700, 70, 0)).toEqual({ first: 0, end: 0 });
});

const rows = (ids: string) => [...ids].map((id) => ({ id }));

test('new rows above do not move what is being read', () => {
  expect(heldScroll(rows('cdef'), rows('abcdef'), 150, 100)).toBe(350);
});

test('at the top new rows come into sight', () => {
  expect(heldScroll(rows('cd'), rows('abcd'), 0, 100)).toBe(0);
});

test('when the row at the edge went, the next one that is left is held', () => {
  expect(heldScroll(rows('abcd'), rows('acd'), 100, 100)).toBe(0);
});
