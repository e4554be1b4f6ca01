import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Backend } from '../../../shared/backend/backend.ts';
import type { Exchange } from '../../../shared/outbox/http.ts';
import { type Answering, stage } from '../../support/stage.tsx';
import { Composer } from '../composer.tsx';

let shown: ReturnType<typeof stage>;
/** What `staff_reply` got. */
let replies: {
  uploads: { uploadId: string; annotation?: { shapes: unknown[] }; cleanUploadId?: string }[];
}[];
/** Files the server was told of, in order; it has the bytes of each already, so that none are put. */
let reserved: { name: string; contentType: string; idempotencyKey: string }[];
let refuse: Exchange<never> | null;

const server: Answering = ({ method, body }) => {
  if (method !== 'POST') return Response.json(null);
  replies.push(body as (typeof replies)[number]);
  return Response.json({ messageId: 'm', createdAt: '2026-11-22T13:00:00Z' });
};
// The answer's shape is the caller's to know, as with the real one.
const send = (async (path: string, init: RequestInit) => {
  if (!path.endsWith('/uploads')) return { kind: 'ok', body: {} };
  if (refuse) return refuse;
  const told: (typeof reserved)[number] = JSON.parse(String(init.body));
  reserved.push(told);
  return { kind: 'ok', body: { uploadId: `upload ${reserved.length}`, url: null } };
}) as Backend['send'];

beforeEach(() => {
  localStorage.clear();
  localStorage.setItem('hearback:inbox:locale', 'en');
  replies = [];
  reserved = [];
  refuse = null;
  shown = stage(<Composer conversation="a" project="project" onSent={() => {}} />, server, 'agent', {}, send);
});
afterEach(() => shown.leave());

const text = (name: string, content = 'a line') => new File([content], name, { type: 'text/plain' });
const choose = (...files: File[]) =>
  userEvent.upload(shown.box.querySelector('input[type=file]') ?? document.body, files);
const box = () => page.getByRole('textbox', { name: 'Write a reply' });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const sendButton = () => button('Send reply');
const list = () => page.getByRole('list', { name: 'Attached' });

async function picture(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(400, 200);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'teal';
  context.fillRect(0, 0, 400, 200);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' });
}
/** Encoding pictures takes its time on a busy computer. */
const patient = { timeout: 10_000 };
const sentUploads = async () => {
  await vi.waitFor(() => expect(replies).toHaveLength(1), patient);
  return replies[0]?.uploads;
};

test('chosen files go with the answer, each as what its bytes say', async () => {
  await choose(text('server.log'), new File(['%PDF-1.7'], 'offer.txt', { type: 'text/plain' }));
  await box().fill('See the attached.');
  await vi.waitFor(() => expect(reserved).toHaveLength(2), patient);
  await vi.waitFor(() => expect(shown.box.querySelectorAll('.parcel-ready')).toHaveLength(2), patient);
  await sendButton().click();
  expect(await sentUploads()).toHaveLength(2);
  expect(reserved.map(({ name, contentType }) => [name, contentType]).sort()).toEqual([
    ['offer.txt', 'application/pdf'],
    ['server.log', 'text/plain'],
  ]);
});

test('files without words are not sent: a sentence says what is missing', async () => {
  await choose(text('server.log'));
  await sendButton().click();
  await expect.element(page.getByText(/Write a sentence that goes with/)).toBeVisible();
  expect(replies).toEqual([]);
});

test('a file of a kind that is not taken says so, and keeps the message until it is removed', async () => {
  await choose(new File([new Uint8Array([0, 1, 2, 3])], 'tool.exe'));
  await box().fill('Here.');
  await expect.element(page.getByText(/Files of this kind are not taken/)).toBeVisible();
  await sendButton().click();
  await expect.element(page.getByText(/Try it again or remove it, then send/)).toBeVisible();
  expect(replies).toEqual([]);
  await button('Remove tool.exe').click();
  await expect.element(box()).toHaveFocus();
  await sendButton().click();
  expect(await sentUploads()).toEqual([]);
});

test('an upload that broke off is tried again with the same key', async () => {
  refuse = { kind: 'retry', error: { code: 'offline' } };
  await choose(text('server.log'));
  await expect.element(page.getByText(/Not uploaded. The server cannot be reached/)).toBeVisible();
  refuse = null;
  await button('Upload server.log again').click();
  await vi.waitFor(() => expect(shown.box.querySelectorAll('.parcel-ready')).toHaveLength(1), patient);
  await box().fill('Here.');
  await sendButton().click();
  expect(await sentUploads()).toEqual([{ uploadId: 'upload 1' }]);
});

test('five go with one message; how many were left out is said', async () => {
  await choose(...Array.from({ length: 7 }, (_, place) => text(`${place}.txt`)));
  await expect.element(page.getByText(/No more than 5 pictures and files/)).toBeVisible();
  await expect.poll(() => list().getByRole('listitem').elements().length).toBe(5);
  await expect.element(button('Attach pictures or files')).toBeDisabled();
});

test('files of a reply do not turn into files of a note', async () => {
  await choose(text('server.log'));
  await expect.element(list()).toBeVisible();
  await page.getByText('Internal note', { exact: true }).click();
  await expect.element(list()).not.toBeInTheDocument();
  await page.getByText('Reply', { exact: true }).click();
  await expect.element(list()).toBeVisible();
});

test('a pasted picture is drawn on and goes with its marks and without them', async () => {
  const data = new DataTransfer();
  data.items.add(await picture('screen.png'));
  box()
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  await button('Draw on screen.png').click();
  const editor = page.getByRole('dialog', { name: 'Draw on screen.png' });
  await expect.element(editor).toBeVisible();
  const svg = () => document.querySelector('.hb-annotate-svg') ?? document.body;
  await expect.poll(() => svg().getBoundingClientRect().width).toBeGreaterThan(100);
  await userEvent.dragAndDrop(svg(), svg(), {
    sourcePosition: { x: 40, y: 40 },
    targetPosition: { x: 120, y: 90 },
    force: true,
  });
  // At a second Escape the browser closes a dialog without asking; what was drawn is not lost by it.
  document.querySelector<HTMLDialogElement>('.annotate-dialog')?.close();
  await expect.element(editor).toBeVisible();
  await button('Use this picture').click();
  await expect.element(button('Draw on screen.png')).toHaveFocus();
  // The picture as it was pasted, the one with the marks, the one without.
  await vi.waitFor(() => expect(reserved).toHaveLength(3), patient);
  await vi.waitFor(() => expect(shown.box.querySelectorAll('.parcel-ready')).toHaveLength(1), patient);
  await box().fill('Press here.');
  await sendButton().click();
  const [sent] = (await sentUploads()) ?? [];
  expect(sent?.annotation?.shapes).toHaveLength(1);
  expect(sent).toMatchObject({ uploadId: 'upload 2', cleanUploadId: 'upload 3' });
  expect(new Set(reserved.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
});

test('files dropped on the conversation are attached', async () => {
  const data = new DataTransfer();
  data.items.add(text('dropped.txt'));
  const target = shown.box.querySelector('form') ?? shown.box;
  target.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
  await expect.element(page.getByText('Drop to attach')).toBeVisible();
  target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  await expect.element(button('Remove dropped.txt')).toBeVisible();
  await expect.element(page.getByText('Drop to attach')).not.toBeInTheDocument();
});
