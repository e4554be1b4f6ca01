import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { start } from '../loader/start.ts';
import type { Options } from '../public.ts';

/** The form in the real panel; only the server is played. */
const rooms = { core: () => import('../core/main.ts'), app: () => import('../app/main.tsx') };

let project: string;
let turn = 0;
let asked: { name: string; body: Record<string, unknown> }[];
beforeEach(() => {
  turn += 1;
  project = `pk_form_${Date.now()}_${turn}`;
  asked = [];
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const name = new URL(url).pathname.replace('/functions/v1/widget', '');
    asked.push({ name, body: typeof init.body === 'string' ? JSON.parse(init.body) : {} });
    const answers: Record<string, unknown> = {
      '/conversations': { conversationId: 'c1', number: 12, messageId: 'm1' },
      '/uploads': { uploadId: crypto.randomUUID(), url: null },
      '/identify': { verified: true, merged: false },
      '/reset': {},
    };
    return new Response(JSON.stringify(answers[name] ?? {}), { status: name in answers ? 200 : 404 });
  });
});
afterEach(() => {
  window.Hearback?.destroy();
  vi.unstubAllGlobals();
  sessionStorage.clear();
  localStorage.clear();
});

const begin = (options: Partial<Options> = {}) =>
  start({ project, api: 'https://api.test', locale: 'en', surveys: false, ...options }, rooms);
const shadow = () => document.querySelector('hearback-widget')?.shadowRoot;
const panel = () => shadow()?.querySelector<HTMLElement>('.panel');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = () => page.getByLabelText('What happened, and what did you expect?');
const sent = () => asked.filter(({ name }) => name === '/conversations').map(({ body }) => body);

async function write(text: string, options: Partial<Options> = {}) {
  const hearback = begin(options);
  hearback.open('bug');
  await userEvent.fill(field(), text);
  return hearback;
}

const pdf = () => new File(['%PDF-1.7\n'], '报告.pdf', { type: 'application/pdf' });
const text = (content: string, name: string) => new File([content], name);

/** As the browser tells of files that are held above or let go over a part of the panel. */
function drag(type: string, on: string, files: readonly File[]) {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
  panel()?.querySelector(on)?.dispatchEvent(event);
  return event;
}

async function drop(files: readonly File[], on = '.head') {
  await vi.waitFor(() => {
    drag('dragover', on, files);
    expect(panel()?.querySelector('.drop')?.textContent).toBe('Drop pictures and files here');
  }, 10_000);
  drag('drop', on, files);
}

test('files dropped anywhere in the panel are listed with name and size, and go with the message', async () => {
  await write('See the files');
  expect(drag('dragover', 'h2', [pdf()]).defaultPrevented).toBe(true);
  await drop([pdf(), text('a,b\n', 'table.csv')]);
  await expect
    .element(page.getByRole('list', { name: 'Files' }))
    .toHaveTextContent('报告.pdf9 bytestable.csv4 bytes');
  expect(panel()?.querySelector('.drop')).toBeNull();
  await button('Remove table.csv').click();
  await button('Send').click();
  await vi.waitFor(() => expect(sent()).toHaveLength(1));
  expect(asked.filter(({ name }) => name === '/uploads').map(({ body }) => body)).toEqual([
    { idempotencyKey: expect.any(String), contentType: 'application/pdf', bytes: 9, name: '报告.pdf' },
  ]);
  expect(sent()[0]?.attachments).toHaveLength(1);
});

test('files are pasted anywhere in the panel; what is copied from a document stays text', async () => {
  await write('See the file');
  const paste = (fill: (data: DataTransfer) => void) => {
    const clipboardData = new DataTransfer();
    fill(clipboardData);
    const event = new ClipboardEvent('paste', {
      clipboardData,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    panel()?.querySelector('h2')?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(
    paste((data) => {
      data.setData('text/plain', 'a');
      data.setData('text/html', '<td>a</td>');
      data.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
    }),
  ).toBe(false);
  // A file manager gives the name along.
  expect(
    paste((data) => {
      data.setData('text/plain', '报告.pdf');
      data.items.add(pdf());
    }),
  ).toBe(true);
  await expect.element(button('Remove 报告.pdf')).toBeVisible();
});

test('each file that cannot go says why; the others are taken, up to five', async () => {
  await write('Files');
  await drop([
    text('', 'empty.txt'),
    text('MZ\0\0', 'setup.exe'),
    new File([new Uint8Array([0xbc, 0xdb])], 'gbk.csv'),
    new File([new Uint8Array([0, 0, 0, 24]), 'ftypheic'], 'photo.heic'),
    text('fine', 'fine.txt'),
  ]);
  for (const sentence of [
    '“empty.txt” is empty.',
    '“setup.exe” is of a kind that cannot be sent.',
    '“gbk.csv” is not saved as UTF-8.',
    'HEIC photos cannot be opened here.',
  ])
    await expect.element(page.getByText(sentence, { exact: false })).toBeVisible();
  await expect.element(button('Remove fine.txt')).toBeVisible();
  await drop(['1', '2', '3', '4', '5'].map((name) => text('x', `${name}.txt`)));
  await expect.element(page.getByText('No more than 5 pictures and files', { exact: false })).toBeVisible();
  expect(panel()?.querySelectorAll('.files li')).toHaveLength(5);
});

test('what is left out does not go, now and in later messages, and the rest goes as it was shown', async () => {
  const hearback = await write('Where am I?');
  hearback.setContext({ plan: 'pro', seats: 5 });
  const unfold = page.getByText('What is sent with it');
  await unfold.click();
  await page.getByRole('switch', { name: 'Page address' }).click();
  await page.getByRole('switch', { name: 'plan' }).click();
  hearback.setContext({ seats: 6, late: true });
  await button('Send').click();
  await vi.waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]?.context).toMatchObject({
    pageTitle: document.title,
    viewportWidth: innerWidth,
    custom: { seats: 5 },
  });
  expect(sent()[0]?.context).not.toHaveProperty('pageUrl');
  expect(sent()[0]?.context).not.toHaveProperty('custom.plan');

  hearback.open('idea');
  await userEvent.fill(page.getByLabelText('What would you like to do?'), 'More');
  await button('Send').click();
  await vi.waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()[1]?.context).not.toHaveProperty('pageUrl');
  expect(sent()[1]?.context).toMatchObject({ custom: { seats: 6, late: true } });
});

test('who is known need not write his address, and may write another', async () => {
  await write('Hello', { user: { id: 'u1', name: 'Ada', email: 'ada@example.com' } });
  await expect.element(page.getByText('The answer also goes to ada@example.com.')).toBeVisible();
  await expect.element(page.getByLabelText('E-mail (optional)')).not.toBeInTheDocument();
  await page.getByText('What is sent with it').click();
  await expect.element(page.getByText('Ada', { exact: true })).toBeVisible();
  await button('Change').click();
  // The button is gone: on into what took its place.
  const field = page.getByLabelText('E-mail (optional)');
  await vi.waitFor(() => expect(field.element().matches(':focus')).toBe(true));
  await userEvent.fill(page.getByLabelText('E-mail (optional)'), 'other@example.com');
  await button('Send').click();
  await vi.waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ email: 'other@example.com' });
});

test('a page that lets nothing go keeps the words in the form, and says so', async () => {
  await write('Secret', { beforeSend: () => null });
  await button('Send').click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'nothing was sent' })).toBeVisible();
  await expect.element(field()).toHaveValue('Secret');
  expect(sent()).toEqual([]);
});

test('a page may change what goes', async () => {
  await write('My number is 12', {
    beforeSend: (message) => ({ ...message, body: 'My number is ██', context: { pageTitle: 'Hidden' } }),
  });
  await button('Send').click();
  await vi.waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ body: 'My number is ██', context: { pageTitle: 'Hidden' } });
});

test('a draft comes back after a reload with its kind, address and files, and is gone once it is sent', async () => {
  const hearback = begin();
  hearback.open('praise');
  const praise = page.getByLabelText('What do you like?');
  await userEvent.fill(praise, 'All of it');
  await userEvent.fill(page.getByLabelText('E-mail (optional)'), 'a@b.example');
  await drop([pdf()]);
  await expect.element(button('Remove 报告.pdf')).toBeVisible();
  await vi.waitFor(() => expect(localStorage.getItem(`hearback:${project}:files`)).toBe('1'));
  hearback.destroy();

  begin().open();
  await expect.element(praise).toHaveValue('All of it');
  await expect.element(page.getByLabelText('E-mail (optional)')).toHaveValue('a@b.example');
  await expect.element(button('Remove 报告.pdf')).toBeVisible();
  await button('Send').click();
  await vi.waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ kind: 'praise', attachments: [{}] });
  window.Hearback?.destroy();
  begin().open();
  await expect.element(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
  window.Hearback?.open('praise');
  await expect.element(praise).toHaveValue('');
  await expect.element(button('Remove 报告.pdf')).not.toBeInTheDocument();
});

test('another visitor finds nothing of what was written before', async () => {
  const hearback = await write('Mine');
  await drop([pdf()]);
  await expect.element(button('Remove 报告.pdf')).toBeVisible();
  await vi.waitFor(() => expect(localStorage.getItem(`hearback:${project}:files`)).toBe('1'));
  await hearback.reset();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  hearback.open('bug');
  await expect.element(field()).toHaveValue('');
  await expect.element(button('Remove 报告.pdf')).not.toBeInTheDocument();
  await vi.waitFor(async () =>
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(
      `hearback-outbox-${project}-draft`,
    ),
  );
});
