import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../../loader/store.ts';
import { inTurn } from './turn.ts';

let store: Store;
beforeEach(() => {
  const values = new Map<string, string>();
  store = {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => (value === null ? void values.delete(key) : void values.set(key, value)),
  };
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Work that ends when it is told to. */
function slow() {
  let end = () => {};
  const done = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return { work: () => done, end: () => end() };
}

test.each([
  ['with locks', undefined],
  ['without locks, as on pages without https', {}],
  [
    'where locks are refused, as in a sandboxed frame',
    { locks: { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } },
  ],
])('one at a time, %s', async (_, navigator) => {
  if (navigator) vi.stubGlobal('navigator', navigator);
  const first = slow();
  const running = inTurn('p', store, first.work);
  expect(await inTurn('p', store, async () => 'me too')).toBeNull();
  first.end();
  expect(await running).toBe('done');
  expect(await inTurn('p', store, async () => 'now me')).toBe('now me');
});

test('work that fails gives the turn back and is not done twice', async () => {
  let times = 0;
  const work = async () => {
    times += 1;
    throw new Error('broken');
  };
  await expect(inTurn('p', store, work)).rejects.toThrow('broken');
  expect(times).toBe(1);
  expect(await inTurn('p', store, async () => 'next')).toBe('next');
});

test('without locks a tab that is gone holds nobody up for long', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {});
  const living = slow();
  const running = inTurn('p', store, living.work);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await inTurn('p', store, async () => 'me')).toBeNull();
  living.end();
  await running;
  // A crash: the lease is never given back.
  store.set('surveyTurn', `${Date.now() + 15_000}`);
  expect(await inTurn('p', store, async () => 'me')).toBeNull();
  await vi.advanceTimersByTimeAsync(15_001);
  expect(await inTurn('p', store, async () => 'me')).toBe('me');
});
