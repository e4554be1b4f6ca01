import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ErrorCode } from '../../shared/domain/errors.ts';
import type { OutgoingEntry } from './outgoing.ts';
import { button, heading, message, refusal, started, testSending, thread, words } from './test-sending.tsx';

const bench = testSending();
const { send, asks, events, go, edit, announce } = bench;

const reply: OutgoingEntry = {
  kind: 'reply',
  lane: thread,
  payload: { conversation: thread, body: 'Still broken', attachments: [] },
};
/** Whether the browser would ask before the page is left. */
const asksToStay = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('not sent yet', () => {
  test('too much in a short time: the seconds count down, and it goes on by itself', async () => {
    let tries = 0;
    bench.answers['/conversations'] = () => {
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
      bench.answers['/conversations'] = answer;
      await send(message());
      await expect.element(words(sentence)).toBeVisible();
      await expect.element(page.getByRole('heading', { name: 'Not sent yet', exact: false })).toBeVisible();
      expect(asksToStay()).toBe(false);
      await button('Try again now').click();
      await vi.waitFor(() => expect(asks('/conversations').length).toBeGreaterThan(1));
      await expect.element(words(sentence)).toBeVisible();
      expect(events('failed')).toEqual([{ type: 'conversation', code, willRetry: true }]);
      bench.answers['/conversations'] = started;
      await button('Try again now').click();
      await expect.element(heading()).toHaveTextContent('Received, number 12');
    },
  );

  test('it can be discarded, after a question that can be answered with no', async () => {
    bench.answers['/conversations'] = () => refusal('internal');
    const sender = await send(message());
    await button('Discard').click();
    await button('Keep it').click();
    expect(page.getByRole('alert').elements()).toHaveLength(0);
    await button('Discard').click();
    await page.getByRole('alert').getByRole('button', { name: 'Discard' }).click();
    await vi.waitFor(() => expect(go).toHaveBeenLastCalledWith({ at: 'home' }));
    expect(await sender.list()).toEqual([]);
    await vi.waitFor(() => expect(bench.core.store.get('unsent')).toBeNull());
  });
});

describe('where nothing can be kept', () => {
  test('it says that the message is lost with the page; the browser asks until it is sent, and no longer', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    bench.answers['/conversations'] = () => refusal('unavailable');
    await send(message());
    await expect.element(words('is lost when this page is closed: leave it open')).toBeVisible();
    expect(asksToStay()).toBe(true);
    bench.answers['/conversations'] = started;
    await button('Try again now').click();
    await expect.element(heading()).toHaveTextContent('Received, number 12');
    expect(asksToStay()).toBe(false);
  });

  test('a full disk has a sentence of its own', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    bench.answers['/conversations'] = () => refusal('unavailable');
    await send(message());
    await expect.element(words('The storage of this browser is full.')).toBeVisible();
    bench.end();
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
    bench.answers['/conversations'] = () => refusal(code);
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
    bench.answers['/conversations'] = () => refusal('conflict');
    const sender = await send(message());
    await button('Edit').click();
    expect(edit).toHaveBeenCalledWith(message().payload);
    await vi.waitFor(async () => expect(await sender.list()).toEqual([]));

    bench.answers[`/conversations/${thread}/messages`] = () => refusal('invalid_request');
    await send(reply);
    await button('Edit').click();
    expect(bench.core.store.get(`reply:${thread}`)).toBe('Still broken');
    expect(go).toHaveBeenLastCalledWith({ at: 'thread', conversation: thread });
    await vi.waitFor(async () => expect(await sender.list()).toEqual([]));
  });

  test('a reply that came too late leads to its conversation, where a new one can be started', async () => {
    bench.answers[`/conversations/${thread}/messages`] = () => refusal('closed');
    await send(reply);
    await expect.element(words('This conversation was closed too long ago')).toBeVisible();
    await button('Open the conversation').click();
    expect(go).toHaveBeenLastCalledWith({ at: 'thread', conversation: thread });
  });
});
