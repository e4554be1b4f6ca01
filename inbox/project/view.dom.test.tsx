import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { MemberRole } from '../../shared/domain/nouns.ts';
import { navigate } from '../routing/router.ts';
import { type Answering, stage } from '../support/stage.tsx';
import { ProjectSettings } from './view.tsx';

let shown: ReturnType<typeof stage>;
let asked: unknown[];
let refuse: boolean;
const stored = {
  publishable_key: 'pk_test',
  allowed_origins: ['https://a.example', 'https://b.example'],
  business_hours: null,
  survey_rest_days: 7,
};

const server: Answering = ({ method, url, body }) => {
  if (url.pathname.endsWith('/rpc/project_secret')) return Response.json('first secret');
  if (url.pathname.endsWith('/rpc/rotate_project_secret')) {
    asked.push('rotate');
    return Response.json('second secret');
  }
  if (method !== 'PATCH') return Response.json(stored);
  asked.push(body);
  return refuse
    ? Response.json({ code: '', message: 'busy' }, { status: 503 })
    : Response.json([{ id: 'project' }]);
};
const open = (role: MemberRole = 'admin') => {
  shown = stage(<ProjectSettings />, server, role);
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
const part = (name: string) => page.getByRole('region', { name, exact: true });

beforeEach(() => {
  localStorage.setItem('hearback:inbox:locale', 'en');
  asked = [];
  refuse = false;
});
afterEach(() => shown.leave());

test('the lines to copy hold the key and the server of this project', async () => {
  open('viewer');
  await expect.poll(() => part('Lines to copy').query()?.textContent).toMatch(/data-project="pk_test"/);
  await expect.poll(() => part('Lines to copy').query()?.textContent).toMatch(/data-api="http:\/\/api.test"/);
  await page.getByRole('tab', { name: 'React' }).click();
  await expect.poll(() => part('Lines to copy').query()?.textContent).toMatch(/hearback\/react/);
});

test('an origin typed but not added yet is saved with the others', async () => {
  open();
  await page.getByRole('textbox', { name: 'Add an origin' }).fill('c.example/path');
  await part('Allowed origins').getByRole('button', { name: 'Save' }).click();
  await vi.waitFor(() =>
    expect(asked).toEqual([
      { allowed_origins: ['https://a.example', 'https://b.example', 'https://c.example'] },
    ]),
  );
  await expect.element(button('Remove https://c.example')).toBeVisible();
});

test('what is no origin is refused with a sentence, and nothing is sent', async () => {
  open();
  await page.getByRole('textbox', { name: 'Add an origin' }).fill('nonsense');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/This is no origin/)).toBeVisible();
  expect(asked).toEqual([]);
});

test('a removed origin leaves the focus with the next one', async () => {
  open();
  await button('Remove https://a.example').click();
  await expect.element(button('Remove https://b.example')).toHaveFocus();
});

test('hours of one day are copied to all, and overlapping ones are not saved', async () => {
  open();
  await page.getByText('Set hours', { exact: true }).click();
  const monday = page.getByRole('group', { name: 'Monday' });
  await monday.getByLabelText('Closes at', { exact: true }).fill('12:00');
  await monday.getByRole('button', { name: 'Add hours' }).click();
  const second = monday.getByLabelText('Opens at', { exact: true }).nth(1);
  await second.fill('11:00');
  await part('Business hours').getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText(/overlap with others/)).toBeVisible();
  await expect.element(second).toHaveFocus();
  expect(asked).toEqual([]);

  await second.fill('13:30');
  await monday.getByRole('button', { name: 'Copy to all days' }).click();
  await part('Business hours').getByRole('button', { name: 'Save' }).click();
  const day = [
    ['09:00', '12:00'],
    ['13:30', '17:00'],
  ];
  await vi.waitFor(() =>
    expect(asked).toMatchObject([{ business_hours: { week: Array.from({ length: 7 }, () => day) } }]),
  );
});

test('what the server did not take stays, and the reader is told', async () => {
  open();
  refuse = true;
  await page.getByRole('textbox', { name: /Days of rest/ }).fill('30');
  await part('Surveys').getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText(/Not saved; what you entered is kept/)).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: /Days of rest/ })).toHaveValue('30');
});

test('the secret is shown when asked for, and changed only after the consequences were read', async () => {
  open();
  await expect.element(part('Signing secret')).toBeVisible();
  expect(part('Signing secret').element().textContent).not.toMatch(/first secret/);
  await part('Signing secret').getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => part('Signing secret').query()?.textContent).toMatch(/first secret/);
  await button('Change …').click();
  await expect.element(page.getByText(/The old secret ends at once/)).toBeVisible();
  await button('Cancel').click();
  expect(asked).toEqual([]);
  await button('Change …').click();
  await button('Change secret').click();
  await expect.poll(() => part('Signing secret').query()?.textContent).toMatch(/second secret/);
});

test('leaving with changes asks first', async () => {
  open();
  await page.getByRole('textbox', { name: /Days of rest/ }).fill('30');
  await expect.element(part('Surveys').getByText('Unsaved changes')).toBeVisible();
  navigate({ name: 'articles' });
  await expect.element(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await button('Discard changes').click();
  expect(location.hash).toBe('#/articles');
});

test.each(['agent', 'pm', 'viewer'] as const)('%s reads and changes nothing', async (role) => {
  open(role);
  await expect.element(page.getByText('https://b.example')).toBeVisible();
  await expect.element(page.getByText(/Owners and admins can see and change the secret/)).toBeVisible();
  await expect.element(button('Save')).not.toBeInTheDocument();
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
});
