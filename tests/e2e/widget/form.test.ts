// What a visitor writes, with pictures and files: over a reload, as he left things out, to where it is kept.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { choose, panelButton, use } from './capture/page.ts';
import { eventually } from './eventually.ts';
import { conversationsOf, storedPicture } from './stored.ts';
import { tokenHash, type Visit, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const csv = Buffer.from('名,价\n书,12\n');
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

async function attach(visitor: Visit): Promise<void> {
  const asked = visitor.page.waitForEvent('filechooser');
  await panelButton(visitor, 'Attach a file').click();
  await (await asked).setFiles([
    { name: '报价.csv', mimeType: 'text/csv', buffer: csv },
    { name: 'offer.pdf', mimeType: 'application/pdf', buffer: pdf },
  ]);
  await panelButton(visitor, 'Remove offer.pdf').waitFor();
}

/** How many marks the picture in the editor has, as its name tells. */
const marks = ({ widget }: Visit) => widget.editor.getByRole('application').getAttribute('aria-label');

test('a message with a marked picture and files survives a reload and arrives without what was left out', async () => {
  const visitor = await visit(browser, { path: 'index.html?customer=4711#orders' });
  const { page, widget, errors } = visitor;
  await page.evaluate(() => {
    window.Hearback?.setContext({ plan: 'pro', tenant: 'acme' });
    window.Hearback?.open('praise');
  });
  await widget.text.fill('The new table is a joy.');
  await choose(visitor, 'Visible page');
  await widget.editor.getByRole('application').waitFor();
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await eventually(() => marks(visitor)).toMatch(/marks: 1/);
  await use(visitor);
  await panelButton(visitor, 'Edit picture 1').waitFor();
  await attach(visitor);
  // Until the last of them is in the database.
  await eventually(() =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          indexedDB.databases().then((all) => {
            const name = all.find((each) => each.name?.endsWith('-draft'))?.name;
            if (!name) return resolve(0);
            const opening = indexedDB.open(name);
            opening.onsuccess = () => {
              const counting = opening.result.transaction('records').objectStore('records').count();
              counting.onsuccess = () => {
                opening.result.close();
                resolve(counting.result);
              };
            };
          });
        }),
    ),
  ).toBe(3);

  await page.reload();
  await page.evaluate(() => window.Hearback?.setContext({ plan: 'pro', tenant: 'acme' }));
  await widget.launcher.click();
  await eventually(() => widget.text.inputValue()).toBe('The new table is a joy.');
  await panelButton(visitor, 'Remove 报价.csv').waitFor();
  await panelButton(visitor, 'Edit picture 1').click();
  await eventually(() => marks(visitor)).toMatch(/marks: 1/);
  await widget.editor.getByRole('button', { name: /^Undo/ }).click();
  await eventually(() => marks(visitor)).toMatch(/marks: 0/);
  await widget.editor.getByRole('button', { name: 'Cancel' }).click();

  await widget.panel.getByText('What is sent with it').click();
  await widget.panel.getByText('index.html?customer=***#orders').waitFor();
  for (const name of ['Browser', 'tenant']) await widget.panel.getByRole('switch', { name }).click();
  await panelButton(visitor, 'Send').click();
  await widget.panel.getByRole('heading', { name: /^Received/ }).waitFor();

  const [conversation] = await conversationsOf(await tokenHash(page));
  expect(conversation).toMatchObject({ kind: 'praise', messages: [{ body: 'The new table is a joy.' }] });
  expect(conversation?.context).toMatchObject({ pageTitle: await page.title(), custom: { plan: 'pro' } });
  expect(conversation?.context.pageUrl).toMatch(/index\.html\?customer=\*\*\*#orders$/);
  expect(conversation?.context).not.toHaveProperty('userAgent');
  expect(conversation?.context).not.toHaveProperty('custom.tenant');

  const attachments = conversation?.attachments ?? [];
  const file = (type: string) => attachments.find(({ contentType }) => contentType === type);
  expect(attachments).toHaveLength(3);
  expect(attachments.find(({ annotation }) => annotation)).toMatchObject({ width: 1280, height: 800 });
  expect(file('text/csv')).toMatchObject({ name: '报价.csv', bytes: csv.length, state: 'attached' });
  expect(file('application/pdf')).toMatchObject({ name: 'offer.pdf', bytes: pdf.length });
  expect(await storedPicture(file('text/csv')?.path ?? '')).toEqual(csv);

  await page.reload();
  await widget.launcher.click();
  await widget.panel.getByRole('heading', { name: 'How can we help?' }).waitFor();
  expect(errors).toEqual([]);
  await visitor.context.close();
});
