import { expect, test } from 'vitest';
import { nextWait, reading } from './poll.ts';

const { shortest, longest } = reading;
const after = (found: 'new' | 'same' | 'failed', times: number) =>
  Array.from({ length: times }).reduce<number>((wait) => nextWait(wait, found, reading), shortest);

test('something new makes the next look soon', () => {
  expect(nextWait(longest, 'new', reading)).toBe(shortest);
});
test('quiet makes the looks rarer, slowly', () => {
  expect(after('same', 1)).toBeLessThan(shortest * 1.5);
  expect(after('same', 30)).toBe(longest);
});
test('a server in trouble is asked half as often each time', () => {
  expect(after('failed', 1)).toBe(shortest * 2);
  expect(after('failed', 10)).toBe(longest);
});
