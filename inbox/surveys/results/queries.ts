import type { Db } from '../../data/db.ts';
import { type Cursor, type Page, readNewest, toPage } from '../../data/keyset.ts';
import { type Result, run, succeed } from '../../data/result.ts';
import { type Figures, noFigures } from '../queries.ts';

/** What came of one question: `counts` by the answer as text, texts apart. */
export type Outcome = {
  question: string;
  answers: number;
  mean: number | null;
  counts: ReadonlyMap<string, number>;
};
export type Month = { month: string; shown: number; answered: number; scored: number; score: number | null };
export type Results = { figures: Figures; outcomes: readonly Outcome[]; months: readonly Month[] };

/** Everything above the texts in three queries, since `since` (ISO time; null: from the beginning). */
export async function readResults(
  db: Db,
  project: string,
  survey: string,
  since: string | null,
): Promise<Result<Results>> {
  const from = since ? { since } : {};
  const [overview, outcomes, months] = await Promise.all([
    run(db.rpc('survey_overview', { project, ...from })),
    run(db.rpc('survey_questions', { survey, ...from })),
    run(db.rpc('survey_months', { survey, ...from })),
  ]);
  if (!overview.ok) return overview;
  if (!outcomes.ok) return outcomes;
  if (!months.ok) return months;
  return succeed({
    figures: overview.value.find((one) => one.survey === survey) ?? noFigures,
    outcomes: outcomes.value.map(({ counts, ...rest }) => ({ ...rest, counts: toCounts(counts) })),
    months: months.value,
  });
}

function toCounts(json: unknown): Map<string, number> {
  const entries: [string, unknown][] = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return new Map(entries.map(([answer, times]) => [answer, Number(times)]));
}

export type Written = {
  id: string;
  answer: string;
  score: number | null;
  locale: string;
  page_url: string | null;
  created_at: string;
};
const pageSize = 20;

/** What was written in answer to one question, newest first. */
export async function readTexts(
  db: Db,
  survey: string,
  question: string,
  since: string | null,
  cursor: Cursor | null,
): Promise<Result<Page<Written>>> {
  const result = await run(
    db.rpc('survey_texts', {
      survey,
      question,
      size: pageSize + 1,
      ...(since ? { since } : {}),
      ...(cursor ? { before_at: cursor.at, before_id: cursor.id } : {}),
    }),
  );
  return result.ok ? succeed(toPage(result.value, pageSize, (row) => row.created_at)) : result;
}

export type Response = {
  id: string;
  created_at: string;
  outcome: string;
  score: number | null;
  answers: unknown;
  locale: string;
  page_url: string | null;
  visitor_id: string;
};

/** A page of all responses of a survey, newest first, for the export. */
export async function readResponses(
  db: Db,
  project: string,
  survey: string,
  since: string | null,
  cursor: Cursor | null,
  size = 500,
): Promise<Result<Page<Response>>> {
  let query = db
    .from('responses')
    .select('id,created_at,outcome,score,answers,locale,page_url,visitor_id')
    .eq('project_id', project)
    .eq('survey_id', survey);
  if (since) query = query.gte('created_at', since);
  return readNewest(query, 'created_at', cursor, size);
}
