// The NPS screen says what the stored responses say.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { demoPassword, demoProjectId, demoUsers } from '../../../supabase/local/demo.ts';
import { superuser } from '../../support/callers.ts';
import { openInboxes, soon } from './pages.ts';

const inboxes = openInboxes();
let page: Page;

beforeAll(async () => {
  page = await inboxes.open({ email: demoUsers.agent.email, password: demoPassword }, '#/nps');
});

const ranges = [
  ['90 days', '90 days'],
  ['30 days', '30 days'],
  ['12 months', '1 year'],
  ['All time', '100 years'],
] as const;

const figures = async (interval: string) => {
  const [found] = await superuser()<
    { promoters: number; passives: number; detractors: number; answers: number; nps: number }[]
  >`select count(*) filter (where score >= 9)::int as promoters,
      count(*) filter (where score between 7 and 8)::int as passives,
      count(*) filter (where score <= 6)::int as detractors,
      count(*)::int as answers,
      round(100.0 * (count(*) filter (where score >= 9) - count(*) filter (where score <= 6)) / count(*))::int as nps
    from public.responses
    where project_id = ${demoProjectId} and kind = 'nps' and score is not null and created_at >= now() - ${interval}::interval`;
  if (found === undefined) throw new Error('no figures');
  return found;
};
const comments = (interval: string, least = 0, most = 10) => superuser()<
  { score: number; comment: string }[]
>`
  select score, comment from public.responses
  where project_id = ${demoProjectId} and kind = 'nps' and score is not null and comment is not null
    and created_at >= now() - ${interval}::interval and score between ${least} and ${most}
  order by created_at desc, id desc`;

const choose = (label: string) => page.locator('.page-head label').filter({ hasText: label }).click();
const part = (name: string) =>
  page.locator('.score-parts dl > div').filter({ hasText: name }).locator('dd').textContent();

test.each(ranges)('the figures of %s are those of the database', async (label, interval) => {
  await choose(label);
  const { answers, nps, ...groups } = await figures(interval);
  await page.getByText(new RegExp(`^${answers} answers? · ${label}$`)).waitFor();
  const score = await page.locator('.score-number').textContent();
  expect(Number(score?.replace('−', '-').replace('+', ''))).toBe(nps);
  for (const [name, count] of [
    ['Promoters', groups.promoters],
    ['Passives', groups.passives],
    ['Detractors', groups.detractors],
  ] as const)
    expect(await part(name)).toMatch(new RegExp(`^${count}\\s+${Math.round((100 * count) / answers)}%$`));
});

test('the table behind the chart adds up to the same answers', async () => {
  await choose('All time');
  const { answers } = await figures('100 years');
  await page.getByText(`${answers} answers · All time`).waitFor();
  await page.getByText('Show as a table').click();
  const cells = await page.locator('.months-table tbody td:nth-child(n+3)').allTextContents();
  expect(cells.length).toBeGreaterThan(12);
  expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(answers);
});

test('every comment is listed, newest first, and narrowed to a group', async () => {
  await choose('90 days');
  const wanted = await comments('90 days');
  const listed = page.locator('.comment-list > li');
  await soon(async () => {
    await listed.last().scrollIntoViewIfNeeded();
    return listed.count();
  }).toBe(wanted.length);
  const seen = await listed.evaluateAll((rows) =>
    rows.map((row) => ({
      score: Number(/\d+/.exec(row.querySelector('.comment-score')?.textContent ?? '')?.[0]),
      comment: row.querySelector('p')?.textContent ?? '',
    })),
  );
  expect(seen).toEqual(wanted.map(({ score, comment }) => ({ score, comment })));

  await page.locator('.comments label').filter({ hasText: 'Detractors' }).click();
  const unhappy = await comments('90 days', 0, 6);
  expect(unhappy.length).toBeGreaterThan(0);
  await soon(() => listed.count()).toBe(Math.min(unhappy.length, 30));
  expect(await listed.first().textContent()).toContain(unhappy[0]?.comment);
});

test('the chosen range is in the address, so that a link shows the same', async () => {
  await choose('30 days');
  await page.waitForURL(/#\/nps\?range=30d$/);
  await page.reload();
  const { answers } = await figures('30 days');
  await page.getByText(new RegExp(`^${answers} answers? · 30 days$`)).waitFor();
});
