import { expect, test } from 'vitest';
import { nextTry } from './next-try.ts';

test.each([
  [-5, { phrase: 'waitingNow' }],
  [0, { phrase: 'waitingNow' }],
  [1, { phrase: 'waiting', count: 1 }],
  [40_000, { phrase: 'waiting', count: 40 }],
  [90_001, { phrase: 'waitingMinutes', count: 2 }],
  [300_000, { phrase: 'waitingMinutes', count: 5 }],
])('a try in %i ms', (wait, said) => expect(nextTry(1_000_000 + wait, 1_000_000)).toEqual(said));
