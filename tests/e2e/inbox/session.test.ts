// Sessions that end, connections that break, links that lead in, and the wall between two companies.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { demoPassword, demoProjectId, otherUser } from '../../../supabase/local/demo.ts';
import { newPerson, newWorkspace, type Person, superuser, type Workspace } from '../../support/callers.ts';
import { addressOf, openInboxes, signIn, soon } from './pages.ts';
import { startConversation, storedMessages } from './visitors.ts';

const inboxes = openInboxes();
let workspace: Workspace;

beforeAll(async () => {
  workspace = await newWorkspace();
});

const ended = 'Your session has ended. Sign in again and you are back where you were.';

/** What happens when an administrator throws somebody out: no token of his can be renewed any more. */
async function revoke(person: Person, page: Page): Promise<void> {
  await superuser()`delete from auth.sessions where user_id = ${person.id}`;
  await superuser()`delete from auth.refresh_tokens where user_id = ${person.id}`;
  // The hour for which the last token is good, passed.
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('hearback-session-')) ?? '';
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...kept, expires_at: 1, expires_in: 0 }));
  });
}

test('an ended session leads to the sign-in, and from there back to the same place and draft', async () => {
  const { agent } = workspace.people;
  const { id } = await startConversation(workspace.projectKey, 'Where were we?');
  const page = await inboxes.open(agent, `#/inbox/${id}?status=all`);
  const box = page.getByRole('textbox', { name: 'Write a reply' });
  await box.fill('We were just');
  await revoke(agent, page);
  await page.getByText(ended).waitFor();
  expect(await page.getByText('Where were we?').count()).toBe(0);
  expect(page.url()).toBe(addressOf(`#/inbox/${id}?status=all`));

  await signIn(page, agent);
  await page.getByRole('article').getByText('Where were we?').waitFor();
  expect(page.url()).toBe(addressOf(`#/inbox/${id}?status=all`));
  expect(await box.inputValue()).toBe('We were just');
  await page.close();
});

test('signing out says nothing of an ended session, and leaves nothing to read', async () => {
  const page = await inboxes.open(workspace.people.admin);
  await page.getByRole('button', { name: 'Account: The admin Admin' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to Hearback' }).waitFor();
  expect(await page.getByText(ended).count()).toBe(0);
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in to Hearback' }).waitFor();
  await page.close();
});

test('without a connection the inbox says so, keeps what is written, and goes on by itself', async () => {
  const { id } = await startConversation(workspace.projectKey, 'Are you there?');
  const page = await inboxes.open(workspace.people.owner, `#/inbox/${id}`);
  const box = page.getByRole('textbox', { name: 'Write a reply' });
  await box.fill('Still here.');
  await page.context().setOffline(true);
  await page.getByRole('status').getByText('Offline, retrying …').waitFor();
  await page.getByRole('article').getByText('Are you there?').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Not sent; your text is kept. The server cannot be reached.').waitFor();
  expect(await box.inputValue()).toBe('Still here.');

  await page.context().setOffline(false);
  await page.getByText('Offline, retrying …').waitFor({ state: 'detached' });
  const late = await startConversation(workspace.projectKey, 'Sent meanwhile.');
  await page.locator(`.row[data-id="${late.id}"]`).waitFor();
  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.getByRole('article').getByText('Still here.').waitFor();
  expect((await storedMessages(id)).map((one) => one.body)).toEqual(['Are you there?', 'Still here.']);
  await page.close();
});

test('a screen that cannot be read says why and reads on when asked', async () => {
  const page = await inboxes.open(workspace.people.owner, '#/nps');
  await page.getByText('No answers yet').waitFor();
  await page.getByRole('link', { name: 'Boards' }).click();
  await page.getByText('No boards yet').waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'NPS' }).click();
  await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('No answers yet').waitFor();
  await page.close();
});

test('a link leads to its screen, also after a reload, also through the sign-in', async () => {
  const { id } = await startConversation(workspace.projectKey, 'Follow this link.', { kind: 'idea' });
  const hash = `#/inbox/${id}?status=all&kind=idea`;
  const page = await inboxes.open(workspace.people.viewer, hash);
  for (const again of [false, true]) {
    if (again) await page.reload();
    await page.getByRole('article').getByText('Follow this link.').waitFor();
    await page.locator(`.row[data-id="${id}"][aria-current]`).waitFor();
    expect(await page.getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('idea');
    expect(page.url()).toBe(addressOf(hash));
  }
  await page.goto(addressOf('#/no/such/screen'));
  await page.getByText('This address leads to no screen of the inbox.').waitFor();
  await page.getByRole('button', { name: 'Go to the inbox' }).click();
  await page.getByRole('heading', { name: 'Inbox', level: 1 }).waitFor();
  await page.close();
});

test('the admin of another company sees nothing of this one, whatever address he types', async () => {
  const [known] = await superuser()<
    Record<'conversation' | 'article' | 'board' | 'capture' | 'said', string>[]
  >`
    select c.id as conversation, c.preview as said,
      (select id from public.articles where project_id = ${demoProjectId} limit 1) as article,
      p.board_id as board, p.id as capture
    from public.conversations c, public.captures p
    where c.project_id = ${demoProjectId} and p.project_id = ${demoProjectId} limit 1`;
  if (known === undefined) throw new Error('the demo company is not there');
  const page = await inboxes.open({ email: otherUser.email, password: demoPassword });
  const answers: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/rest/v1/')) answers.push(await response.text().catch(() => ''));
  });
  await page.getByText('Papermill Notes').first().waitFor();
  await page.getByText('Nobody is waiting').waitFor();
  for (const hash of [
    `#/inbox/${known.conversation}?status=all`,
    `#/articles/${known.article}`,
    `#/boards/${known.board}/${known.capture}`,
  ]) {
    await page.goto(addressOf(hash));
    await page.getByRole('alert').getByText('It was deleted, or you may not see it.').waitFor();
  }
  for (const [room, empty] of [
    ['Articles', 'No articles yet'],
    ['NPS', 'No answers yet'],
    ['Boards', 'No boards yet'],
  ] as const) {
    await page.getByRole('link', { name: room }).click();
    await page.getByText(empty).waitFor();
  }
  await soon(async () => answers.length).toBeGreaterThan(6);
  const all = answers.join('\n');
  expect(all).not.toContain(demoProjectId);
  expect(all).not.toContain(JSON.stringify(known.said).slice(1, -1));
  await page.close();
});

test('somebody in two companies changes between them; nothing of one shows in the other', async () => {
  const other = await newWorkspace();
  const { agent } = other.people;
  await superuser()`update public.projects set name = 'First product' where id = ${workspace.projectId}`;
  await superuser()`update public.projects set name = 'Second product' where id = ${other.projectId}`;
  await superuser()`insert into public.members (workspace_id, user_id, role, display_name)
    values (${workspace.id}, ${agent.id}, 'viewer', 'A guest')`;
  const here = await startConversation(workspace.projectKey, 'Written to the first.');
  const there = await startConversation(other.projectKey, 'Written to the second.');
  const page = await inboxes.open(agent);
  const choice = page.getByRole('combobox', { name: 'Project' });
  await choice.selectOption({ label: 'Second product' });
  await page.getByText('Written to the second.').waitFor();
  expect(await page.getByText('Written to the first.').count()).toBe(0);
  await choice.selectOption({ label: 'First product' });
  await page.getByText('Written to the first.').waitFor();
  expect(await page.getByText('Written to the second.').count()).toBe(0);

  await page.locator(`.row[data-id="${here.id}"]`).click();
  await page.getByText('As a viewer you can read conversations.').waitFor();
  // A link into the other product takes its reader along.
  await page.goto(addressOf(`#/inbox/${there.id}`));
  await page.getByRole('textbox', { name: 'Write a reply' }).waitFor();
  expect(await choice.locator('option:checked').textContent()).toBe('Second product');
  await page.reload();
  await page.getByRole('article').getByText('Written to the second.').waitFor();
  await page.close();
});

test('an account without a workspace is told whom to ask', async () => {
  const lonely = await newPerson('Nobody');
  const page = await inboxes.strange();
  await signIn(page, lonely);
  await page
    .getByText(`${lonely.email} is not a member of any workspace. Ask an owner to add you.`)
    .waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to Hearback' }).waitFor();
  await page.close();
});
