import { expect, test } from 'vitest';
import { searchFor } from './trigger.ts';

test.each([
  ['', null],
  ['退', null],
  ['退款', '退款'],
  ['退 款', '退 款'],
  ['ab', null],
  ['a b c', null],
  ['pdf', 'pdf'],
  ['退pdf', '退pdf'],
  ['退ab', null],
  ['  how   do I\nexport? ', 'how do I export?'],
])('"%s" searches for %s', (text, query) => expect(searchFor(text)).toBe(query));

test('no more than the server takes is searched for', () => {
  expect(searchFor('word '.repeat(100))?.length).toBeLessThanOrEqual(200);
});
