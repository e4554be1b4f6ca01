import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reserveUpload } from '../../shared/domain/widget.ts';
import type { Item } from '../../shared/outbox/outbox.ts';
import type { Caller } from '../client/call.ts';
import { openStore } from '../loader/store.ts';
import { cleanKey, type OutgoingAttachment, type OutgoingEntry, type UploadSteps } from './outgoing.ts';
import { sendEntry } from './send-entry.ts';
import { trackUploads } from './uploads.ts';

const picture = { key: 'key-1', blob: new Blob(['png']), contentType: 'image/png' } as const;
const request = { kind: 'bug', body: 'It broke', locale: 'en' } as const;
const item = (
  steps: UploadSteps = {},
  attachments: readonly OutgoingAttachment[] = [picture],
): Item<OutgoingEntry, UploadSteps> => ({
  kind: 'conversation',
  payload: { request, attachments },
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

/** What was asked, in order, with which bodies, and what each address answers. */
let asked: string[];
let bodies: unknown[];
let uploads: ReturnType<typeof trackUploads>;
let answers: Record<string, () => Response>;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

beforeEach(() => {
  asked = [];
  bodies = [];
  vi.stubGlobal('XMLHttpRequest', Request);
  uploads = trackUploads();
  answers = {
    'POST /uploads': () => json({ uploadId: 'up-1', url: 'https://storage.test/put' }),
    'PUT https://storage.test/put': () => new Response(null),
    'POST /uploads/up-1/finalise': () => json({ uploadId: 'up-1' }),
    'POST /conversations': () => json({ conversationId: 'c-1', number: 12, messageId: 'm-1' }),
  };
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const name = `${init.method} ${url.replace('https://api.test/functions/v1/widget', '')}`;
    asked.push(name);
    if (typeof init.body === 'string') bodies.push(JSON.parse(init.body));
    return answers[name]?.() ?? json({ error: { code: 'not_found', message: name } }, 404);
  });
});
afterEach(() => vi.unstubAllGlobals());

/** As much of one as an upload takes; it asks the same `fetch`. Half is sent before the answer comes. */
class Request {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  status = 0;
  responseText = '';
  onload = () => {};
  onerror = () => {};
  onloadend = () => {};
  #method = '';
  #url = '';
  open(method: string, url: string) {
    this.#method = method;
    this.#url = url;
  }
  setRequestHeader() {}
  getAllResponseHeaders = () => '';
  abort() {}
  async send(body: Blob) {
    this.upload.onprogress?.({ loaded: body.size / 2, total: body.size });
    try {
      const response = await fetch(this.#url, { method: this.#method, body });
      this.status = response.status;
      this.responseText = await response.text();
      this.onload();
    } catch {
      this.onerror();
    }
    this.onloadend();
  }
}

const send = (entry = item()) => {
  const steps: UploadSteps[] = [];
  const trying = { progress: async (step: object) => void steps.push({ ...step }), signal: core.signal };
  return sendEntry({ caller: core, uploads }, entry, trying).then((outcome) => ({ outcome, steps }));
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
  expect((await send()).outcome).toEqual({
    kind: 'refused',
    error: { code: 'unsupported_image', field: 'key-1' },
  });
  expect(asked).not.toContain('POST /conversations');
});

test('an upload that fails names its file, so that this one can be tried again or left out', async () => {
  answers['PUT https://storage.test/put'] = () => json({}, 503);
  expect((await send()).outcome).toEqual({ kind: 'retry', error: { code: 'unavailable', field: 'key-1' } });
});

test('how far an upload is can be seen while it is on its way, and no longer', async () => {
  const seen: (number | undefined)[] = [];
  uploads.subscribe(() => seen.push(uploads.partOf('key-1')));
  await send();
  expect(seen).toEqual([0, 0.5, undefined]);
});

test('a file goes with its name', async () => {
  const file = {
    key: 'key-2',
    blob: new Blob(['a,b']),
    contentType: 'text/csv',
    name: 'Preise 价格.csv',
  } as const;
  await send(item({}, [file]));
  expect(bodies[0]).toMatchObject({ contentType: 'text/csv', bytes: 3, name: 'Preise 价格.csv' });
});

test('uploads of an earlier try that the server no longer has are made once more', async () => {
  answers['POST /conversations'] = () => json({ error: { code: 'invalid_request', message: '' } }, 400);
  const { outcome, steps } = await send(item({ 'key-1': 'up-old' }));
  expect(outcome.kind).toBe('retry');
  expect(steps).toEqual([{ 'key-1': undefined }]);
  expect((await send()).outcome).toEqual({ kind: 'refused', error: { code: 'invalid_request' } });
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
  expect((await send()).outcome).toMatchObject({ kind: 'retry', error: { code: 'offline' } });
});

describe('a picture with a clean image', () => {
  const key = '0b7c1f6e-6a2b-4d1e-9f5a-2c3d4e5f6a7b';
  const annotation = { version: 1, width: 4, height: 3, shapes: [] };
  const marked = {
    ...picture,
    key,
    annotation,
    clean: { blob: new Blob(['webp']), contentType: 'image/webp' },
  } as const;
  /** The server keeps an upload by its key, as the real one does. */
  let kept: string[];
  beforeEach(() => {
    kept = [];
    answers['POST /uploads'] = () => {
      const { idempotencyKey } = reserveUpload.parse(bodies.at(-1));
      if (!kept.includes(idempotencyKey)) kept.push(idempotencyKey);
      const uploadId = `up-${kept.indexOf(idempotencyKey) + 1}`;
      return json({ uploadId, url: `https://storage.test/${uploadId}` });
    };
    for (const id of ['up-1', 'up-2']) {
      answers[`PUT https://storage.test/${id}`] = () => new Response(null);
      answers[`POST /uploads/${id}/finalise`] = () => json({ uploadId: id });
    }
  });

  test('sends both, and the message names both', async () => {
    expect((await send(item({}, [marked]))).outcome.kind).toBe('sent');
    expect(bodies.at(-1)).toMatchObject({
      attachments: [{ uploadId: 'up-1', cleanUploadId: 'up-2', annotation }],
    });
    expect(kept).toEqual([key, cleanKey(key)]);
  });

  test.each(['PUT https://storage.test/up-2', 'POST /uploads/up-2/finalise', 'POST /conversations'])(
    'broken off at %s, it goes on there: neither image is lost or doubled',
    async (broken) => {
      const works = answers[broken];
      answers[broken] = () => json({ error: { code: 'unavailable', message: '' } }, 503);
      const first = await send(item({}, [marked]));
      expect(first.outcome.kind).toBe('retry');
      answers[broken] = works ?? (() => json({}, 500));
      const puts = () => asked.filter((name) => name === 'PUT https://storage.test/up-1');
      expect(puts()).toHaveLength(1);
      const steps = Object.assign({}, ...first.steps);
      expect((await send(item(steps, [marked]))).outcome.kind).toBe('sent');
      expect(puts()).toHaveLength(1);
      expect(kept).toEqual([key, cleanKey(key)]);
      expect(bodies.at(-1)).toMatchObject({ attachments: [{ uploadId: 'up-1', cleanUploadId: 'up-2' }] });
    },
  );

  test('is not sent in part: where the clean image is refused, so is the message', async () => {
    answers['POST /uploads/up-2/finalise'] = () =>
      json({ error: { code: 'unsupported_image', message: '' } }, 415);
    expect((await send(item({}, [marked]))).outcome).toEqual({
      kind: 'refused',
      error: { code: 'unsupported_image', field: key },
    });
    expect(asked).not.toContain('POST /conversations');
  });

  test('has a key of its own that the server takes', () => {
    expect(cleanKey(key)).not.toBe(key);
    expect(cleanKey(key)).toBe(cleanKey(key));
    const body = { contentType: 'image/png', bytes: 1 };
    expect(reserveUpload.safeParse({ ...body, idempotencyKey: cleanKey(key) }).success).toBe(true);
  });
});
