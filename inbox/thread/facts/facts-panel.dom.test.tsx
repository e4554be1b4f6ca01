import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { stage } from '../../support/stage.tsx';
import type { Conversation } from '../queries.ts';
import { FactsPanel } from './facts-panel.tsx';

let shown: ReturnType<typeof stage>;
const nobody = { name: null, email: null, locale: 'en', user_id: null, traits: {}, visitor_tokens: [] };
const conversation = (more: Partial<Conversation>): Conversation => ({
  id: 'c',
  project_id: 'project',
  number: 7,
  kind: 'bug',
  status: 'open',
  locale: 'en',
  context: {},
  created_at: '2026-11-22T13:00:00+00:00',
  closed_at: null,
  visitors: nobody,
  responses: [],
  ...more,
});
const show = (more: Partial<Conversation>) => {
  shown = stage(<FactsPanel conversation={conversation(more)} />, () => Response.json([]));
};
/** Names and values as they are read. */
const facts = () =>
  [...shown.box.querySelectorAll('dl > div')].map((row) => [
    row.querySelector('dt')?.textContent,
    row.querySelector('dd')?.textContent,
  ]);

beforeEach(() => localStorage.setItem('hearback:inbox:locale', 'en'));
afterEach(() => shown.leave());

test('a verified visitor is told apart, with the host’s id, traits and devices', async () => {
  const device = { created_at: '2026-11-22T13:00:00+00:00' };
  show({
    visitors: {
      ...nobody,
      name: 'Marit',
      user_id: 'usr_7',
      traits: { plan: 'team', admin: false },
      visitor_tokens: [device, device],
    },
  });
  await expect.element(page.getByText('Verified', { exact: true })).toBeVisible();
  expect(facts()).toEqual(
    expect.arrayContaining([
      ['User id', 'usr_7'],
      ['Known on', '2 devices'],
      ['plan', 'team'],
      ['admin', 'No'],
    ]),
  );
});

test('an anonymous visitor is called unverified and has no devices', async () => {
  show({});
  await expect.element(page.getByText('Not verified', { exact: true })).toBeVisible();
  expect(facts().map(([name]) => name)).not.toContain('Known on');
});

test('of a long log the end is shown, the whole on demand, narrowed to errors', async () => {
  const at = '2026-11-22T12:59:50.000Z';
  const steps = Array.from({ length: 20 }, (_, place) => ({ at, kind: 'click', text: `Row ${place}` }));
  show({
    context: { logs: { steps, errors: [{ at: '2026-11-22T12:59:59.000Z', text: 'x is undefined' }] } },
  });
  const entries = () => page.getByRole('list').first().getByRole('listitem').elements().length;
  await expect.poll(entries).toBe(6);
  await page.getByRole('button', { name: 'Show all 21' }).click();
  const log = page.getByRole('dialog', { name: 'What happened before' });
  await expect.poll(() => log.getByRole('listitem').elements().length).toBe(21);
  await log.getByText(/^Errors/).click();
  await expect.poll(() => log.getByRole('listitem').elements().length).toBe(1);
  await expect.element(log.getByText('−0:01')).toBeVisible();
});
