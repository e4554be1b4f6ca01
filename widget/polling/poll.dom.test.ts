import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Found, poll, reading } from './poll.ts';

const { shortest } = reading;
let looks: number;
let found: Found;
let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  looks = 0;
  found = 'same';
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const begin = async () => {
  poll(
    async () => {
      looks += 1;
      return found;
    },
    end.signal,
    reading,
  );
  await vi.advanceTimersByTimeAsync(0);
};
const hide = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};
const connect = (online: boolean) => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  dispatchEvent(new Event(online ? 'online' : 'offline'));
};
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

test('it looks at once, and again after a while', async () => {
  await begin();
  expect(looks).toBe(1);
  await vi.advanceTimersByTimeAsync(shortest * 1.2);
  expect(looks).toBe(2);
});

test('a hidden page is left alone; seen again, it looks at once', async () => {
  await begin();
  hide(true);
  await minutes(10);
  expect(looks).toBe(1);
  hide(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toBe(2);
});

test('whoever switches to and fro does not ask each time', async () => {
  await begin();
  for (let turn = 0; turn < 20; turn++) {
    hide(true);
    hide(false);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(looks).toBe(1);
});

test('a page hidden from the beginning looks once it is seen', async () => {
  hide(true);
  await begin();
  await minutes(1);
  expect(looks).toBe(0);
  hide(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toBe(1);
});

test('offline nothing is asked; online again, it looks, and as often as at first', async () => {
  await begin();
  await minutes(5);
  connect(false);
  await minutes(10);
  const before = looks;
  await minutes(10);
  expect(looks).toBe(before);
  connect(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toBe(before + 1);
  await vi.advanceTimersByTimeAsync(shortest * 1.2);
  expect(looks).toBe(before + 2);
});

test('back from the history of the browser it looks at once', async () => {
  found = 'failed';
  await begin();
  await minutes(5);
  const before = looks;
  await vi.advanceTimersByTimeAsync(shortest);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toBe(before + 1);
});

test('after the end nothing is asked any more', async () => {
  await begin();
  end.abort();
  await minutes(5);
  hide(false);
  await minutes(5);
  expect(looks).toBe(1);
});
