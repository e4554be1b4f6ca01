import { expect, test } from 'vitest';
import { followUp } from './follow-up.ts';

const reference = 'This follows Problem 12.';

test('an empty form begins below what it follows', () => {
  expect(followUp('', reference, '')).toBe(`${reference}\n\n`);
});

test('what was written is kept, on both sides', () => {
  expect(followUp('Begun before', reference, 'Came too late')).toBe(
    `${reference}\n\nBegun before\n\nCame too late`,
  );
});

test('started twice, what it follows is said once', () => {
  const once = followUp('', reference, 'Came too late');
  expect(followUp(once, reference, '')).toBe(once);
});
