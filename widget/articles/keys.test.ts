import { expect, test } from 'vitest';
import { nextByKey } from './keys.ts';

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 2, 2],
  ['ArrowUp', 2, 1],
  ['ArrowUp', 0, 'text'],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['Enter', 1, null],
] as const)('%s on article %i of three leads to %s', (key, at, to) => {
  expect(nextByKey(key, at, 3)).toBe(to);
});
