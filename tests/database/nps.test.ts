// The arithmetic of the Net Promoter Score, in SQL.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { newWorkspace, superuser, type Workspace } from '../support/callers.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(async () => {
  await superuser()`delete from public.surveys where project_id = ${workspace.projectId}`;
});

/** Keeps these scores; null is a question that was only shown. */
async function answered(scores: (number | null)[], at = '2026-06-15T12:00:00Z'): Promise<void> {
  const sql = superuser();
  const [survey] = await sql<{ id: string }[]>`
    insert into public.surveys (project_id) values (${workspace.projectId}) returning id`;
  for (const score of scores) {
    await sql`
      with visitor as (
        insert into public.visitors (project_id) values (${workspace.projectId}) returning id)
      insert into public.responses (project_id, survey_id, visitor_id, outcome, answers, locale, idempotency_key, created_at)
      select ${workspace.projectId}, ${survey?.id ?? ''}, id, ${score === null ? 'shown' : 'answered'},
        ${sql.json(score === null ? {} : { score })}, 'en',
        gen_random_uuid(), ${at} from visitor`;
  }
}

async function summary(since?: string) {
  const { data, error } = await workspace.people.viewer.client.rpc('nps_summary', {
    project: workspace.projectId,
    ...(since === undefined ? {} : { since }),
  });
  if (error !== null) throw error;
  return data;
}

test('every score falls into its group', async () => {
  await answered([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await summary()).toEqual({ promoters: 2, passives: 2, detractors: 7, answers: 11, nps: -45 });
});

test.each([
  [[10, 10], 100],
  [[0, 6], -100],
  [[7, 8], 0],
  [[9, 9, 6], 33],
  [[9, 6, 6], -33],
  [[9, 9, 9, 7, 7, 7, 7, 7], 38],
])('%j make %i', async (scores, nps) => {
  await answered(scores);
  expect(await summary()).toMatchObject({ nps, answers: scores.length });
});

test('nobody who was only asked counts, and without answers there is no score', async () => {
  await answered([null, null]);
  expect(await summary()).toEqual({ promoters: 0, passives: 0, detractors: 0, answers: 0, nps: null });
});

test('months go by UTC, oldest first, and the time limit is kept', async () => {
  await answered([10, 0, 8], '2026-03-31T23:59:59Z');
  await answered([10], '2026-04-01T00:00:00Z');
  const { data } = await workspace.people.viewer.client.rpc('nps_months', {
    project: workspace.projectId,
    since: '2026-01-01T00:00:00Z',
  });
  expect(data).toMatchObject([
    { month: '2026-03-01', promoters: 1, passives: 1, detractors: 1, nps: 0 },
    { month: '2026-04-01', promoters: 1, passives: 0, detractors: 0, nps: 100 },
  ]);
  expect(await summary('2026-04-01T00:00:00Z')).toMatchObject({ answers: 1, nps: 100 });
});

test('another workspace is told nothing', async () => {
  await answered([10]);
  const other = await newWorkspace();
  const { data } = await other.people.owner.client.rpc('nps_summary', { project: workspace.projectId });
  expect(data).toMatchObject({ answers: 0, nps: null });
});
