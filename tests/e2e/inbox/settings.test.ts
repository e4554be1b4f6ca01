// The settings of a project change what the server does.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { Visitor } from '../../functions/visitor.ts';
import { newWorkspace, superuser, type Workspace } from '../../support/callers.ts';
import { openInboxes, soon } from './pages.ts';

const inboxes = openInboxes();
let workspace: Workspace;
let page: Page;

beforeAll(async () => {
  workspace = await newWorkspace(['https://app.example.com']);
  page = await inboxes.open(workspace.people.owner, '#/settings');
});

const part = (name: string) => page.getByRole('region', { name, exact: true });
const save = async (name: string) => {
  await part(name).getByRole('button', { name: 'Save', exact: true }).click();
  await part(name).getByRole('button', { name: 'Discard' }).waitFor({ state: 'detached' });
};

test('pages of an origin may use the key once it is in the list, and no more once it is out', async () => {
  const visitor = new Visitor(workspace.projectKey);
  const elsewhere = { origin: 'https://shop.example.com' };
  const body = () => ({
    idempotencyKey: crypto.randomUUID(),
    kind: 'idea',
    body: 'A thought.',
    locale: 'en',
  });
  expect((await visitor.post('/conversations', body(), elsewhere)).status).toBe(403);

  await part('Allowed origins').getByRole('textbox', { name: 'Add an origin' }).fill('shop.example.com/cart');
  await save('Allowed origins');
  await soon(async () => (await visitor.post('/conversations', body(), elsewhere)).status).toBeLessThan(300);

  await part('Allowed origins').getByRole('button', { name: 'Remove https://shop.example.com' }).click();
  await save('Allowed origins');
  await soon(async () => (await visitor.post('/conversations', body(), elsewhere)).status).toBe(403);
});

test('business hours and rest days are kept as they were entered', async () => {
  const hours = part('Business hours');
  await hours.getByText('Set hours', { exact: true }).click();
  await hours.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Shanghai');
  await hours.getByRole('group', { name: 'Saturday' }).getByRole('button', { name: 'Add hours' }).click();
  await hours.getByRole('group', { name: 'Saturday' }).getByLabel('Closes at', { exact: true }).fill('00:00');
  await save('Business hours');
  await part('Surveys')
    .getByRole('textbox', { name: /Days of rest/ })
    .fill('30');
  await save('Surveys');
  const [row] = await superuser()<{ business_hours: { week: unknown[] }; survey_rest_days: number }[]>`
    select business_hours, survey_rest_days from public.projects where id = ${workspace.projectId}`;
  expect(row).toMatchObject({ survey_rest_days: 30, business_hours: { timeZone: 'Asia/Shanghai' } });
  expect(row?.business_hours.week[5]).toEqual([['09:00', '24:00']]);
  await page.reload();
  await soon(() => hours.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Asia/Shanghai');
});

test('the owner sees the secret and changes it; an agent sees that it is not for him', async () => {
  const stored = async () => {
    const [row] = await superuser()<{ secret: string }[]>`
      select secret from private.project_secrets where project_id = ${workspace.projectId}`;
    return row?.secret ?? '';
  };
  const before = await stored();
  const secret = part('Signing secret');
  await secret.getByRole('button', { name: 'Show' }).click();
  await secret.getByText(before).waitFor();
  await secret.getByRole('button', { name: 'Change …' }).click();
  await page.getByRole('button', { name: 'Change secret' }).click();
  await soon(stored).not.toBe(before);
  await secret.getByText(await stored()).waitFor();

  const agent = await inboxes.open(workspace.people.agent, '#/settings');
  await agent.getByText('Owners and admins can see and change the secret.').waitFor();
  expect(await agent.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
  await agent.close();
});
