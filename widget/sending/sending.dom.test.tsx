import { render } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { OutgoingAttachment } from './outgoing.ts';
import { button, heading, json, message, refusal, started, testSending, thread } from './test-sending.tsx';

const bench = testSending();
const { send, show, asks, events, announce } = bench;

const file = (name: string): OutgoingAttachment => ({
  key: crypto.randomUUID(),
  blob: new Blob([name.repeat(1000)]),
  contentType: 'text/plain',
  name,
});

test('received is said when the server has said so, and not before', async () => {
  let taken = (_: Response) => {};
  bench.answers['/conversations'] = () =>
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

describe('pictures and files', () => {
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });

  test('show how far each is; one that fails is tried again alone', async () => {
    await send(message([file('first.txt'), file('second.txt')]));
    await vi.waitFor(() => expect(bench.puts).toHaveLength(1));
    bench.puts[0]?.told(4500);
    await expect.element(row('first.txt').getByText('50% uploaded', { exact: false })).toBeVisible();
    await expect.element(row('first.txt').getByRole('progressbar', { name: 'first.txt' })).toBeVisible();
    await expect.element(row('second.txt').getByText('Waiting', { exact: false })).toBeVisible();
    bench.puts[0]?.end(200);
    await vi.waitFor(() => expect(bench.puts).toHaveLength(2));
    await expect.element(row('first.txt').getByText('Uploaded', { exact: false })).toBeVisible();
    bench.puts[1]?.end(0);
    await expect.element(row('second.txt').getByText('Not uploaded yet', { exact: false })).toBeVisible();
    await button('Try second.txt again').click();
    await vi.waitFor(() => expect(bench.puts).toHaveLength(3));
    bench.puts[2]?.end(200);
    await expect.element(heading()).toHaveTextContent('Received, number 12');
    expect(bench.puts.map(({ bytes }) => bytes)).toEqual([9000, 10000, 10000]);
    expect(asks('/conversations')[0]?.body).toMatchObject({
      attachments: [{ uploadId: 'up-1' }, { uploadId: expect.any(String) }],
    });
  });

  test('one that is refused can be left out', async () => {
    await send(message([file('fine.txt'), file('odd.txt')]));
    await vi.waitFor(() => expect(bench.puts).toHaveLength(1));
    bench.puts[0]?.end(200);
    await vi.waitFor(() => expect(bench.puts).toHaveLength(2));
    bench.answers['/uploads/up-2/finalise'] = () => refusal('unsupported_file');
    bench.puts[1]?.end(200);
    await expect.element(heading()).toHaveTextContent('Not sent');
    await expect.element(row('odd.txt').getByText('Not accepted', { exact: false })).toBeVisible();
    bench.answers['/uploads'] = () => json({ uploadId: 'up-1', url: null });
    await row('odd.txt').getByRole('button', { name: 'Send without odd.txt' }).click();
    await expect.element(heading()).toHaveTextContent('Received, number 12');
    expect(asks('/conversations')[0]?.body).toMatchObject({
      attachments: [{ uploadId: 'up-1' }],
      idempotencyKey: bench.id,
    });
  });
});

test('what somebody wrote who used this browser before goes in his name, and is not shown to the next', async () => {
  bench.answers['/conversations'] = () => Promise.reject(new TypeError('Failed to fetch'));
  const sender = await send(message());
  await expect.element(page.getByRole('heading', { name: 'Not sent yet', exact: false })).toBeVisible();
  const before = asks('/conversations')[0]?.visitor;
  expect(before).toHaveLength(43);
  bench.core.store.set('visitor', 'B'.repeat(43));
  render(null, bench.core.stage);
  show();
  await expect.element(page.getByText('Sending…')).toBeVisible();
  expect(page.getByText('It broke').elements()).toHaveLength(0);
  bench.answers['/conversations'] = started;
  await sender.retry(bench.id);
  expect(asks('/conversations').at(-1)?.visitor).toBe(before);
});
