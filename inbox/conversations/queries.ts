import type { ConversationKind, ConversationStatus, MessageAuthor } from '../../shared/domain/nouns.ts';
import type { ConversationChanges } from '../../shared/domain/staff.ts';
import type { Db } from '../data/db.ts';
import { type Cursor, type Page, readNewest } from '../data/keyset.ts';
import { fail, type Result, run, succeed } from '../data/result.ts';
import type { ConversationFilter } from '../routing/route.ts';

/** A line of the list. */
export type ConversationRow = {
  id: string;
  number: number;
  kind: ConversationKind;
  status: ConversationStatus;
  preview: string;
  /** As the server wrote it: the cursor of the list. */
  last_message_at: string;
  last_message_author: MessageAuthor;
  visitors: { name: string | null; email: string | null } | null;
};

const pageSize = 50;
/** The most rows that a refresh reads at once. */
const refreshSize = 1000;

const columns =
  'id,number,kind,status,preview,last_message_at,last_message_author,visitors!conversations_visitor_id_fkey(name,email)';

function filtered(db: Db, project: string, filter: ConversationFilter) {
  let query = db.from('conversations').select(columns).eq('project_id', project);
  if (filter.status !== 'all') query = query.eq('status', filter.status);
  if (filter.kind !== 'all') query = query.eq('kind', filter.kind);
  return query;
}

/** The page after `cursor`, newest first. A refresh asks for as many rows as it showed (`size`). */
export async function readPage(
  db: Db,
  project: string,
  filter: ConversationFilter,
  cursor: Cursor | null,
  size = pageSize,
): Promise<Result<Page<ConversationRow>>> {
  const limit = Math.min(Math.max(size, pageSize), refreshSize - 1);
  const query = filtered(db, project, filter);
  return readNewest(query, 'last_message_at', cursor, limit);
}

/** Those of `ids` that match the filter, as they are now. */
export function readChanged(
  db: Db,
  project: string,
  filter: ConversationFilter,
  ids: readonly string[],
): Promise<Result<ConversationRow[]>> {
  return run(filtered(db, project, filter).in('id', ids));
}

/** What changed since `since` (see live/feed.ts). */
export async function readChanges(
  db: Db,
  project: string,
  since: string | null,
): Promise<Result<ConversationChanges>> {
  const result = await run(db.rpc('conversation_changes', since === null ? { project } : { project, since }));
  if (!result.ok) return result;
  const changes = asChanges(result.value);
  return changes ? succeed(changes) : fail('unexpected');
}

function asChanges(json: unknown): ConversationChanges | null {
  if (typeof json !== 'object' || json === null) return null;
  const { cursor, ids, reload }: Partial<Record<string, unknown>> = { ...json };
  if (typeof cursor !== 'string' || typeof reload !== 'boolean' || !Array.isArray(ids)) return null;
  return { cursor, ids: ids.filter((id) => typeof id === 'string'), reload };
}
