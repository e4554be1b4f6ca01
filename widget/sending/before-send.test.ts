import { beforeEach, expect, test, vi } from 'vitest';
import type { Options, Outgoing } from '../public.ts';
import { beforeSend, filesOf, type Message } from './before-send.ts';

const message: Message = {
  type: 'conversation',
  kind: 'bug',
  body: 'My card 4111 is refused',
  email: 'ada@example.com',
  context: { pageUrl: 'https://shop.example/pay', logs: { errors: [] }, custom: { plan: 'pro' } },
  files: [{ name: 'page.png', contentType: 'image/png', bytes: 12 }],
};

const emit = vi.fn();
const report = vi.fn();
const ask = (host: unknown, given = message) => {
  const options: Options = { project: 'pk_test', api: 'https://api.test' };
  // A host that writes JavaScript may hand anything.
  Reflect.set(options, 'beforeSend', host);
  return beforeSend({ options, emit, report }, given);
};
const vetoed = () =>
  expect(emit.mock.calls).toEqual([['failed', { type: 'conversation', code: 'vetoed', willRetry: false }]]);
beforeEach(() => vi.resetAllMocks());

test('where the host has nothing to say, everything goes as it is', async () => {
  expect(await ask(undefined)).toEqual(message);
});

test('the host may change texts and context, now or later', async () => {
  const redacted = (given: Outgoing) => ({
    ...given,
    body: given.body?.replace('4111', '****') ?? '',
    context: { ...given.context, pageUrl: 'https://shop.example/' },
  });
  for (const host of [redacted, async (given: Outgoing) => redacted(given)]) {
    expect(await ask(host)).toMatchObject({
      body: 'My card **** is refused',
      context: { pageUrl: 'https://shop.example/' },
    });
  }
  expect(emit).not.toHaveBeenCalled();
});

test('what the host takes away does not go', async () => {
  const checked = await ask(({ email: _, context: __, ...rest }: Outgoing) => rest);
  expect(checked).toEqual({
    type: 'conversation',
    kind: 'bug',
    body: message.body,
    files: message.files,
    context: {},
  });
});

test.each([
  ['says so', () => null],
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  [
    'rejects',
    async () => {
      throw new Error('no');
    },
  ],
  ['answers nothing', () => undefined],
  ['leaves no text', (given: Outgoing) => ({ ...given, body: ' ' })],
])('it does not go where the host %s', async (_, host) => {
  expect(await ask(host)).toBeNull();
  vetoed();
});

test('it does not go where the host takes too long', async () => {
  vi.useFakeTimers();
  const answer = ask(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toBeNull();
  vetoed();
  expect(report).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test('what the host does with the message it was handed changes nothing by itself', async () => {
  const given = structuredClone(message);
  await ask((handed: Outgoing) => {
    if (handed.context?.custom) handed.context.custom.plan = 'free';
    return message;
  }, given);
  expect(given).toEqual(message);
});

test('kind, files and what cannot be sent are none of its business', async () => {
  const checked = await ask((given: Outgoing) => ({
    ...given,
    type: 'reply',
    kind: 'idea',
    files: [],
    body: 12,
    context: {
      pageUrl: 3,
      cookies: 'a',
      custom: { deep: {}, seats: 3 },
      logs: { errors: [{ at: 'x' }], steps: 'none' },
    },
  }));
  expect(checked).toBeNull();
  const kept = await ask((given: Outgoing) => ({
    ...given,
    type: 'reply',
    kind: 'idea',
    files: [],
    context: {
      pageUrl: 3,
      cookies: 'a',
      custom: { deep: {}, seats: 3 },
      logs: { errors: [{ at: 'x' }], steps: 'none' },
    },
  }));
  expect(kept).toEqual({ ...message, context: { custom: { seats: 3 }, logs: { errors: [] } } });
});

test('pictures and files are named by what is known of them', () => {
  const blob = new Blob(['four']);
  expect(
    filesOf([
      { contentType: 'image/png', blob },
      { name: 'log.txt', contentType: 'text/plain', blob },
    ]),
  ).toEqual([
    { name: '', contentType: 'image/png', bytes: 4 },
    { name: 'log.txt', contentType: 'text/plain', bytes: 4 },
  ]);
});
