import type { ArticleStatus, Locale } from '../../shared/domain/nouns.ts';
import type { Db } from '../data/db.ts';
import { type Cursor, type Page, readNewest } from '../data/keyset.ts';
import { asLocale } from '../data/locale.ts';
import { type Result, run, runChange, runOne, succeed } from '../data/result.ts';

/** How often an article was offered, opened, and answered the question. */
export type Outcomes = { shown: number; opened: number; helped: number };
export type ArticleRow = {
  id: string;
  title: string;
  locale: string;
  status: ArticleStatus;
  updated_at: string;
  outcomes: Outcomes;
};
/** What a writer edits. */
export type ArticleText = { title: string; locale: Locale; body: string };
export type Article = ArticleText & {
  id: string;
  project_id: string;
  status: ArticleStatus;
  updated_at: string;
  outcomes: Outcomes;
};

const pageSize = 30;
const never: Outcomes = { shown: 0, opened: 0, helped: 0 };

/** The project's articles, last changed first, whose title holds `search`. */
export async function readArticles(
  db: Db,
  project: string,
  search: string,
  cursor: Cursor | null,
): Promise<Result<Page<ArticleRow>>> {
  let query = db.from('articles').select('id,title,locale,status,updated_at').eq('project_id', project);
  const wanted = search.trim();
  if (wanted) query = query.ilike('title', containing(wanted));
  const page = await readNewest(query, 'updated_at', cursor, pageSize);
  if (!page.ok) return page;
  const { rows, next } = page.value;
  const outcomes = await readOutcomes(
    db,
    project,
    rows.map((row) => row.id),
  );
  if (!outcomes.ok) return outcomes;
  return succeed({
    rows: rows.map((row) => ({ ...row, outcomes: outcomes.value.get(row.id) ?? never })),
    next,
  });
}

/** A pattern for "holds these characters", with those that mean something in patterns taken as they are. */
export function containing(text: string): string {
  // PostgREST turns every `*` into `%`; `_` matches it as any one character.
  return `%${text.replace(/[\\%_]/g, '\\$&').replace(/\*/g, '_')}%`;
}

async function readOutcomes(db: Db, project: string, ids: string[]): Promise<Result<Map<string, Outcomes>>> {
  if (ids.length === 0) return succeed(new Map());
  const result = await run(db.rpc('article_outcomes', { project, articles: ids }));
  if (!result.ok) return result;
  return succeed(new Map(result.value.map(({ article_id, ...counts }) => [article_id, counts])));
}

const columns = 'id,project_id,title,locale,body,status,updated_at';

/** One article, in whichever of `projects` it lies. */
export async function readArticle(db: Db, projects: readonly string[], id: string): Promise<Result<Article>> {
  const result = await runOne(
    db.from('articles').select(columns).in('project_id', projects).eq('id', id).maybeSingle(),
  );
  if (!result.ok) return result;
  const outcomes = await readOutcomes(db, result.value.project_id, [id]);
  if (!outcomes.ok) return outcomes;
  return succeed({
    ...result.value,
    locale: asLocale(result.value.locale),
    outcomes: outcomes.value.get(id) ?? never,
  });
}

/** Writes a new article; returns its id. */
export async function addArticle(
  db: Db,
  project: string,
  text: ArticleText,
  status: ArticleStatus,
  fromMessage: string | null,
): Promise<Result<string>> {
  const result = await runOne(
    db
      .from('articles')
      .insert({ project_id: project, ...text, status, source_message_id: fromMessage })
      .select('id')
      .maybeSingle(),
  );
  return result.ok ? succeed(result.value.id) : result;
}

/** Changes text and status; returns the time of the change. */
export async function saveArticle(
  db: Db,
  project: string,
  id: string,
  text: ArticleText,
  status: ArticleStatus,
): Promise<Result<string>> {
  const result = await runChange(
    db
      .from('articles')
      .update({ ...text, status })
      .eq('project_id', project)
      .eq('id', id)
      .select('updated_at'),
    'not_found',
  );
  return result.ok ? succeed(result.value.updated_at) : result;
}

export function deleteArticle(db: Db, project: string, id: string): Promise<Result<unknown>> {
  return runChange(
    db.from('articles').delete().eq('project_id', project).eq('id', id).select('id'),
    'not_found',
  );
}

/** An answer as the beginning of an article: its text, the visitor's language, and the question as the title. */
export async function readAnswer(db: Db, project: string, message: string): Promise<Result<ArticleText>> {
  const answer = await runOne(
    db
      .from('messages')
      .select('body,conversation_id,conversations!messages_conversation_id_fkey(locale)')
      .eq('project_id', project)
      .eq('id', message)
      .eq('internal', false)
      .maybeSingle(),
  );
  if (!answer.ok) return answer;
  const question = await run(
    db
      .from('messages')
      .select('body')
      .eq('project_id', project)
      .eq('conversation_id', answer.value.conversation_id)
      .eq('author', 'visitor')
      .order('created_at')
      .order('id')
      .limit(1),
  );
  if (!question.ok) return question;
  return succeed({
    title: titleOf(question.value[0]?.body ?? ''),
    locale: asLocale(answer.value.conversations.locale),
    body: answer.value.body,
  });
}

/** The first sentence of a question, short enough for a title. */
export function titleOf(question: string): string {
  const line = question.trim().split('\n', 1)[0] ?? '';
  const sentence = /^.+?[?？。!！](?=\s|$|[^?？。!！\s])|^.+?\.(?=\s|$)/u.exec(line)?.[0] ?? line;
  return sentence.length <= 120 ? sentence : `${sentence.slice(0, 119).trimEnd()}…`;
}
