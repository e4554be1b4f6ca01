import type { SuggestionOutcome } from '../../../shared/domain/nouns.ts';
import type { Db } from '../../data/db.ts';
import { type Result, run, succeed } from '../../data/result.ts';

/** How far somebody went with an article before asking: the furthest of these, `helped` being the last. */
export type Went = Exclude<SuggestionOutcome, 'submitted_anyway'>;
export type OfferedArticle = { id: string; title: string; published: boolean; went: Went };
type EventRow = {
  article_id: string;
  outcome: SuggestionOutcome;
  articles: { title: string; status: string } | null;
};

const order: readonly Went[] = ['shown', 'opened', 'helped'];

/** Each article once, those that were read before those that were only offered. */
export function offeredArticles(rows: readonly EventRow[]): OfferedArticle[] {
  const found = new Map<string, OfferedArticle>();
  for (const { article_id: id, outcome, articles } of rows) {
    const went: Went = outcome === 'submitted_anyway' ? 'shown' : outcome;
    const known = found.get(id);
    if (known && order.indexOf(known.went) >= order.indexOf(went)) continue;
    found.set(id, { id, title: articles?.title ?? '', published: articles?.status === 'published', went });
  }
  return [...found.values()]
    .filter((article) => article.title !== '')
    .sort((one, other) => order.indexOf(other.went) - order.indexOf(one.went));
}

/** The articles that were offered while the first message of a conversation was typed. */
export async function readBefore(
  db: Db,
  project: string,
  conversation: string,
): Promise<Result<OfferedArticle[]>> {
  const sessions = await run(
    db
      .from('suggestion_events')
      .select('session_id')
      .eq('project_id', project)
      .eq('conversation_id', conversation)
      .limit(100),
  );
  if (!sessions.ok) return sessions;
  const ids = [...new Set(sessions.value.map((row) => row.session_id))];
  if (ids.length === 0) return succeed([]);
  const events = await run<EventRow[]>(
    db
      .from('suggestion_events')
      .select('article_id,outcome,articles!suggestion_events_article_id_fkey(title,status)')
      .eq('project_id', project)
      .in('session_id', ids)
      .limit(400),
  );
  return events.ok ? succeed(offeredArticles(events.value)) : events;
}
