// What the tests of surveys begin with: a survey, and a browser that is asked.
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import type { SurveyDefinition } from '../../../shared/domain/survey.ts';
import type { Caller, Project } from '../rows.ts';

export type Wanted = Partial<{
  slug: string;
  kind: string;
  active: boolean;
  questions: unknown;
  thanks: unknown;
  trigger: unknown;
  audience: unknown;
  sample_percent: number;
  priority: number;
  starts_at: string;
  ends_at: string;
  cooldown_days: number | null;
}>;

/** Makes a survey, an active NPS unless said otherwise; answers its id. */
export async function newSurvey(
  sql: Sql,
  project: Pick<Project, 'id'>,
  wanted: Wanted = {},
): Promise<string> {
  const json = ['questions', 'thanks', 'trigger', 'audience'];
  const row = Object.fromEntries(
    Object.entries({ active: true, ...wanted }).map(([column, value]) => [
      column,
      json.includes(column) ? sql.json(value as never) : value,
    ]),
  );
  const [made] = await sql<{ id: string }[]>`
    insert into public.surveys ${sql({ project_id: project.id, ...row } as never)} returning id`;
  if (!made) throw new Error('the survey was not made');
  return made.id;
}

/** Days without any survey after one; 0 leaves only each survey's own. */
export const rest = (sql: Sql, project: Pick<Project, 'id'>, days: number) =>
  sql`update public.projects set survey_rest_days = ${days} where id = ${project.id}`;

export async function due(sql: Sql, caller: Caller, slug?: string): Promise<SurveyDefinition[]> {
  const [row] = await sql<{ answer: { surveys: SurveyDefinition[] } }[]>`
    select public.widget_due_surveys(${sql.json(caller)}, ${slug ?? null}) as answer`;
  return row?.answer.surveys ?? [];
}

export type Saved = { responseId?: string; error?: string };

/** Tells the server what became of the survey; `key` names the card. */
export async function respond(
  sql: Sql,
  caller: Caller,
  survey: string,
  outcome: string,
  more: { key?: string; answers?: Record<string, unknown>; conversationId?: string } = {},
): Promise<Saved> {
  const { key = randomUUID(), ...rest } = more;
  const input = { idempotencyKey: key, outcome, locale: 'en', ...rest };
  const [row] = await sql<{ answer: Saved }[]>`
    select public.widget_respond(${sql.json(caller)}, ${survey}, ${sql.json(input as never)}) as answer`;
  return row?.answer ?? {};
}

export type Kept = {
  outcome: string;
  answers: Record<string, unknown>;
  score: number | null;
  comment: string | null;
};

export const kept = (sql: Sql, survey: string) =>
  sql<
    Kept[]
  >`select outcome, answers, score, comment from public.responses where survey_id = ${survey} order by created_at, id`;

/** Makes the caller a verified visitor, as a signature does; answers his id. */
export async function verify(sql: Sql, project: Project, caller: Caller, user: string): Promise<string> {
  const [visitor] = await sql<{ id: string }[]>`
    insert into public.visitors (project_id, user_id) values (${project.id}, ${user})
    on conflict (project_id, user_id) do update set last_seen_at = now() returning id`;
  if (!visitor) throw new Error('no visitor');
  await sql`insert into public.visitor_tokens (project_id, token_hash, visitor_id)
    values (${project.id}, ${caller.token}, ${visitor.id})`;
  return visitor.id;
}

/** Makes everything that was asked so far older. */
export const age = (sql: Sql, survey: string, days: number) =>
  sql`update public.responses set created_at = created_at - make_interval(days => ${days}) where survey_id = ${survey}`;
