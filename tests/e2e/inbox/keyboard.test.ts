// The inbox without a mouse: keys, where the focus lands, and drafts that stay with their conversation.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { newWorkspace, superuser, type Workspace } from '../../support/callers.ts';
import { addressOf, hasFocus, openInboxes, soon } from './pages.ts';
import { type Started, startConversation, storedMessages } from './visitors.ts';

const inboxes = openInboxes();
let workspace: Workspace;
let page: Page;
/** Newest first, as in the list. */
let sent: Started[];

beforeAll(async () => {
  workspace = await newWorkspace();
  sent = [];
  for (const body of ['The first.', 'The second.', 'The third.'])
    sent.unshift(await startConversation(workspace.projectKey, body));
  page = await inboxes.open(workspace.people.agent);
  await page.getByText('The first.').waitFor();
});

const idOf = (place: number) => sent[place]?.id ?? '';
const focusOnRow = (place: number) => soon(() => hasFocus(page, `.row[data-id="${idOf(place)}"]`)).toBe(true);
const reply = () => page.getByRole('textbox', { name: 'Write a reply' });
const note = () => page.getByRole('textbox', { name: 'Write an internal note' });

test('j and k walk through the list, Enter opens, Escape leads back to the row', async () => {
  await page.keyboard.press('j');
  await focusOnRow(0);
  await page.keyboard.press('j');
  await focusOnRow(1);
  await page.keyboard.press('ArrowDown');
  await focusOnRow(2);
  await page.keyboard.press('j');
  await focusOnRow(2);
  await page.keyboard.press('k');
  await focusOnRow(1);
  await page.keyboard.press('Enter');
  await page.getByRole('article').getByText('The second.').waitFor();
  await page.waitForURL(addressOf(`#/inbox/${idOf(1)}`));
  await page.keyboard.press('Escape');
  await page.waitForURL(addressOf('#/inbox'));
  await focusOnRow(1);
});

test('r writes a reply, n a note; letters in a text are letters', async () => {
  await page.goto(addressOf(`#/inbox/${idOf(0)}`));
  await reply().waitFor();
  await page.keyboard.press('n');
  await soon(() => hasFocus(page, '.composer-note textarea')).toBe(true);
  await page.keyboard.type('jkern?');
  expect(await note().inputValue()).toBe('jkern?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await note().fill('');
  await page.getByRole('heading', { level: 2 }).focus();
  await page.keyboard.press('r');
  await soon(() => hasFocus(page, '.composer-reply textarea')).toBe(true);
  await page.keyboard.type('Answered by keys alone.');
  await page.keyboard.press('Control+Enter');
  await soon(() => reply().inputValue()).toBe('');
  await soon(() => hasFocus(page, '.composer-reply textarea')).toBe(true);
  expect((await storedMessages(idOf(0))).at(-1)?.body).toBe('Answered by keys alone.');
});

test('e closes and reopens; the notice has its undo in reach of Tab', async () => {
  const status = async () => {
    const [row] = await superuser()<{ status: string }[]>`
      select status from public.conversations where id = ${idOf(2)}`;
    return row?.status;
  };
  await page.goto(addressOf(`#/inbox/${idOf(2)}`));
  await page.getByRole('article').getByText('The first.').waitFor();
  await page.getByRole('heading', { level: 2 }).focus();
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Reopen conversation' }).waitFor();
  await soon(status).toBe('closed');
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await soon(status).toBe('open');
  await page.getByRole('button', { name: 'Close conversation' }).waitFor();
});

test('? lists every key; Escape closes the list and gives the focus back', async () => {
  await page.goto(addressOf(`#/inbox/${idOf(1)}`));
  await page.getByRole('article').getByText('The second.').waitFor();
  await page.getByRole('heading', { level: 2 }).focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.waitFor();
  const keys = await help.locator('kbd').allTextContents();
  for (const key of ['j', 'k', 'Enter', 'r', 'n', 'e', '/', '?', 'Esc']) expect(keys).toContain(key);
  await page.keyboard.press('e');
  expect(await page.getByText(/closed$/).count()).toBe(0);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  expect(await hasFocus(page, '#thread-title')).toBe(true);
});

test('drafts of reply and note stay with their conversation and outlive a reload', async () => {
  await page.goto(addressOf(`#/inbox/${idOf(1)}`));
  await reply().fill('Half an answer to the second');
  await page.getByRole('heading', { level: 2 }).focus();
  await page.keyboard.press('n');
  await note().fill('A remark on the second');
  await page.goto(addressOf(`#/inbox/${idOf(2)}`));
  await page.getByRole('article').getByText('The first.').waitFor();
  expect(await reply().inputValue()).toBe('');
  await reply().fill('An answer to the first');

  await page.goto(addressOf(`#/inbox/${idOf(1)}`));
  await page.reload();
  await page.getByRole('article').getByText('The second.').waitFor();
  expect(await reply().inputValue()).toBe('Half an answer to the second');
  await page.keyboard.press('n');
  expect(await note().inputValue()).toBe('A remark on the second');
  expect((await storedMessages(idOf(1))).length).toBe(1);
});

test('the first Tab offers to skip to the content; a new screen begins with the focus in it', async () => {
  await page.goto(addressOf('#/articles'));
  await page.reload();
  await page.getByText('No articles yet').waitFor();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Skip to content' });
  expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await hasFocus(page, 'main')).toBe(true);
  await page.getByRole('link', { name: 'Boards' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Boards' }).waitFor();
  await soon(() => hasFocus(page, 'main, main *')).toBe(true);
});

test('the slash key searches articles', async () => {
  await page.goto(addressOf('#/articles'));
  await page.getByText('No articles yet').waitFor();
  await page.keyboard.press('/');
  await soon(() => hasFocus(page, 'input[type=search]')).toBe(true);
});
