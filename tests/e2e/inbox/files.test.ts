// Files and facts that come with a message, and pictures and files that go with an answer, against the real server.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { newWorkspace, superuser, type Workspace } from '../../support/callers.ts';
import { addressOf, openInboxes, soon } from './pages.ts';
import { realPicture, sendFile, startConversation, writtenFrom } from './visitors.ts';

const inboxes = openInboxes();
let workspace: Workspace;
let page: Page;

beforeAll(async () => {
  workspace = await newWorkspace();
  page = await inboxes.open(workspace.people.agent);
});

type Sent = { name: string | null; contentType: string; url: string };
const attachmentsSeen = async (started: Awaited<ReturnType<typeof startConversation>>): Promise<Sent[]> => {
  const { body } = await started.visitor.get(`/conversations/${started.id}`);
  const { messages } = body as { messages: { attachments: Sent[] }[] };
  return messages.flatMap((message) => message.attachments);
};

test('a file of a visitor is saved under its name and never shown; what went on before is read and copied', async () => {
  const { visitor } = await startConversation(workspace.projectKey, 'An older one.');
  const content = '<script>alert(1)</script> log';
  const uploadId = await sendFile(visitor, { name: 'console.log', contentType: 'text/plain', content });
  const at = new Date(Date.now() - 5000).toISOString();
  const id = await visitor.start({
    body: 'Here is my log.',
    attachments: [{ uploadId }],
    context: {
      ...writtenFrom,
      custom: { plan: 'team', seats: 12 },
      logs: {
        errors: [{ at, text: 'x is undefined' }],
        requests: [{ at, method: 'POST', path: '/api/save', status: 500, ms: 31 }],
        steps: Array.from({ length: 9 }, (_, place) => ({ at, kind: 'click', text: `Row ${place}` })),
      },
    },
  });
  await page.goto(addressOf(`#/inbox/${id}`));
  const file = page.getByRole('button', { name: 'Save the file console.log' });
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).toBe('console.log');
  expect(await readFile(await download.path(), 'utf8')).toBe(content);
  const answer = await fetch(download.url());
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);

  const facts = page.locator('.facts');
  await facts.getByText('Not verified').waitFor();
  await facts.getByText('12', { exact: true }).waitFor();
  await facts.getByText('1 error · 1 failed request · 9 steps').waitFor();
  expect(await facts.locator('.log-entry').count()).toBe(6);
  await facts.getByRole('button', { name: 'Show all 11' }).click();
  const log = page.getByRole('dialog', { name: 'What happened before' });
  await log.getByText('POST /api/save → 500 (31 ms)').waitFor();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await log.getByRole('button', { name: 'Copy as text' }).click();
  await soon(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Error: x is undefined');
  await page.keyboard.press('Escape');
});

test('an answer with a picture and a file reaches the visitor; an upload that broke off goes on', async () => {
  const started = await startConversation(workspace.projectKey, 'Can you show me?');
  await page.goto(addressOf(`#/inbox/${started.id}`));
  // The bytes of the first try get lost.
  await page.route('**/storage/v1/object/upload/**', (route) => route.abort('connectionreset'), { times: 1 });
  const choose = page.locator('.composer input[type=file]');
  await choose.setInputFiles({
    name: 'guide.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 guide'),
  });
  await page.getByText('Not uploaded. The server cannot be reached.').waitFor();
  await page.getByRole('button', { name: 'Upload guide.pdf again' }).click();
  await choose.setInputFiles({
    name: 'screen.webp',
    mimeType: 'image/webp',
    buffer: Buffer.from(await realPicture()),
  });
  await soon(() => page.locator('.parcel-ready').count()).toBe(2);
  await page.getByRole('textbox', { name: 'Write a reply' }).fill('Like this.');
  await page.keyboard.press('Control+Enter');
  const message = page.getByRole('article').filter({ hasText: 'Like this.' });
  await message.getByRole('button', { name: 'Save the file guide.pdf' }).waitFor();
  await message.locator('.thumbnail img').waitFor();
  expect(await page.locator('.parcel').count()).toBe(0);

  const seen = await attachmentsSeen(started);
  expect(seen.map(({ name, contentType }) => [name, contentType]).sort()).toEqual([
    ['guide.pdf', 'application/pdf'],
    ['screen.webp', 'image/webp'],
  ]);
  const [stored] = await superuser()<{ count: number }[]>`
    select count(*)::int from public.messages where conversation_id = ${started.id} and author = 'member'`;
  expect(stored?.count).toBe(1);
});
