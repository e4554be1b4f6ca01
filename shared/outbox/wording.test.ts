import { expect, test } from 'vitest';
import { created, type Entry } from './record.ts';
import { wordingOf } from './wording.ts';

const waiting = (ms: number) => ({
  ...created<Entry, object>({ kind: 'note', payload: 1 }, { id: 'a', createdAt: 0, now: 0, turn: 0 }),
  nextAttemptAt: ms,
});

test.each([
  [0, { key: 'waitingNow' }],
  [1, { key: 'waiting', count: 1 }],
  [40_000, { key: 'waiting', count: 40 }],
  [90_000, { key: 'waiting', count: 90 }],
  [150_000, { key: 'waitingMinutes', count: 3 }],
])('%s ms before the next try', (ms, wording) => {
  expect(wordingOf(waiting(ms), 0)).toEqual(wording);
});

test('an entry on its way, taken or refused is said to be so', () => {
  const item = waiting(0);
  expect(wordingOf({ ...item, state: 'sending' }, 0)).toEqual({ key: 'sending' });
  expect(wordingOf({ ...item, state: 'refused' }, 0)).toEqual({ key: 'refused' });
  const receipt = { id: 'a', kind: 'note', createdAt: 0, state: 'sent', sentAt: 0, receipt: 12 } as const;
  expect(wordingOf(receipt, 0)).toEqual({ key: 'sent' });
});
