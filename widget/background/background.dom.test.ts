import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type TestCore, testCore } from '../client/test-core.ts';
import { run } from './main.ts';

const minute = 60_000;
let on: TestCore;
let unread: number;
let asked: string[];

/** A response that is read without waiting for the browser: the clock stands still. */
const answer = (body: unknown) => Object.assign(new Response(), { json: async () => body });

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
  unread = 0;
  asked = [];
  vi.stubGlobal('fetch', async (url: string) => {
    const path = new URL(url).pathname.replace('/functions/v1/widget', '');
    asked.push(path);
    if (path === '/unread') return answer({ unread });
    const rows = unread ? [{ id: 'c1', unread, lastMessageAt: '2026-11-22T12:00:00Z' }] : [];
    return answer({ conversations: rows });
  });
  on = testCore();
  on.core.isOpen = () => false;
  on.core.store.set('wrote', '1');
});
afterEach(() => {
  on.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const begin = async () => {
  run(on.core);
  await vi.advanceTimersByTimeAsync(0);
};
const kept = (name: string) => `hearback:pk_test_core:${name}`;
/** As another tab of this browser does when it has asked. */
const elsewhere = (count: number) => {
  const value = `${count} ${Date.now()}`;
  localStorage.setItem(kept('unread'), value);
  dispatchEvent(new StorageEvent('storage', { key: kept('unread'), newValue: value }));
};

test('an answer is told to the page once, with its conversation, however often it is looked for', async () => {
  unread = 1;
  await begin();
  expect(on.heard).toEqual([
    { type: 'unread', detail: { count: 1 } },
    { type: 'answered', detail: { conversation: 'c1' } },
  ]);
  await vi.advanceTimersByTimeAsync(30 * minute);
  expect(on.heard).toHaveLength(2);
  on.core.setUnread(0);
  unread = 1;
  await vi.advanceTimersByTimeAsync(30 * minute);
  expect(on.heard.filter(({ type }) => type === 'answered')).toHaveLength(1);
});

test('the list is asked for only where there is something new', async () => {
  await begin();
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(new Set(asked)).toEqual(new Set(['/unread']));
});

test('quiet makes the looks rarer, down to one in five minutes', async () => {
  await begin();
  await vi.advanceTimersByTimeAsync(120 * minute);
  const before = asked.length;
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(asked.length - before).toBe(12);
});

test('who never wrote is not asked about', async () => {
  on.core.store.set('wrote', null);
  await begin();
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(asked).toEqual([]);
});

test('what another tab was told counts here at once, and spares the next look', async () => {
  await begin();
  await vi.advanceTimersByTimeAsync(1000);
  elsewhere(3);
  expect(on.core.unread()).toBe(3);
  await vi.advanceTimersByTimeAsync(1.3 * minute);
  expect(asked).toEqual(['/unread']);
});

test('once somebody is known by a signature, it is looked at once', async () => {
  await begin();
  unread = 2;
  document.dispatchEvent(new CustomEvent('hearback:identified', { detail: { verified: true } }));
  await vi.advanceTimersByTimeAsync(0);
  expect(on.core.unread()).toBe(2);
});
