import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestDelay, retryDelay } from './backoff.ts';
import {
  claimed,
  created,
  due,
  type Entry,
  isDue,
  lease,
  nextLook,
  type OutboxRecord,
  outdated,
  retried,
  settled,
} from './record.ts';

type Note = Entry & { payload: string };
const note = (id: string, at: number, lane?: string) =>
  created<Note, object>(
    { kind: 'note', payload: id, ...(lane ? { lane } : {}) },
    { id, createdAt: at, now: at, turn: 0 },
  );
const half = () => 0.5;

test('the pause before a retry grows up to five minutes and is spread over the whole span', () => {
  expect([1, 2, 3].map((attempts) => retryDelay(attempts, half))).toEqual([1000, 2000, 4000]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      (attempts, share) => {
        const delay = retryDelay(attempts, () => share);
        return delay >= 0 && delay < longestDelay;
      },
    ),
  );
});

test('a pause that the server asks for is kept exactly, also beyond five minutes', () => {
  expect(retryDelay(1, half, 40)).toBe(40_000);
  expect(retryDelay(9, half, 3600)).toBe(3_600_000);
});

test('an item is not tried before its time, nor while somebody else is at it', () => {
  const item = { ...note('a', 0), nextAttemptAt: 100 };
  expect(isDue(item, 99, true)).toBe(false);
  expect(isDue(item, 100, true)).toBe(true);
  const taken = claimed(item, 100);
  expect(isDue(taken, 100 + lease - 1, false)).toBe(false);
  expect(isDue(taken, 100 + lease, false)).toBe(true);
});

test('a try that its tab did not end is taken up at once by whoever holds the lock', () => {
  expect(isDue(claimed(note('a', 0), 0), 1, true)).toBe(true);
});

test('entries of one lane go in order; a refused one and other lanes do not hold them up', () => {
  const first = { ...note('a', 1, 'thread'), nextAttemptAt: 5000 };
  const second = note('b', 2, 'thread');
  const other = note('c', 3);
  const ids = (records: OutboxRecord<Note, object, null>[]) => due(records, 10, true).map(({ id }) => id);
  expect(ids([first, second, other])).toEqual(['c']);
  expect(ids([{ ...first, state: 'refused' }, second, other])).toEqual(['b', 'c']);
  expect(nextLook([first, second])).toBe(5000);
  expect(nextLook<Note, object, null>([])).toBe(Number.POSITIVE_INFINITY);
});

test('an outcome leads to a receipt, to another try, or to a refusal that keeps what was written', () => {
  const item = claimed(note('a', 0), 10);
  expect(settled(item, { kind: 'sent', receipt: { number: 12 } }, 20, half)).toEqual({
    id: 'a',
    kind: 'note',
    createdAt: 0,
    state: 'sent',
    sentAt: 20,
    receipt: { number: 12 },
  });
  const error = { code: 'rate_limited' } as const;
  expect(settled(item, { kind: 'retry', error, retryAfterSeconds: 7 }, 20, half)).toMatchObject({
    state: 'waiting',
    nextAttemptAt: 7020,
    error,
    payload: 'a',
  });
  const refused = settled(item, { kind: 'refused', error: { code: 'too_large' } }, 20, half);
  expect(refused).toMatchObject({ state: 'refused', error: { code: 'too_large' }, payload: 'a' });
});

test('asking for a retry makes an item due, but not one that is on its way', () => {
  expect(retried({ ...note('a', 0), state: 'refused' }, 50)).toMatchObject({
    state: 'waiting',
    nextAttemptAt: 50,
  });
  const sending = claimed(note('a', 0), 10);
  expect(retried(sending, 50)).toBe(sending);
});

test('receipts are kept for a day, and twenty of them at most', () => {
  const day = 24 * 3600_000;
  const receipt = (id: string, sentAt: number) =>
    ({ id, kind: 'note', createdAt: 0, state: 'sent', sentAt, receipt: null }) as const;
  const many = Array.from({ length: 22 }, (_, place) => receipt(`r${place}`, day + place));
  expect(outdated<Note, object, null>([note('a', 0), ...many], day + 100).sort()).toEqual(['r0', 'r1']);
  expect(outdated<Note, object, null>([receipt('old', 0), receipt('new', 2)], day + 1)).toEqual(['old']);
});
