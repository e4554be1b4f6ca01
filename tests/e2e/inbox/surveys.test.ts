// A survey from a template to its results: made, started, answered, read, exported, removed.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { demoPassword, demoProjectId, demoUsers } from '../../../supabase/local/demo.ts';
import { newWorkspace, superuser, type Workspace } from '../../support/callers.ts';
import { addressOf, hasFocus, openInboxes, soon } from './pages.ts';

const sql = superuser();
const inboxes = openInboxes();
let workspace: Workspace;
let page: Page;

beforeAll(async () => {
  workspace = await newWorkspace();
  page = await inboxes.open(workspace.people.pm, '#/surveys');
});

const kept = async () => {
  const [row] = await sql`
    select name, slug, active, questions, trigger from public.surveys where project_id = ${workspace.projectId}`;
  return row;
};
const row = (name: string) => page.locator('.surveys tbody tr').filter({ hasText: name });
const act = async (name: string, action: string) => {
  await row(name).getByRole('button').click();
  await page.getByRole('menuitem', { name: action }).click();
};

test('a template becomes a survey that runs, written with the keyboard alone', async () => {
  const template = page.getByRole('link', { name: /^Satisfaction after a conversation/ });
  await template.focus();
  await page.keyboard.press('Enter');
  const name = page.getByLabel('Name', { exact: true }).and(page.locator('input'));
  await name.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Help desk');
  await page.getByRole('button', { name: 'Move question 2: arrow keys or drag' }).focus();
  await page.keyboard.press('ArrowUp');
  await soon(() => hasFocus(page, '[aria-label="Move question 1: arrow keys or drag"]')).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Save and start' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/surveys\/[0-9a-f-]{36}$/);
  expect(await kept()).toMatchObject({
    name: 'Help desk',
    slug: 'help-desk',
    active: true,
    trigger: { conversationClosed: true },
    questions: [{ id: 'score' }, { id: 'reason' }],
  });
});

test('a question is dragged to another place', async () => {
  const grip = (number: number) =>
    page.getByRole('button', { name: `Move question ${number}: arrow keys or drag` });
  await grip(2).scrollIntoViewIfNeeded();
  const [from, to] = await Promise.all([grip(2).boundingBox(), grip(1).boundingBox()]);
  if (!from || !to) throw new Error('no handles');
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 5, to.y, { steps: 5 });
  await page.mouse.up();
  await page.getByText('Question 2 is now question 1 of 2').waitFor({ state: 'attached' });
  // The branch of the other question leads onwards still: to the end.
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await soon(async () => (await kept())?.questions[0].id).toBe('reason');
});

test('it is paused, brought back, doubled and removed from the list', async () => {
  await page.goto(addressOf('#/surveys'));
  await act('Help desk', 'Pause');
  await soon(async () => (await kept())?.active).toBe(false);
  await page.getByRole('button', { name: 'Undo' }).click();
  await soon(async () => (await kept())?.active).toBe(true);

  await act('Help desk', 'Duplicate');
  await page.waitForURL(/#\/surveys\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: 'Back to the surveys' }).click();
  await row('Help desk (copy)').getByText('Draft').waitFor();
  await act('Help desk (copy)', 'Delete');
  await page
    .getByText('“Help desk (copy)” and its 0 responses are removed for good.', { exact: false })
    .waitFor();
  await page.locator('dialog').getByRole('button', { name: 'Delete' }).click();
  await row('Help desk (copy)').waitFor({ state: 'detached' });
  expect(await sql`select slug from public.surveys where project_id = ${workspace.projectId}`).toEqual([
    { slug: 'help-desk' },
  ]);
});

test('the results are those of the database, and the export holds every response', async () => {
  const agent = await inboxes.open({ email: demoUsers.agent.email, password: demoPassword }, '#/surveys');
  await agent.getByRole('link', { name: 'Table export' }).click();
  await agent.locator('label').filter({ hasText: 'All time' }).click();
  const [figures] = await sql<{ id: string; shown: number; answered: number; report: number }[]>`
    select s.id, count(*)::int as shown, count(*) filter (where r.answers <> '{}')::int as answered,
      count(*) filter (where r.answers ->> 'goal' = 'report')::int as report
    from public.responses r join public.surveys s on s.id = r.survey_id
    where s.project_id = ${demoProjectId} and s.slug = 'export' group by s.id`;
  const figure = (name: string) =>
    agent
      .locator('.figures dl > div')
      .filter({ has: agent.getByText(name, { exact: true }) })
      .locator('dd');
  await agent.waitForURL(/range=all$/);
  await soon(() => figure('Shown').textContent()).toBe(String(figures?.shown));
  expect(await figure('Answered').textContent()).toBe(String(figures?.answered));
  const report = agent.locator('.bars > div').filter({ hasText: 'A report' }).locator('.bar-figure');
  expect(await report.textContent()).toMatch(new RegExp(`^${figures?.report} `));

  const [download] = await Promise.all([
    agent.waitForEvent('download'),
    agent.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('export.csv');
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength((figures?.shown ?? 0) + 1);
  expect(csv).toContain('What did you export the table for?');
  expect(csv).toContain('A report');
});
