// A product manager's boards: pictures, where they come from, and who may change them.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { newWorkspace, stack, superuser, type Workspace } from '../../support/callers.ts';
import { addressOf, openInboxes, soon } from './pages.ts';
import { realPicture } from './visitors.ts';

const inboxes = openInboxes();
let workspace: Workspace;
let page: Page;

beforeAll(async () => {
  workspace = await newWorkspace();
  page = await inboxes.open(workspace.people.pm, '#/boards');
});

const sourceUrl = 'https://rival.example/pricing?plan=team';
const capturedAt = '2026-10-05T09:30:00.000Z';

/** Files a capture as the extension does: the picture into Storage, its row through the function. */
async function fileCapture(boardId: string, title: string, competitorId: string | null) {
  const { pm } = workspace.people;
  const id = randomUUID();
  const path = `${workspace.projectId}/${pm.id}/${id}.webp`;
  const bytes = await realPicture();
  const put = await pm.client.storage.from('captures').upload(path, bytes, { contentType: 'image/webp' });
  if (put.error) throw put.error;
  const answer = await fetch(`${stack().apiUrl}/functions/v1/captures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${pm.accessToken}`, apikey: stack().publishableKey },
    body: JSON.stringify({
      id,
      projectId: workspace.projectId,
      path,
      title,
      note: 'Five seats at least.',
      sourceUrl,
      pageTitle: 'Pricing',
      boardId,
      competitorId,
      capturedAt,
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return { id, path };
}

/** A board with a capture of a competitor and one of nobody. */
async function newBoard(name: string) {
  const sql = superuser();
  const [made] = await sql<{ board: string; competitor: string }[]>`
    with b as (insert into public.boards (project_id, name) values (${workspace.projectId}, ${name}) returning id),
      c as (insert into public.competitors (project_id, name, domain)
        values (${workspace.projectId}, 'Rival', ${`${randomUUID()}.example`}) returning id)
    select b.id as board, c.id as competitor from b, c`;
  if (made === undefined) throw new Error('no board');
  const first = await fileCapture(made.board, 'Price of the team plan', made.competitor);
  const second = await fileCapture(made.board, 'Their welcome page', null);
  return { ...made, first, second };
}
const objects = (path: string) => superuser()`select name from storage.objects where name = ${path}`;
const loaded = (within: Page) =>
  within
    .locator('.capture-picture img')
    .evaluateAll((all) =>
      all.map((one) => (one instanceof HTMLImageElement && one.complete ? one.naturalWidth : 0)),
    );

test('a board is made, its name is taken once only, and it is renamed', async () => {
  await page.getByText('No boards yet').waitFor();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await page.getByRole('button', { name: 'New board' }).click();
  await name.press('Enter');
  await dialog.getByText('Give the board a name.').waitFor();
  await name.fill('Prices');
  await name.press('Enter');
  await page.getByRole('heading', { name: 'Prices', level: 1 }).waitFor();
  await page.getByText('No captures yet').waitFor();

  await page.goto(addressOf('#/boards'));
  await page.getByRole('button', { name: 'New board' }).click();
  await name.fill('Prices');
  await dialog.getByRole('button', { name: 'Create board' }).click();
  await dialog.getByText('This project already has a board of this name.').waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Prices' }).click();
  await page.getByRole('button', { name: 'Rename' }).click();
  await name.fill('Prices of others');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Prices of others', level: 1 }).waitFor();
  const rows = await superuser()`select name from public.boards where project_id = ${workspace.projectId}`;
  expect(rows).toEqual([{ name: 'Prices of others' }]);
});

test('captures show their pictures, and in detail their source and time', async () => {
  const { board, competitor, first } = await newBoard('In detail');
  await page.goto(addressOf(`#/boards/${board}`));
  const card = page.getByRole('link', { name: 'Price of the team plan' });
  await card.waitFor();
  await soon(async () => (await loaded(page)).filter((width) => width > 500).length).toBe(2);
  await page.getByRole('combobox', { name: 'Competitor' }).selectOption(competitor);
  await page.getByRole('link', { name: 'Their welcome page' }).waitFor({ state: 'detached' });

  await card.click();
  await page.waitForURL(new RegExp(`/${first.id}`));
  const detail = page.getByRole('dialog', { name: 'Price of the team plan' });
  const source = detail.getByRole('link', { name: sourceUrl });
  expect(await source.getAttribute('href')).toBe(sourceUrl);
  expect(await source.getAttribute('rel')).toContain('noopener');
  const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  await detail.getByText(time.format(new Date(capturedAt)), { exact: true }).waitFor();
  await detail.getByText('The pm').waitFor();
  await detail.getByText('Five seats at least.').waitFor();

  await detail.getByRole('button', { name: 'Open the picture at full size' }).click();
  const picture = page.getByRole('dialog', { name: 'Picture' }).getByRole('img');
  const [stored] = await superuser()<{ width: number }[]>`
    select width from public.captures where id = ${first.id}`;
  await soon(() => picture.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth)).toBe(
    stored?.width,
  );
  await page.keyboard.press('Escape');
  await detail.waitFor();
  await page.keyboard.press('Escape');
  await detail.waitFor({ state: 'detached' });
});

test('a note is edited; a deleted capture takes its file with it', async () => {
  const { board, first, second } = await newBoard('To be changed');
  await page.goto(addressOf(`#/boards/${board}/${first.id}`));
  await page.reload();
  const detail = page.getByRole('dialog');
  await detail.getByRole('button', { name: 'Edit' }).click();
  await detail.getByRole('textbox', { name: 'Note' }).fill('Three seats now.');
  await detail.getByRole('textbox', { name: 'Title' }).fill('Price, again');
  await detail.getByRole('button', { name: 'Save' }).click();
  await detail.getByText('Three seats now.').waitFor();
  expect(await superuser()`select title, note from public.captures where id = ${first.id}`).toEqual([
    { title: 'Price, again', note: 'Three seats now.' },
  ]);

  expect(await objects(first.path)).toHaveLength(1);
  await detail.getByRole('button', { name: 'Delete capture' }).click();
  await detail.getByText('Delete picture and note for good?').waitFor();
  await detail.getByRole('button', { name: 'Delete capture' }).click();
  await detail.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Their welcome page' }).waitFor();
  expect(await page.getByRole('link', { name: 'Price, again' }).count()).toBe(0);
  expect(await superuser()`select id from public.captures where board_id = ${board}`).toEqual([
    { id: second.id },
  ]);
  expect(await objects(first.path)).toHaveLength(0);
  const { data } = await workspace.people.owner.client.storage.from('captures').download(first.path);
  expect(data).toBeNull();
});

test('agents and viewers look at boards and have nothing to change them with', async () => {
  const { first } = await newBoard('For looking');
  for (const [role, words] of [
    ['agent', 'As an agent you can look at boards. Product managers and admins fill them.'],
    ['viewer', 'As a viewer you can look at boards. Product managers and admins fill them.'],
  ] as const) {
    const reader = await inboxes.open(workspace.people[role], '#/boards');
    await reader.getByText(words).waitFor();
    await reader.getByRole('link', { name: 'For looking' }).click();
    await soon(async () => (await loaded(reader)).filter((width) => width > 500).length).toBe(2);
    await reader.getByRole('link', { name: 'Price of the team plan' }).click();
    await reader.getByRole('dialog').getByText('Five seats at least.').waitFor();
    expect(await reader.getByRole('button', { name: /New board|Rename|Edit|Delete/ }).count()).toBe(0);
    await reader.close();
  }
  expect(await objects(first.path)).toHaveLength(1);
});
