import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConversationChanges } from '../../shared/domain/staff.ts';
import { fail, type Result, succeed } from '../data/result.ts';
import { type FeedChange, pollEvery, restAfter, retryDelay, startPolling } from './feed.ts';

let seen: (string | null)[];
let answers: Result<ConversationChanges>[];
let visible: boolean;
let tellVisibility: () => void;

const changed = (cursor: string, ids: string[] = [], reload = false) => succeed({ cursor, ids, reload });

function start() {
  const heard: FeedChange[] = [];
  const feed = startPolling({
    ask: async (since) => {
      seen.push(since);
      return answers.shift() ?? changed(since ?? '1');
    },
    visible: () => visible,
    onVisibility: (listener) => {
      tellVisibility = listener;
      return () => {};
    },
    random: () => 0.5,
  });
  feed.onChange((change) => heard.push(change));
  return { feed, heard };
}

beforeEach(() => {
  vi.useFakeTimers();
  seen = [];
  answers = [];
  visible = true;
});
afterEach(() => vi.useRealTimers());

test('each question carries the cursor of the last answer', async () => {
  answers = [changed('10'), changed('12', ['a']), changed('15')];
  const { feed, heard } = start();
  await vi.advanceTimersByTimeAsync(2 * pollEvery + 1);
  expect(seen).toEqual([null, '10', '12']);
  expect(heard).toEqual(['reload', { ids: ['a'] }]);
  feed.stop();
});

test('a failed question keeps its cursor, is asked again later and later, and the state says so', async () => {
  answers = [changed('10'), fail('offline'), fail('busy'), changed('11', ['b'])];
  const { feed, heard } = start();
  await vi.advanceTimersByTimeAsync(pollEvery);
  expect(feed.state).toBe('retrying');
  await vi.advanceTimersByTimeAsync(retryDelay(1, 0.5) + retryDelay(2, 0.5));
  expect(seen).toEqual([null, '10', '10', '10']);
  expect(feed.state).toBe('live');
  expect(heard.at(-1)).toEqual({ ids: ['b'] });
  feed.stop();
});

test('the wait doubles up to a minute', () => {
  expect([1, 2, 3, 9].map((failures) => retryDelay(failures, 0.5))).toEqual([6000, 12_000, 24_000, 60_000]);
});

test('a page that nobody sees rests after half a minute and asks at once when it is seen again', async () => {
  const { feed } = start();
  visible = false;
  tellVisibility();
  await vi.advanceTimersByTimeAsync(restAfter + pollEvery);
  const before = seen.length;
  await vi.advanceTimersByTimeAsync(10 * pollEvery);
  expect(seen.length).toBe(before);
  visible = true;
  tellVisibility();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.length).toBe(before + 1);
  feed.stop();
});

test('a poke asks without waiting', async () => {
  const { feed } = start();
  await vi.advanceTimersByTimeAsync(0);
  feed.poke();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.length).toBe(2);
  feed.stop();
});

test('a lost sign-in ends the questions', async () => {
  answers = [changed('10'), fail('signed_out')];
  const { feed } = start();
  await vi.advanceTimersByTimeAsync(20 * pollEvery);
  expect(seen.length).toBe(2);
  expect(feed.state).toBe('signed_out');
  feed.stop();
});
