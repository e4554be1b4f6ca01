import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Answering, stage } from '../support/stage.tsx';
import type { Message } from '../thread/queries.ts';
import { Composer } from './composer.tsx';

let shown: ReturnType<typeof stage>;
const sent: Message[] = [];
/** What the server got, and what it keeps by its key. */
let asked: Row[];
type Row = { body: string; internal: boolean; idempotency_key: string; uploads: { uploadId: string }[] };

const isRow = (body: unknown): body is Row =>
  typeof body === 'object' && body !== null && 'idempotency_key' in body;
const written = ({ uploads, ...row }: Row) => ({
  id: row.idempotency_key,
  author: 'member',
  member_id: 'me',
  created_at: '2026-11-22T13:00:00+00:00',
  attachments: uploads.map(({ uploadId: id }) => ({
    id,
    path: id,
    content_type: 'image/png',
    clean_of: null,
  })),
  ...row,
});

const server: Answering = ({ method, url, body }) => {
  if (method === 'POST' && isRow(body)) {
    const known = asked.some((row) => row.idempotency_key === body.idempotency_key);
    if (!known) asked.push(body);
    return Response.json({ messageId: body.idempotency_key, createdAt: '2026-11-22T13:00:00Z' });
  }
  const key = url.searchParams.get('idempotency_key')?.replace('eq.', '');
  return Response.json(asked.filter((row) => row.idempotency_key === key).map(written));
};

/** The server, its first answer to a message lost on the way back. */
const forgetful = (): Answering => {
  let lose = true;
  return async (request) => {
    const answer = await server(request);
    if (!lose || request.method !== 'POST') return answer;
    lose = false;
    throw new TypeError('Failed to fetch');
  };
};

const composer = (conversation: string) => (
  <Composer
    key={conversation}
    conversation={conversation}
    project="project"
    onSent={(message) => sent.push(message)}
  />
);
const box = (name = 'Write a reply') => page.getByRole('textbox', { name });

beforeEach(() => {
  localStorage.clear();
  localStorage.setItem('hearback:inbox:locale', 'en');
  asked = [];
  sent.length = 0;
});
afterEach(() => shown.leave());

test('a double click sends once, and the box is empty for the next answer', async () => {
  shown = stage(composer('a'), server);
  await box().fill('Open Settings.');
  await page.getByRole('button', { name: 'Send reply' }).dblClick();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  await expect.element(box()).toHaveValue('');
  expect(asked.map((row) => row.body)).toEqual(['Open Settings.']);
});

test('an answer that got lost on its way back is not sent twice by the next try', async () => {
  shown = stage(composer('a'), forgetful());
  await box().fill('Open Settings.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText(/Not sent; your text is kept/)).toBeVisible();
  await expect.element(box()).toHaveValue('Open Settings.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(asked).toHaveLength(1);
});

test('a text that was changed after its first version had arrived is kept, and the writer is told', async () => {
  shown = stage(composer('a'), forgetful());
  await box().fill('First version');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect.element(page.getByText(/Not sent; your text is kept/)).toBeVisible();
  await box().fill('Second version');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect.element(page.getByText(/An earlier version of this text had already arrived/)).toBeVisible();
  await expect.element(box()).toHaveValue('Second version');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect.element(box()).toHaveValue('');
  expect(asked.map((row) => row.body)).toEqual(['First version', 'Second version']);
});

test('what was typed as a reply never turns into a note, nor a note into a reply', async () => {
  shown = stage(composer('a'), server);
  await box().fill('for the visitor');
  await page.getByText('Internal note', { exact: true }).click();
  await expect.element(box('Write an internal note')).toHaveValue('');
  await box('Write an internal note').fill('for us');
  await page.getByRole('button', { name: 'Add note' }).click();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({ body: 'for us', internal: true });
  await page.getByText('Reply', { exact: true }).click();
  await expect.element(box()).toHaveValue('for the visitor');
});

test('a draft stays with its conversation', async () => {
  shown = stage(composer('a'), server);
  await box().fill('half an answer');
  shown.show(composer('b'));
  await expect.element(box()).toHaveValue('');
  shown.show(composer('a'));
  await expect.element(box()).toHaveValue('half an answer');
});

test('R brings the reply box under the fingers', async () => {
  shown = stage(composer('a'), server);
  // Keys are heard a moment after the box is seen.
  await vi.waitFor(async () => {
    await userEvent.keyboard('r');
    expect(document.activeElement).toBe(box().element());
  });
  await userEvent.keyboard('Hello');
  await expect.element(box()).toHaveValue('Hello');
});
