import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Item } from '../../shared/outbox/outbox.ts';
import type { Caller } from '../client/call.ts';
import { openStore } from '../loader/store.ts';
import type { Outgoing, UploadSteps } from './outgoing.ts';
import { sendEntry } from './send-entry.ts';

const picture = { key: 'key-1', blob: new Blob(['png']), contentType: 'image/png' } as const;
const request = { kind: 'bug', body: 'It broke', locale: 'en' } as const;
const item = (steps: UploadSteps = {}): Item<Outgoing, UploadSteps> => ({
  kind: 'conversation',
  payload: { request, pictures: [picture] },
  id: 'item-1',
  createdAt: 0,
  steps,
  attempts: 1,
  state: 'sending',
  nextAttemptAt: 0,
  turn: 1,
});

const core: Caller = {
  options: { project: 'pk_test', api: 'https://api.test/' },
  store: openStore('pk_test', () => {
    throw new Error('blocked');
  }),
  signal: new AbortController().signal,
};

/** What was asked, in order, and what each address answers. */
let asked: string[];
let answers: Record<string, () => Response>;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

beforeEach(() => {
  asked = [];
  answers = {
    'POST /uploads': () => json({ uploadId: 'up-1', url: 'https://storage.test/put' }),
    'PUT https://storage.test/put': () => new Response(null),
    'POST /uploads/up-1/finalise': () => json({ uploadId: 'up-1' }),
    'POST /conversations': () => json({ conversationId: 'c-1', number: 12, messageId: 'm-1' }),
  };
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const name = `${init.method} ${url.replace('https://api.test/functions/v1/widget', '')}`;
    asked.push(name);
    return answers[name]?.() ?? json({ error: { code: 'not_found', message: name } }, 404);
  });
});
afterEach(() => vi.unstubAllGlobals());

const send = (entry = item()) => {
  const steps: UploadSteps[] = [];
  const trying = { progress: async (step: object) => void steps.push({ ...step }), signal: core.signal };
  return sendEntry(core, entry, trying).then((outcome) => ({ outcome, steps }));
};

test('a picture is reserved, put, finalised; then the message goes, and its number comes back', async () => {
  const { outcome, steps } = await send();
  expect(asked).toEqual(Object.keys(answers));
  expect(steps).toEqual([{ 'key-1': 'up-1' }]);
  expect(outcome).toEqual({
    kind: 'sent',
    receipt: { kind: 'conversation', conversation: 'c-1', number: 12 },
  });
});

test('a picture that is there already is not sent again', async () => {
  await send(item({ 'key-1': 'up-1' }));
  expect(asked).toEqual(['POST /conversations']);
});

test('an upload the server has finished under the same key needs no bytes', async () => {
  answers['POST /uploads'] = () => json({ uploadId: 'up-1', url: null });
  const { outcome } = await send();
  expect(asked).toEqual(['POST /uploads', 'POST /conversations']);
  expect(outcome.kind).toBe('sent');
});

test('bytes that arrived although the answer was lost are finalised', async () => {
  answers['PUT https://storage.test/put'] = () => json({ message: 'exists' }, 409);
  expect((await send()).outcome.kind).toBe('sent');
});

test('bytes that did not arrive are tried again with a fresh address', async () => {
  answers['PUT https://storage.test/put'] = () => json({ message: 'expired' }, 400);
  answers['POST /uploads/up-1/finalise'] = () => json({ error: { code: 'not_found', message: '' } }, 404);
  expect((await send()).outcome).toMatchObject({ kind: 'retry' });
});

test('a picture that is none is refused, and the message is not sent without it', async () => {
  answers['POST /uploads/up-1/finalise'] = () =>
    json({ error: { code: 'unsupported_image', message: '' } }, 415);
  expect((await send()).outcome).toEqual({ kind: 'refused', error: { code: 'unsupported_image' } });
  expect(asked).not.toContain('POST /conversations');
});

test('too many messages wait as long as the server says', async () => {
  answers['POST /conversations'] = () =>
    new Response(JSON.stringify({ error: { code: 'rate_limited', message: '' } }), {
      status: 429,
      headers: { 'retry-after': '40' },
    });
  expect((await send()).outcome).toEqual({
    kind: 'retry',
    error: { code: 'rate_limited' },
    retryAfterSeconds: 40,
  });
});

test('without a network nothing is lost: it is tried again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect((await send()).outcome).toEqual({ kind: 'retry', error: { code: 'offline' } });
});
