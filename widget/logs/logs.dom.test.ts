import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import type { Options } from '../public.ts';
import { type LogKeeper, startLogs } from './main.ts';
import { quietly } from './quietly.ts';

const api = 'https://api.test';
const host = document.createElement('hearback-widget');
let end: AbortController;
let logs: LogKeeper;
/** What the page's console was handed; nothing of it is printed. */
let printed: Mock<typeof console.error>;
const before = {
  fetch: window.fetch,
  open: XMLHttpRequest.prototype.open,
  send: XMLHttpRequest.prototype.send,
};
const consoleError = console.error;
let answer: (url: string) => Response | Promise<Response>;
const pageFetch = vi.fn((input: RequestInfo | URL) => Promise.resolve(answer(`${input}`)));

function start(options: Partial<Options> = {}) {
  logs = startLogs({
    options: { project: 'pk_logs', api, ...options },
    host,
    signal: end.signal,
    report: vi.fn(),
  });
}
const texts = () => logs.logsSoFar().errors?.map(({ text }) => text);
const paths = () => logs.logsSoFar().requests?.map(({ method, path, status }) => [method, path, status]);

beforeEach(() => {
  end = new AbortController();
  document.body.replaceChildren(host);
  printed = vi.fn();
  console.error = printed;
  answer = () => new Response('', { status: 200 });
  window.fetch = pageFetch;
});
afterEach(() => {
  end.abort();
  window.fetch = before.fetch;
  console.error = consoleError;
});

describe('errors', () => {
  test('of the console, with their placeholders filled in', () => {
    start();
    console.error('Order %s failed after %d tries', 12, 3, new TypeError('no stock'));
    expect(printed).toHaveBeenCalledOnce();
    expect(texts()?.[0]).toMatch(/^Order 12 failed after 3 tries TypeError: no stock\nat /);
  });

  test('nobody caught, and rejections nobody handled', async () => {
    start();
    const quiet = (event: Event) => event.preventDefault();
    window.addEventListener('error', quiet);
    window.addEventListener('unhandledrejection', quiet);
    const error = new RangeError('too far');
    window.dispatchEvent(new ErrorEvent('error', { error, message: 'x', cancelable: true }));
    window.dispatchEvent(
      new PromiseRejectionEvent('unhandledrejection', {
        promise: Promise.resolve(),
        reason: 'gone',
        cancelable: true,
      }),
    );
    // The test runner listens, too, and writes what it hears to the console.
    expect(texts()).toContainEqual(expect.stringMatching(/^RangeError: too far/));
    expect(texts()).toContain('Unhandled rejection: gone');
    window.removeEventListener('error', quiet);
    window.removeEventListener('unhandledrejection', quiet);
  });

  test('say nothing of what objects hold, and never look into them', () => {
    start();
    const looked = vi.fn(() => ['typed text']);
    const watched = new Proxy({}, { get: looked, ownKeys: looked });
    console.error('state', { field: 'typed text' }, ['typed'], watched);
    expect(texts()).toEqual(['state [object] [array] [object]']);
    expect(looked).not.toHaveBeenCalled();
  });

  test('without their secrets, the last thirty, each that repeats itself once', () => {
    start();
    for (let n = 1; n <= 40; n += 1) console.error(`number ${n}`);
    console.error('password=hunter2');
    console.error('password=hunter2');
    expect(texts()).toHaveLength(30);
    expect(texts()?.at(-1)).toBe('password=[secret]');
    expect(texts()?.at(-2)).toBe('number 40');
  });
});

describe('failed requests', () => {
  const request = (method: string, url: string) =>
    new Promise<void>((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open(method, url);
      xhr.onloadend = () => resolve();
      xhr.send();
    });

  test('by fetch: the path without its query, the status, the time; not those that went well', async () => {
    start();
    await fetch('/fine');
    answer = () => new Response('', { status: 404 });
    await fetch('/users/ada@example.com/orders?token=abc', { method: 'post' });
    await fetch(new URL('https://elsewhere.test/v1/x?q=1'));
    await fetch(new Request('/made', { method: 'PUT' }));
    expect(paths()).toEqual([
      ['POST', '/users/[email]/orders', 404],
      ['GET', 'elsewhere.test/v1/x', 404],
      ['PUT', '/made', 404],
    ]);
    expect(logs.logsSoFar().requests?.[0]?.ms).toBeGreaterThanOrEqual(0);
  });

  test('without an answer count as 0; what the page breaks off itself has not failed', async () => {
    start();
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(fetch('/down')).rejects.toThrow('Failed to fetch');
    answer = () => Promise.reject(new DOMException('', 'AbortError'));
    await expect(fetch('/left')).rejects.toThrow();
    expect(paths()).toEqual([['GET', '/down', 0]]);
  });

  test('by XMLHttpRequest', async () => {
    start();
    await request('GET', '/there-is-nothing.json?x=1');
    await request('GET', 'http://127.0.0.1:1/closed');
    await request('GET', import.meta.url);
    expect(paths()).toEqual([
      ['GET', '/there-is-nothing.json', 404],
      ['GET', '127.0.0.1:1/closed', 0],
    ]);
  });

  test('the widget’s own are none of the page’s', async () => {
    start();
    answer = () => new Response('', { status: 503 });
    await fetch(`${api}/functions/v1/widget/conversations`, { method: 'POST' });
    await fetch(`${api}/storage/v1/object/upload/sign/attachments/p/v/f?token=t`, { method: 'PUT' });
    await fetch(`${api}/functions/v1/shop`);
    expect(paths()).toEqual([['GET', 'api.test/functions/v1/shop', 503]]);
  });
});

test('what the widget itself asks the page for while it draws it is not noted', async () => {
  start();
  answer = () => new Response('', { status: 404 });
  await quietly(() => fetch('/font.woff2'));
  await fetch('/api');
  expect(paths()).toEqual([['GET', '/api', 404]]);
});

describe('a wrapped function', () => {
  test('looks the same, and is itself again at the end', () => {
    const methods = [
      () => window.fetch,
      () => console.error,
      () => XMLHttpRequest.prototype.open,
      () => XMLHttpRequest.prototype.send,
    ];
    const originals = methods.map((get) => get());
    start();
    for (const [place, get] of methods.entries()) {
      const original = originals[place];
      expect(get()).not.toBe(original);
      expect(get().name).toBe(original?.name);
      expect(get()).toHaveLength(original?.length ?? -1);
      expect(`${get()}`).toBe(`${original}`);
      expect(Function.prototype.toString.call(get())).toContain('[native code]');
    }
    end.abort();
    expect(methods.map((get) => get())).toEqual(originals);
  });

  test('that somebody else has wrapped since stays theirs and notes nothing more', async () => {
    start();
    const ours = window.fetch;
    const theirs: typeof fetch = (...args) => ours(...args);
    window.fetch = theirs;
    end.abort();
    expect(window.fetch).toBe(theirs);
    answer = () => new Response('', { status: 500 });
    expect((await fetch('/x')).status).toBe(500);
    expect(paths()).toEqual([]);
  });

  test('hands on arguments, this, answers and errors', async () => {
    const given = new Response('body', { status: 500 });
    answer = () => given;
    start();
    const init = { method: 'POST' };
    expect(await fetch('/x', init)).toBe(given);
    expect(pageFetch).toHaveBeenLastCalledWith('/x', init);
    const error = new TypeError('refused');
    window.fetch = Object.assign(() => {
      throw error;
    });
    end.abort();
    end = new AbortController();
    start();
    expect(() => fetch('/x')).toThrow(error);
    expect(() => Reflect.apply(XMLHttpRequest.prototype.open, document.body, ['GET', '/'])).toThrow(
      TypeError,
    );
  });

  test('leaves a promise with something of its own as it is', () => {
    const special = Object.assign(Promise.resolve(new Response()), { cancel: () => 'cancelled' });
    window.fetch = () => special;
    start();
    expect(fetch('/x')).toBe(special);
  });

  test('does not hide a rejection that nobody handles, nor double it', async () => {
    start();
    const error = new TypeError('down');
    answer = () => Promise.reject(error);
    const heard: unknown[] = [];
    const listen = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      heard.push(event.reason);
    };
    window.addEventListener('unhandledrejection', listen);
    void fetch('/x');
    await vi.waitFor(() => expect(heard).toEqual([error]));
    // One more of our own, so that a second report of the first would have come before it.
    void Promise.reject(new Error('after'));
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard[0]).toBe(error);
    window.removeEventListener('unhandledrejection', listen);
  });

  test('goes on where the page is odd: frozen console, arguments of any kind', () => {
    Object.defineProperty(console, 'error', { value: printed, configurable: false, writable: true });
    start();
    for (const args of [[], [Symbol('x')], [Object.create(null)], ['%s'], ['%'], [undefined, null]])
      console.error(...args);
    expect(printed).toHaveBeenCalledTimes(6);
  });
});

test('fetched when the widget has gone already, as in a framework that starts everything twice, they wrap nothing', () => {
  end.abort();
  start();
  expect(window.fetch).toBe(pageFetch);
  expect(console.error).toBe(printed);
  expect(XMLHttpRequest.prototype.open).toBe(before.open);
  expect(XMLHttpRequest.prototype.send).toBe(before.send);
});
