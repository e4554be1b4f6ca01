import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type ErrorCode, errorStatus } from '../../shared/domain/errors.ts';
import controls from '../../shared/ui/form.css?inline';
import tokens from '../../shared/ui/tokens.css?inline';
import app from '../app/app.css?inline';
import { PanelContext } from '../app/panel.ts';
import { type TestCore, testCore } from '../client/test-core.ts';
import { addSheet } from '../frame/sheet.ts';
import { openSender } from './open.ts';
import type { OutgoingAttachment, OutgoingEntry } from './outgoing.ts';
import { SendingView } from './sending-view.tsx';

const thread = '5e4a1c0e-0001-4000-8000-000000000001';
const message = (attachments: OutgoingAttachment[] = []): OutgoingEntry => ({
  kind: 'conversation',
  payload: { request: { kind: 'bug', body: 'It broke', locale: 'en' }, attachments },
});
const reply: OutgoingEntry = {
  kind: 'reply',
  lane: thread,
  payload: { conversation: thread, body: 'Still broken', attachments: [] },
};
const file = (name: string): OutgoingAttachment => ({
  key: crypto.randomUUID(),
  blob: new Blob([name.repeat(1000)]),
  contentType: 'text/plain',
  name,
});

let on: TestCore;
let turn = 0;
let id: string;
/** Every request: its name, its body and who made it. */
let asked: { name: string; body: unknown; visitor: string | null }[];
let answers: { [name: string]: () => Response | Promise<Response> };
/** Uploads on their way, by the name of the file's address; each waits to be told how it goes. */
let puts: { told(loaded: number): void; end(status: number): void; bytes: number }[];
const go = vi.fn();
const edit = vi.fn();
const announce = vi.fn();

const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const refusal = (code: ErrorCode, headers = {}) =>
  json({ error: { code, message: '' } }, errorStatus[code], headers);
const started = () => json({ conversationId: thread, number: 12, messageId: thread });
const asks = (name: string) => asked.filter((each) => each.name === name);

class Request extends EventTarget {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  status = 0;
  responseText = '';
  onload = () => {};
  onerror = () => {};
  onloadend = () => {};
  open() {}
  setRequestHeader() {}
  abort() {}
  getAllResponseHeaders = () => '';
  send(body: Blob) {
    puts.push({
      bytes: body.size,
      told: (loaded) => this.upload.onprogress?.({ loaded, total: body.size }),
      end: (status) => {
        this.status = status;
        if (status === 0) this.onerror();
        else this.onload();
        this.onloadend();
      },
    });
  }
}

beforeEach(() => {
  // The longest pause there is, so that nothing but the test tries again.
  vi.spyOn(Math, 'random').mockReturnValue(0.999);
  turn += 1;
  asked = [];
  puts = [];
  let uploads = 0;
  answers = {
    '/conversations': started,
    '/uploads': () => {
      uploads += 1;
      return json({ uploadId: `up-${uploads}`, url: `https://storage.test/${uploads}` });
    },
  };
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const name = url.replace('https://api.test/functions/v1/widget', '');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ name, body, visitor: new Headers(init.headers).get('x-hearback-visitor') });
    const answer =
      answers[name] ?? (name.endsWith('/finalise') ? () => json({}) : () => refusal('not_found'));
    return answer();
  });
  vi.stubGlobal('XMLHttpRequest', Request);
  on = testCore({ project: `pk_sending_${Date.now()}_${turn}` });
  for (const css of [tokens, controls, app]) addSheet(on.core.shadow, css);
});
afterEach(() => {
  render(null, on.core.stage);
  on.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
});

async function send(entry: OutgoingEntry) {
  const sender = await openSender(on.core);
  ({ id } = await sender.enqueue(entry));
  show();
  return sender;
}
function show() {
  const panel = {
    core: on.core,
    open: true,
    go,
    announce,
    setBack: () => {},
    aside: () => {},
    edit: async () => null,
  };
  render(
    <PanelContext.Provider value={panel}>
      <SendingView id={id} edit={edit} />
    </PanelContext.Provider>,
    on.core.stage,
  );
}
const heading = () => page.getByRole('heading');
const words = (text: string) => page.getByText(text, { exact: false });
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** Whether the browser would ask before the page is left. */
const asksToStay = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
const events = (type: string) => on.heard.filter((each) => each.type === type).map(({ detail }) => detail);

test('received is said when the server has said so, and not before', async () => {
  let taken = (_: Response) => {};
  answers['/conversations'] = () =>
    new Promise((resolve) => {
      taken = resolve;
    });
  await send(message());
  await expect.element(page.getByText('Sending…')).toBeVisible();
  await vi.waitFor(() => expect(asks('/conversations')).toHaveLength(1));
  expect(heading().elements()).toHaveLength(0);
  taken(started());
  await expect.element(heading()).toHaveTextContent('Received, number 12');
  await vi.waitFor(() => expect(announce).toHaveBeenLastCalledWith('Received, number 12'));
  expect(events('sent')).toEqual([{ type: 'conversation', kind: 'bug', id: thread, number: 12 }]);
});

describe('not sent yet', () => {
  test('too much in a short time: the seconds count down, and it goes on by itself', async () => {
    let tries = 0;
    answers['/conversations'] = () => {
      tries += 1;
      return tries === 1 ? refusal('rate_limited', { 'retry-after': '2' }) : started();
    };
    await send(message());
    await expect.element(heading()).toHaveTextContent('Not sent yet. Next try in 2 seconds.');
    await expect.element(words('Too much was sent in a short time.')).toBeVisible();
    await expect.element(heading()).toHaveTextContent('Not sent yet. Next try in 1 second.');
    await expect.element(heading(), { timeout: 5000 }).toHaveTextContent('Received, number 12');
    expect(events('failed')).toEqual([{ type: 'conversation', code: 'rate_limited', willRetry: true }]);
  });

  test.each([
    [
      'no network',
      () => {
        vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
        return Promise.reject(new TypeError('Failed to fetch'));
      },
      'offline',
      'There is no connection.',
    ],
    [
      'a server that is gone',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'offline',
      'The server cannot be reached right now.',
    ],
    [
      'a server that is down',
      () => new Response('Bad gateway', { status: 502 }),
      'unavailable',
      'The server cannot be reached right now.',
    ],
    ['a server with an error', () => refusal('internal'), 'internal', 'Something went wrong on the server.'],
    [
      'no answer in time',
      () => Promise.reject(new DOMException('', 'TimeoutError')),
      'timeout',
      'The server did not answer in time.',
    ],
  ])(
    '%s has its sentence and can be tried at once; the page is told once',
    async (_, answer, code, sentence) => {
      answers['/conversations'] = answer;
      await send(message());
      await expect.element(words(sentence)).toBeVisible();
      await expect.element(page.getByRole('heading', { name: 'Not sent yet', exact: false })).toBeVisible();
      expect(asksToStay()).toBe(false);
      await button('Try again now').click();
      await vi.waitFor(() => expect(asks('/conversations').length).toBeGreaterThan(1));
      await expect.element(words(sentence)).toBeVisible();
      expect(events('failed')).toEqual([{ type: 'conversation', code, willRetry: true }]);
      answers['/conversations'] = started;
      await button('Try again now').click();
      await expect.element(heading()).toHaveTextContent('Received, number 12');
    },
  );

  test('it can be discarded, after a question that can be answered with no', async () => {
    answers['/conversations'] = () => refusal('internal');
    const sender = await send(message());
    await button('Discard').click();
    await button('Keep it').click();
    expect(page.getByRole('alert').elements()).toHaveLength(0);
    await button('Discard').click();
    await page.getByRole('alert').getByRole('button', { name: 'Discard' }).click();
    await vi.waitFor(() => expect(go).toHaveBeenLastCalledWith({ at: 'home' }));
    expect(await sender.list()).toEqual([]);
    await vi.waitFor(() => expect(on.core.store.get('unsent')).toBeNull());
  });
});

describe('where nothing can be kept', () => {
  test('it says that the message is lost with the page; the browser asks until it is sent, and no longer', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    answers['/conversations'] = () => refusal('unavailable');
    await send(message());
    await expect.element(words('is lost when this page is closed: leave it open')).toBeVisible();
    expect(asksToStay()).toBe(true);
    answers['/conversations'] = started;
    await button('Try again now').click();
    await expect.element(heading()).toHaveTextContent('Received, number 12');
    expect(asksToStay()).toBe(false);
  });

  test('a full disk has a sentence of its own', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    answers['/conversations'] = () => refusal('unavailable');
    await send(message());
    await expect.element(words('The storage of this browser is full.')).toBeVisible();
    on.end();
    expect(asksToStay()).toBe(false);
  });
});

describe('refused', () => {
  test.each<[ErrorCode, string, string[]]>([
    ['invalid_request', 'The server could not read what was sent.', ['Edit', 'Discard']],
    [
      'invalid_token',
      'The server does not recognise this browser any more.',
      ['Edit', 'Try again now', 'Discard'],
    ],
    ['foreign_origin', 'Feedback is not accepted from this site.', ['Edit', 'Try again now', 'Discard']],
    ['unknown_project', 'This project does not exist any more.', ['Edit', 'Try again now', 'Discard']],
    ['conflict', 'This was changed in the meantime.', ['Edit', 'Try again now', 'Discard']],
    ['too_large', 'This is too large.', ['Edit', 'Discard']],
  ])('as %s it says why, and has its ways out', async (code, sentence, ways) => {
    answers['/conversations'] = () => refusal(code);
    await send(message());
    await expect.element(heading()).toHaveTextContent('Not sent');
    await expect.element(words(sentence)).toBeVisible();
    await expect.element(page.getByText('It broke')).toBeVisible();
    expect(
      page
        .getByRole('button')
        .elements()
        .map(({ textContent }) => textContent),
    ).toEqual(ways);
    expect(events('failed')).toEqual([{ type: 'conversation', code, willRetry: false }]);
    await vi.waitFor(() => expect(announce).toHaveBeenLastCalledWith(expect.stringContaining(sentence)));
  });

  test('a message goes back into the form, a reply to where it was written', async () => {
    answers['/conversations'] = () => refusal('conflict');
    const sender = await send(message());
    await button('Edit').click();
    expect(edit).toHaveBeenCalledWith(message().payload);
    await vi.waitFor(async () => expect(await sender.list()).toEqual([]));

    answers[`/conversations/${thread}/messages`] = () => refusal('invalid_request');
    await send(reply);
    await button('Edit').click();
    expect(on.core.store.get(`reply:${thread}`)).toBe('Still broken');
    expect(go).toHaveBeenLastCalledWith({ at: 'thread', conversation: thread });
    await vi.waitFor(async () => expect(await sender.list()).toEqual([]));
  });

  test('a reply that came too late leads to its conversation, where a new one can be started', async () => {
    answers[`/conversations/${thread}/messages`] = () => refusal('closed');
    await send(reply);
    await expect.element(words('This conversation was closed too long ago')).toBeVisible();
    await button('Open the conversation').click();
    expect(go).toHaveBeenLastCalledWith({ at: 'thread', conversation: thread });
  });
});

describe('pictures and files', () => {
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });

  test('show how far each is; one that fails is tried again alone', async () => {
    await send(message([file('first.txt'), file('second.txt')]));
    await vi.waitFor(() => expect(puts).toHaveLength(1));
    puts[0]?.told(4500);
    await expect.element(row('first.txt').getByText('50% uploaded', { exact: false })).toBeVisible();
    await expect.element(row('first.txt').getByRole('progressbar', { name: 'first.txt' })).toBeVisible();
    await expect.element(row('second.txt').getByText('Waiting', { exact: false })).toBeVisible();
    puts[0]?.end(200);
    await vi.waitFor(() => expect(puts).toHaveLength(2));
    await expect.element(row('first.txt').getByText('Uploaded', { exact: false })).toBeVisible();
    puts[1]?.end(0);
    await expect.element(row('second.txt').getByText('Not uploaded yet', { exact: false })).toBeVisible();
    await button('Try second.txt again').click();
    await vi.waitFor(() => expect(puts).toHaveLength(3));
    puts[2]?.end(200);
    await expect.element(heading()).toHaveTextContent('Received, number 12');
    expect(puts.map(({ bytes }) => bytes)).toEqual([9000, 10000, 10000]);
    expect(asks('/conversations')[0]?.body).toMatchObject({
      attachments: [{ uploadId: 'up-1' }, { uploadId: expect.any(String) }],
    });
  });

  test('one that is refused can be left out', async () => {
    await send(message([file('fine.txt'), file('odd.txt')]));
    await vi.waitFor(() => expect(puts).toHaveLength(1));
    puts[0]?.end(200);
    await vi.waitFor(() => expect(puts).toHaveLength(2));
    answers['/uploads/up-2/finalise'] = () => refusal('unsupported_file');
    puts[1]?.end(200);
    await expect.element(heading()).toHaveTextContent('Not sent');
    await expect.element(row('odd.txt').getByText('Not accepted', { exact: false })).toBeVisible();
    answers['/uploads'] = () => json({ uploadId: 'up-1', url: null });
    await row('odd.txt').getByRole('button', { name: 'Send without odd.txt' }).click();
    await expect.element(heading()).toHaveTextContent('Received, number 12');
    expect(asks('/conversations')[0]?.body).toMatchObject({
      attachments: [{ uploadId: 'up-1' }],
      idempotencyKey: id,
    });
  });
});

test('what somebody wrote who used this browser before goes in his name, and is not shown to the next', async () => {
  answers['/conversations'] = () => Promise.reject(new TypeError('Failed to fetch'));
  const sender = await send(message());
  await expect.element(page.getByRole('heading', { name: 'Not sent yet', exact: false })).toBeVisible();
  const before = asks('/conversations')[0]?.visitor;
  expect(before).toHaveLength(43);
  on.core.store.set('visitor', 'B'.repeat(43));
  render(null, on.core.stage);
  show();
  await expect.element(page.getByText('Sending…')).toBeVisible();
  expect(page.getByText('It broke').elements()).toHaveLength(0);
  answers['/conversations'] = started;
  await sender.retry(id);
  expect(asks('/conversations').at(-1)?.visitor).toBe(before);
});
