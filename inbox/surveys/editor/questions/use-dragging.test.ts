import { expect, test } from 'vitest';
import { placeAt } from './use-dragging.ts';

const items = [
  { top: 0, bottom: 100 },
  { top: 100, bottom: 400 },
  { top: 400, bottom: 500 },
];

test.each([
  [0, 240, 0],
  [0, 260, 1],
  [0, 460, 2],
  [2, 260, 2],
  [2, 240, 1],
  [2, 40, 0],
  [1, 250, 1],
])('the item at %i, dragged to %i px, belongs at %i', (from, y, place) => {
  expect(placeAt(items, from, y)).toBe(place);
});
