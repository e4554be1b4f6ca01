// What came of a survey: counted, by question and month, and read page by page.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { branching } from '../../../shared/survey/samples.ts';
import { newWorkspace, superuser, type Workspace } from '../../support/callers.ts';
import { newSurvey } from './survey.ts';

const sql = superuser();
let workspace: Workspace;
let survey: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(async () => {
  await sql`delete from public.surveys where project_id = ${workspace.projectId}`;
  survey = await newSurvey(sql, { id: workspace.projectId }, { questions: branching.questions });
});
const viewer = () => workspace.people.viewer.client;

async function keep(
  answers: Record<string, unknown> | null,
  { of = survey, at = '2026-06-15T12:00:00Z', outcome = 'answered' } = {},
) {
  await sql`
    with visitor as (insert into public.visitors (project_id) values (${workspace.projectId}) returning id)
    insert into public.responses (project_id, survey_id, visitor_id, outcome, answers, locale, idempotency_key, created_at)
    select ${workspace.projectId}, ${of}, id, ${answers ? outcome : 'shown'}, ${sql.json((answers ?? {}) as never)}, 'en',
      ${randomUUID()}, ${at} from visitor`;
}

test('score and comment are those of the answers, whatever else is claimed', async () => {
  await keep({ score: 9, keep: 'all', text: 'Fast' });
  await sql`update public.responses set answers = '{"score": 2}' where survey_id = ${survey}`;
  const [row] = await sql`select score, comment, kind from public.responses where survey_id = ${survey}`;
  expect(row).toMatchObject({ score: 2, comment: null, kind: 'nps' });
});

test('the overview counts who was asked, who answered at all and to the end', async () => {
  await keep(null);
  await keep({ score: 10 }, { outcome: 'partial' });
  await keep({ score: 9 });
  await keep({ score: 3 });
  const { data } = await viewer().rpc('survey_overview', { project: workspace.projectId });
  expect(data).toEqual([{ survey, shown: 4, answered: 3, finished: 2, scored: 3, score: 33 }]);
});

test.each([
  ['csat', [5, 4, 3, 1], 50],
  ['ces', [7, 6, 2], 5],
] as const)('%s of %j is %d', async (kind, scores, score) => {
  const questions = [{ id: 'score', kind, required: true, title: { en: 'Q' } }];
  const one = await newSurvey(sql, { id: workspace.projectId }, { kind, questions });
  for (const given of scores) await keep({ score: given }, { of: one });
  const { data } = await viewer().rpc('survey_overview', { project: workspace.projectId });
  expect(data?.find((row) => row.survey === one)).toMatchObject({ scored: scores.length, score });
});

test('a rating in a survey of another kind is no score', async () => {
  const questions = [{ id: 'score', kind: 'nps', required: true, title: { en: 'Q' } }];
  const own = await newSurvey(sql, { id: workspace.projectId }, { kind: 'custom', questions });
  await keep({ score: 1 }, { of: own });
  const { data } = await viewer().rpc('nps_summary', { project: workspace.projectId });
  expect(data).toMatchObject({ answers: 0 });
});

test('every question has its answers, mean and counts; several count each', async () => {
  await keep({ score: 3, wrong: ['slow', 'bugs'], text: 'a' });
  await keep({ score: 5, wrong: ['slow'] });
  await keep({ score: 9, keep: 'gone' });
  const { data } = await viewer().rpc('survey_questions', { survey });
  expect(data).toEqual([
    { question: 'score', answers: 3, mean: 5.67, counts: { 3: 1, 5: 1, 9: 1 } },
    { question: 'wrong', answers: 2, mean: null, counts: { slow: 2, bugs: 1 } },
    { question: 'keep', answers: 1, mean: null, counts: { gone: 1 } },
    { question: 'text', answers: 1, mean: null, counts: {} },
  ]);
});

test('months go by UTC, oldest first', async () => {
  await keep({ score: 10 }, { at: '2026-03-31T23:59:59Z' });
  await keep(null, { at: '2026-04-01T00:00:00Z' });
  const { data } = await viewer().rpc('survey_months', { survey, since: '2026-01-01T00:00:00Z' });
  expect(data).toEqual([
    { month: '2026-03-01', shown: 1, answered: 1, scored: 1, score: 100 },
    { month: '2026-04-01', shown: 1, answered: 0, scored: 0, score: null },
  ]);
});

test('texts are read page by page, newest first, none twice, also of one moment', async () => {
  for (let number = 0; number < 7; number++)
    await keep(
      { score: 1, text: `text ${number}` },
      { at: `2026-06-0${1 + Math.floor(number / 3)}T00:00:00Z` },
    );
  await keep({ score: 1 });
  const seen: string[] = [];
  let cursor: { before_at: string; before_id: string } | null = null;
  for (;;) {
    const page: { id: string; answer: string; created_at: string }[] =
      (await viewer().rpc('survey_texts', { survey, question: 'text', size: 2, ...cursor })).data ?? [];
    seen.push(...page.map((row) => row.answer));
    const last = page.at(-1);
    if (!last) break;
    cursor = { before_at: last.created_at, before_id: last.id };
  }
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
  expect(seen[0]).toBe('text 6');
});

test('another workspace is told nothing', async () => {
  await keep({ score: 9, text: 'Ours' });
  const stranger = (await newWorkspace()).people.owner.client;
  expect((await stranger.rpc('survey_overview', { project: workspace.projectId })).data).toEqual([]);
  expect((await stranger.rpc('survey_questions', { survey })).data).toEqual([]);
  expect((await stranger.rpc('survey_months', { survey })).data).toEqual([]);
  expect((await stranger.rpc('survey_texts', { survey, question: 'text' })).data).toEqual([]);
  expect((await stranger.from('surveys').select('id').eq('id', survey)).data).toEqual([]);
});
