import { expect, test } from 'vitest';
import { placeByKey } from './keys.ts';

test('arrows go along the scale and stop at its ends', () => {
  expect(placeByKey('ArrowRight', 3, 11, false)).toBe(4);
  expect(placeByKey('ArrowRight', 10, 11, false)).toBe(10);
  expect(placeByKey('ArrowLeft', 0, 11, false)).toBe(0);
  expect(placeByKey('ArrowDown', 0, 3, false)).toBe(1);
  expect(placeByKey('End', 2, 11, false)).toBe(10);
  expect(placeByKey('Home', 2, 11, false)).toBe(0);
  expect(placeByKey('Tab', 2, 11, false)).toBeNull();
});

test('from right to left the arrows follow what is seen', () => {
  expect(placeByKey('ArrowLeft', 3, 11, true)).toBe(4);
  expect(placeByKey('ArrowRight', 3, 11, true)).toBe(2);
  expect(placeByKey('ArrowDown', 3, 11, true)).toBe(4);
});
