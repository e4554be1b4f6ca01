import type { Cursor, Page } from '../data/keyset.ts';
import type { ConversationRow } from './queries.ts';

/**
 * What is loaded of a filtered list, newest first. `next` is where the page after the last loaded one begins;
 * rows beyond it are left to that page, so that the list never has a hole.
 */
export type Rows = { rows: readonly ConversationRow[]; next: Cursor | null };

export const noRows: Rows = { rows: [], next: null };

/** The server's order: last message first, ids break ties. Its times, all written in one zone, sort as texts. */
function byTime(a: { at: string; id: string }, b: { at: string; id: string }): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}
const place = (row: ConversationRow): Cursor => ({ at: row.last_message_at, id: row.id });

/** Adds the next page below. A row that has moved since it was loaded appears once. */
export function appendPage(list: Rows, page: Page<ConversationRow>): Rows {
  const known = new Set(list.rows.map((row) => row.id));
  const added = page.rows.filter((row) => !known.has(row.id));
  return { rows: sorted([...list.rows, ...added]), next: page.next };
}

/**
 * Puts changed rows where they belong now. `ids` are all that changed; `fresh` those of them that match the
 * filter. What no longer matches goes.
 */
export function applyChanges(list: Rows, ids: readonly string[], fresh: readonly ConversationRow[]): Rows {
  const gone = new Set(ids);
  const end = list.next;
  const kept = list.rows.filter((row) => !gone.has(row.id));
  const added = fresh.filter((row) => end === null || byTime(place(row), end) <= 0);
  return { rows: sorted([...kept, ...added]), next: end };
}

function sorted(rows: ConversationRow[]): ConversationRow[] {
  return rows.sort((a, b) => byTime(place(a), place(b)));
}

/** The row before or after `id` (-1, 1); the first one if `id` is not in the list. */
export function neighbour(list: Rows, id: string | null, step: 1 | -1): ConversationRow | undefined {
  const now = list.rows.findIndex((row) => row.id === id);
  if (now < 0) return list.rows[0];
  return list.rows[Math.min(Math.max(now + step, 0), list.rows.length - 1)];
}
