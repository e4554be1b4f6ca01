// Support's path through the real inbox: a conversation arrives, is looked into, answered, noted on and closed.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { newWorkspace, superuser, type Workspace } from '../../support/callers.ts';
import { addressOf, openInboxes, signIn, soon } from './pages.ts';
import {
  realPicture,
  type Started,
  startConversation,
  storedMessages,
  threadOf,
  writtenFrom,
} from './visitors.ts';

const inboxes = openInboxes();
let workspace: Workspace;
let page: Page;

beforeAll(async () => {
  workspace = await newWorkspace();
  page = await inboxes.open(workspace.people.agent);
});

const row = (id: string) => page.locator(`.row[data-id="${id}"]`);
const message = (text: string) => page.getByRole('article').filter({ hasText: text });
const statusOf = async (id: string) => {
  const [found] = await superuser()<{ status: string }[]>`
    select status from public.conversations where id = ${id}`;
  return found?.status;
};

/** Opens a conversation that was just sent. */
async function opened(body: string): Promise<Started> {
  const started = await startConversation(workspace.projectKey, body);
  await page.goto(addressOf(`#/inbox/${started.id}`));
  await message(body).waitFor();
  return started;
}

test('a wrong password is answered with one sentence, and the right one leads in', async () => {
  const { agent } = workspace.people;
  const stranger = await inboxes.strange('#/nps');
  await signIn(stranger, { ...agent, password: 'not the password' });
  await stranger.getByText('E-mail or password is wrong. Check both and try again.').waitFor();
  expect(await stranger.locator('input[name=email]').inputValue()).toBe(agent.email);
  expect(await stranger.locator('input[name=password]').evaluate((el) => el === document.activeElement)).toBe(
    true,
  );
  await signIn(stranger, agent);
  await stranger.getByRole('heading', { name: 'NPS', level: 1 }).waitFor();
  await stranger.close();
});

test('a new conversation appears without reloading and shows all that was sent', async () => {
  await page.goto(addressOf('#/'));
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));

  const uploader = await startConversation(workspace.projectKey, 'An older question.');
  await row(uploader.id).waitFor();
  const uploadId = await uploader.visitor.upload(await realPicture(), 'image/webp');
  const body = 'The tooltip hides June.\nSee https://app.example.com/help for what I tried.';
  const id = await uploader.visitor.start({
    kind: 'bug',
    body,
    context: writtenFrom,
    attachments: [{ uploadId }],
  });
  await row(id).waitFor();
  expect(await page.locator('.row').first().getAttribute('data-id')).toBe(id);
  expect(await row(id).textContent()).toMatch(/Anonymous[\s\S]*#2[\s\S]*The tooltip hides June/);
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);

  await row(id).click();
  await message('The tooltip hides June.').waitFor();
  const link = page.getByRole('log').getByRole('link', { name: 'https://app.example.com/help' });
  expect(await link.getAttribute('rel')).toContain('noopener');

  const facts = page.locator('.facts');
  const source = facts.getByRole('link', { name: writtenFrom.pageUrl });
  expect(await source.getAttribute('href')).toBe(writtenFrom.pageUrl);
  expect(await source.getAttribute('rel')).toContain('noopener');
  const [stored] = await superuser()<{ created_at: Date }[]>`
    select created_at from public.conversations where id = ${id}`;
  const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  for (const fact of ['Chrome 142, Windows', '1280 × 720 px', '2×', time.format(stored?.created_at)])
    await facts.getByText(fact, { exact: true }).waitFor();
});

test('a picture opens at full size: as many pixels as are stored', async () => {
  const started = await startConversation(workspace.projectKey, 'With a picture.');
  const uploadId = await started.visitor.upload(await realPicture(), 'image/webp');
  const id = await started.visitor.start({ body: 'Here it is.', attachments: [{ uploadId }] });
  await page.goto(addressOf(`#/inbox/${id}`));
  await page.getByRole('button', { name: 'Open picture 1 at full size' }).click();
  const viewer = page.getByRole('dialog', { name: 'Picture' });
  const picture = viewer.getByRole('img', { name: 'Picture' });
  await picture.waitFor();
  await viewer.getByRole('button', { name: '100 %' }).click();

  const [stored] = await superuser()<{ width: number; height: number }[]>`
    select a.width, a.height from public.attachments a
    join public.messages m on m.id = a.message_id where m.conversation_id = ${id}`;
  const seen = await picture.evaluate(async (element) => {
    if (!(element instanceof HTMLImageElement)) throw new Error('no image');
    await element.decode();
    const { naturalWidth, naturalHeight, clientWidth } = element;
    return { width: naturalWidth, height: naturalHeight, drawn: clientWidth };
  });
  expect(stored?.width).toBeGreaterThan(500);
  expect(seen).toEqual({ width: stored?.width, height: stored?.height, drawn: stored?.width });

  await page.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });
  const thumbnail = page.getByRole('button', { name: 'Open picture 1 at full size' });
  expect(await thumbnail.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('a reply sent twice, by keys or by double click, is stored once and reaches the visitor', async () => {
  const started = await opened('How do I undo this?');
  const box = page.getByRole('textbox', { name: 'Write a reply' });
  await box.fill('Press Ctrl and Z.');
  await Promise.all([page.keyboard.press('Control+Enter'), page.keyboard.press('Control+Enter')]);
  await message('Press Ctrl and Z.').waitFor();
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
  await box.fill('Or use the menu.');
  await page.getByRole('button', { name: 'Send reply' }).dblclick();
  await message('Or use the menu.').waitFor();

  await soon(() => threadOf(started)).toMatchObject([
    { author: 'visitor', body: 'How do I undo this?' },
    { author: 'member', body: 'Press Ctrl and Z.' },
    { author: 'member', body: 'Or use the menu.' },
  ]);
  expect(await storedMessages(started.id)).toHaveLength(3);
  await soon(() => row(started.id).locator('.row-unanswered').count()).toBe(0);
});

test('a reply whose receipt is lost on the way is stored once when it is sent again', async () => {
  const started = await opened('Did my answer arrive?');
  // The server gets it; its answer never comes back.
  await page.route(
    '**/rest/v1/rpc/staff_reply',
    async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  const box = page.getByRole('textbox', { name: 'Write a reply' });
  await box.fill('It did.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Not sent; your text is kept. The server cannot be reached.').waitFor();
  expect(await box.inputValue()).toBe('It did.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
  expect((await storedMessages(started.id)).map((one) => one.body)).toEqual([
    'Did my answer arrive?',
    'It did.',
  ]);
  expect(await message('It did.').count()).toBe(1);
});

test('an internal note is stored as such, and the visitor never gets it', async () => {
  const started = await opened('Is this a known fault?');
  await page.locator('.composer label').filter({ hasText: 'Internal note' }).click();
  await page.getByText('Only your team sees notes.').waitFor();
  await page.getByRole('textbox', { name: 'Write an internal note' }).fill('Known since Monday; ask Ines.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('article', { name: 'Internal note: The agent' }).waitFor();

  expect(await storedMessages(started.id)).toMatchObject([
    { author: 'visitor', internal: false },
    { author: 'member', internal: true, body: 'Known since Monday; ask Ines.' },
  ]);
  expect(JSON.stringify((await started.visitor.get(`/conversations/${started.id}`)).body)).not.toContain(
    'Monday',
  );
  expect((await started.visitor.get('/unread')).body).toEqual({ unread: 0 });
});

test('closing takes a conversation off the list of open ones; undo brings it back', async () => {
  const { id, number } = await opened('Please close me.');
  await row(id).waitFor();
  await page.getByRole('button', { name: 'Close conversation' }).click();
  await page.getByText(`Conversation #${number} closed`).waitFor();
  expect(await statusOf(id)).toBe('closed');
  await row(id).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Reopen conversation' }).waitFor();

  await page.getByRole('button', { name: 'Undo' }).click();
  await row(id).waitFor();
  expect(await statusOf(id)).toBe('open');
  await page.getByRole('button', { name: 'Close conversation' }).waitFor();
});

test("a visitor's answer reopens a closed conversation in sight of the agent", async () => {
  const started = await opened('It happens again and again.');
  await page.getByRole('button', { name: 'Close conversation' }).click();
  await row(started.id).waitFor({ state: 'detached' });
  await page.locator('label').filter({ hasText: 'Closed' }).click();
  await row(started.id).waitFor();

  const { status } = await started.visitor.post(`/conversations/${started.id}/messages`, {
    idempotencyKey: crypto.randomUUID(),
    body: 'And once more.',
  });
  expect(status).toBeLessThan(300);
  await message('And once more.').waitFor();
  await page.locator('.thread-head').getByText('Open', { exact: true }).waitFor();
  await row(started.id).waitFor({ state: 'detached' });
  await page.locator('label').filter({ hasText: 'Open' }).click();
  await row(started.id).waitFor();
  expect(await statusOf(started.id)).toBe('open');
});

test('a viewer and a product manager read and are told why they cannot answer', async () => {
  const { id } = await startConversation(workspace.projectKey, 'Who may answer this?');
  for (const [role, words] of [
    ['viewer', 'As a viewer you can read conversations. Agents and admins answer them.'],
    ['pm', 'As a product manager you can read conversations. Agents and admins answer them.'],
  ] as const) {
    const reader = await inboxes.open(workspace.people[role], `#/inbox/${id}`);
    await reader.getByText(words).waitFor();
    expect(await reader.getByRole('textbox').count()).toBe(0);
    expect(await reader.getByRole('button', { name: /Close conversation|Send|Add note/ }).count()).toBe(0);
    await reader.keyboard.press('e');
    await reader.keyboard.press('r');
    expect(await reader.getByRole('textbox').count()).toBe(0);
    await reader.close();
  }
  expect(await statusOf(id)).toBe('open');
});
