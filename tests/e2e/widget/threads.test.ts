// A thread with pictures and files both ways, from the answer of staff to the end of the conversation.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoProjectId } from '../../../supabase/local/demo.ts';
import { png } from '../../functions/pictures.ts';
import { openBrowser } from '../../support/browsers.ts';
import { type Client, stack, superuser } from '../../support/callers.ts';
import { violations } from '../support/scan.ts';
import { eventually } from './eventually.ts';
import { agent, conversationsOf } from './stored.ts';
import { tokenHash, type Visit, visit } from './visit.ts';

let browser: Browser;
let staff: Client;
let visitor: Visit;
let conversation: string;

beforeAll(async () => {
  browser = await openBrowser();
  staff = await agent();
  visitor = await visit(browser);
});
afterAll(() => browser?.close());

/** Uploads as the inbox does. @returns the id of the upload */
async function upload(content: Uint8Array<ArrayBuffer>, contentType: string, name: string): Promise<string> {
  const { data } = await staff.auth.getSession();
  const post = async (path: string, body: object) => {
    const response = await fetch(`${stack().apiUrl}/functions/v1/uploads${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${data.session?.access_token}` },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const { uploadId, url } = await post('', {
    idempotencyKey: randomUUID(),
    projectId: demoProjectId,
    contentType,
    bytes: content.byteLength,
    name,
  });
  await fetch(url, { method: 'PUT', body: content, headers: { 'content-type': contentType } });
  await post(`/${uploadId}/finalise`, {});
  return uploadId;
}

const guide = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');

test('staff answer with a picture and a file: the one opens over the page, the other is saved', async () => {
  const { page, widget } = visitor;
  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: 'Report a problem' }).click();
  await widget.text.fill('Where is the guide?');
  await widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await widget.panel.getByRole('button', { name: 'Open the conversation' }).click();
  conversation = (await conversationsOf(await tokenHash(page)))[0]?.id ?? '';

  const uploads = [
    { uploadId: await upload(png(900, 600), 'image/png', 'menu.png') },
    { uploadId: await upload(guide, 'application/pdf', 'Guide.pdf') },
  ];
  const { error } = await staff.rpc('staff_reply', {
    conversation,
    body: 'Here: https://example.com/guide, and as a file.',
    internal: false,
    idempotency_key: randomUUID(),
    uploads,
  });
  expect(error).toBeNull();

  // The thread is open: the answer comes by itself.
  const link = widget.panel.getByRole('link', { name: 'https://example.com/guide' });
  await link.waitFor();
  expect(await link.getAttribute('rel')).toContain('noopener');
  await widget.panel.getByRole('button', { name: /^Picture from/ }).click();
  const viewer = widget.host.locator('.viewer');
  await viewer.getByRole('heading', { name: 'menu.png' }).waitFor();
  await eventually(() =>
    viewer.locator('img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.width]),
  ).toEqual([900, 900]);
  expect(await violations(page, 'wcag', { within: 'hearback-widget' })).toEqual([]);
  await page.keyboard.press('+');
  await eventually(() => viewer.locator('img').evaluate((image: HTMLImageElement) => image.width)).toBe(1350);
  await page.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });
  expect(await widget.panel.isVisible()).toBe(true);

  const saving = page.waitForEvent('download');
  await widget.panel.getByRole('link', { name: /^Download\s*Guide\.pdf/ }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('Guide.pdf');
  expect(new Uint8Array(await readFile(await saved.path()))).toEqual(guide);
});

test('the visitor answers with a file of his own, and reads it back under its name', async () => {
  const { page, widget } = visitor;
  await widget.text.fill('Mine looks like this.');
  const choosing = page.waitForEvent('filechooser');
  await widget.panel.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles({
    name: '导出.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a,b\n1,2\n'),
  });
  await widget.panel.locator('.reply').getByText('导出.csv').waitFor();
  await widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await widget.panel
    .locator('.messages')
    .getByRole('link', { name: /^Download\s*导出\.csv/ })
    .waitFor();
});

test('once closed it asks how it went, and an answer opens it again; two weeks later it leads to a new one', async () => {
  const { page, widget } = visitor;
  const { error } = await staff.from('conversations').update({ status: 'closed' }).eq('id', conversation);
  expect(error).toBeNull();
  await widget.panel.getByText('If you write by', { exact: false }).waitFor();
  await widget.panel.getByRole('button', { name: /^4 of 5/ }).waitFor();
  expect(await violations(page, 'wcag', { within: 'hearback-widget' })).toEqual([]);
  await widget.panel.getByRole('button', { name: /^4 of 5/ }).click();
  await eventually(async () => {
    const [row] = await superuser()<{ score: number }[]>`
      select score from public.responses where conversation_id = ${conversation}`;
    return row?.score;
  }).toBe(4);

  await widget.text.last().fill('One more thing.');
  await widget.panel.getByRole('button', { name: 'Send', exact: true }).last().click();
  await eventually(async () => (await conversationsOf(await tokenHash(page)))[0]?.status).toBe('open');

  await staff.from('conversations').update({ status: 'closed' }).eq('id', conversation);
  await superuser()`update public.conversations
    set closed_at = now() - interval '15 days' where id = ${conversation}`;
  await widget.panel.getByRole('button', { name: 'Start a new conversation' }).click();
  await widget.panel.getByRole('heading', { name: 'Report a problem' }).waitFor();
  expect(await widget.text.inputValue()).toMatch(/^This follows Problem \d+\.\n\n$/);
  expect(visitor.errors).toEqual([]);
});
