import type { SurveyKind } from '../../shared/domain/nouns.ts';
import type { Db } from '../data/db.ts';
import {
  type Failure,
  fail,
  failureOf,
  type Result,
  run,
  runChange,
  runOne,
  succeed,
} from '../data/result.ts';
import type { Draft } from './definition/draft.ts';
import { readAudience, readQuestions, readThanks, readTrigger } from './definition/read.ts';

/** What came of a survey: how often it was shown, how many answered, and its score as `survey_overview` has it. */
export type Figures = {
  shown: number;
  answered: number;
  finished: number;
  scored: number;
  score: number | null;
};
export const noFigures: Figures = { shown: 0, answered: 0, finished: 0, scored: 0, score: null };

export type SurveyRow = {
  id: string;
  name: string;
  slug: string;
  kind: SurveyKind;
  active: boolean;
  startsAt: string | null;
  endsAt: string | null;
  figures: Figures;
};
/** A survey as it is kept. */
export type Survey = Draft & { id: string; projectId: string; active: boolean };

/** The project's surveys, newest first, with their figures since `since` (ISO time), and the days between any two. */
export async function readSurveys(
  db: Db,
  project: string,
  since: string,
): Promise<Result<{ rows: SurveyRow[]; restDays: number }>> {
  const [rows, figures, settings] = await Promise.all([
    run(
      db
        .from('surveys')
        .select('id,name,slug,kind,active,starts_at,ends_at')
        .eq('project_id', project)
        .order('created_at', { ascending: false })
        .order('id', { ascending: false })
        .limit(200),
    ),
    run(db.rpc('survey_overview', { project, since })),
    runOne(db.from('projects').select('survey_rest_days').eq('id', project).maybeSingle()),
  ]);
  if (!rows.ok) return rows;
  if (!figures.ok) return figures;
  if (!settings.ok) return settings;
  const known = new Map(figures.value.map(({ survey, ...rest }) => [survey, rest]));
  return succeed({
    restDays: settings.value.survey_rest_days,
    rows: rows.value.map(({ starts_at, ends_at, ...row }) => ({
      ...row,
      startsAt: starts_at,
      endsAt: ends_at,
      figures: known.get(row.id) ?? noFigures,
    })),
  });
}

const columns =
  'id,project_id,name,slug,kind,active,questions,thanks,trigger,audience,sample_percent,priority,starts_at,ends_at,cooldown_days';

/** One survey of whichever of `projects`, so that a link opens it from any of them. */
export async function readSurvey(db: Db, projects: readonly string[], id: string): Promise<Result<Survey>> {
  const read = await runOne(
    db
      .from('surveys')
      .select(columns)
      .in('project_id', [...projects])
      .eq('id', id)
      .maybeSingle(),
  );
  if (!read.ok) return read;
  const row = read.value;
  return succeed({
    id: row.id,
    projectId: row.project_id,
    active: row.active,
    name: row.name,
    slug: row.slug,
    kind: row.kind,
    questions: readQuestions(row.questions),
    thanks: readThanks(row.thanks),
    trigger: readTrigger(row.trigger),
    audience: readAudience(row.audience),
    samplePercent: row.sample_percent,
    priority: row.priority,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    cooldownDays: row.cooldown_days,
  });
}

const written = (draft: Draft) => ({
  name: draft.name,
  slug: draft.slug,
  questions: [...draft.questions],
  thanks: draft.thanks,
  trigger: draft.trigger,
  audience: [...draft.audience],
  sample_percent: draft.samplePercent,
  priority: draft.priority,
  starts_at: draft.startsAt,
  ends_at: draft.endsAt,
  cooldown_days: draft.cooldownDays,
});

/** Why a survey was not kept; `answered`: a question that was answered may not change its kind. */
export type SaveFailure = Failure | 'slug' | 'answered';
export type Saved<Value> = { ok: true; value: Value } | { ok: false; failure: SaveFailure };

type Answer<Data> = {
  data: Data;
  error: { code?: string; message: string } | null;
  status: number;
};

async function save<Data>(query: PromiseLike<Answer<Data>>): Promise<Saved<NonNullable<Data>>> {
  try {
    const { data, error, status } = await query;
    if (error?.code === '23505') return { ok: false, failure: 'slug' };
    if (error?.code === '22023' && error.message.includes('was answered'))
      return { ok: false, failure: 'answered' };
    if (error) return fail(failureOf(status, error.code));
    return data == null ? fail('forbidden') : succeed(data);
  } catch {
    return fail('offline');
  }
}

/** Keeps a new survey; answers its id. */
export async function addSurvey(
  db: Db,
  project: string,
  draft: Draft,
  active: boolean,
): Promise<Saved<string>> {
  const row = { project_id: project, kind: draft.kind, active, ...written(draft) };
  const result = await save(db.from('surveys').insert(row).select('id').maybeSingle());
  return result.ok ? succeed(result.value.id) : result;
}

export async function saveSurvey(
  db: Db,
  survey: Pick<Survey, 'id' | 'projectId'>,
  draft: Draft,
  active: boolean,
): Promise<Saved<null>> {
  const result = await save(
    db
      .from('surveys')
      .update({ ...written(draft), active })
      .eq('project_id', survey.projectId)
      .eq('id', survey.id)
      .select('id')
      .maybeSingle(),
  );
  return result.ok ? succeed(null) : result;
}

/** Starts or pauses. */
export function setActive(db: Db, project: string, id: string, active: boolean): Promise<Result<unknown>> {
  return runChange(
    db.from('surveys').update({ active }).eq('project_id', project).eq('id', id).select('id'),
    'forbidden',
  );
}

/** Removes the survey with all its responses. */
export function deleteSurvey(db: Db, project: string, id: string): Promise<Result<unknown>> {
  return runChange(
    db.from('surveys').delete().eq('project_id', project).eq('id', id).select('id'),
    'forbidden',
  );
}

/** How many responses a survey has: what would go with it. */
export async function countResponses(db: Db, project: string, id: string): Promise<Result<number>> {
  try {
    const { count, error, status } = await db
      .from('responses')
      .select('id', { count: 'exact', head: true })
      .eq('project_id', project)
      .eq('survey_id', id);
    return error ? fail(failureOf(status, error.code)) : succeed(count ?? 0);
  } catch {
    return fail('offline');
  }
}
