import type { Db } from '../data/db.ts';
import { type Cursor, type Page, readNewest } from '../data/keyset.ts';
import { fail, type Result, run, succeed } from '../data/result.ts';
import type { Month } from './chart.ts';

/** `nps` is null where nobody answered. */
export type Summary = {
  promoters: number;
  passives: number;
  detractors: number;
  answers: number;
  nps: number | null;
};
export type Group = 'promoters' | 'passives' | 'detractors';
export type Comment = {
  id: string;
  score: number | null;
  comment: string | null;
  locale: string;
  page_url: string | null;
  created_at: string;
};

const pageSize = 30;

/** The score since `since` (ISO time); of all answers with null. */
export async function readSummary(db: Db, project: string, since: string | null): Promise<Result<Summary>> {
  const result = await run(db.rpc('nps_summary', since ? { project, since } : { project }));
  if (!result.ok) return result;
  const summary = toSummary(result.value);
  return summary ? succeed(summary) : fail('unexpected');
}

function toSummary(json: unknown): Summary | null {
  if (typeof json !== 'object' || json === null) return null;
  const given = new Map<string, unknown>(Object.entries(json));
  const read = (key: string) => {
    const value = given.get(key);
    return typeof value === 'number' ? value : null;
  };
  const [promoters, passives, detractors, answers] = ['promoters', 'passives', 'detractors', 'answers'].map(
    read,
  );
  if (promoters == null || passives == null || detractors == null || answers == null) return null;
  return { promoters, passives, detractors, answers, nps: read('nps') };
}

/** The score of each calendar month since `since` in which somebody answered, oldest first. */
export function readMonths(db: Db, project: string, since: string): Promise<Result<Month[]>> {
  return run(db.rpc('nps_months', { project, since }));
}

/** What people wrote with their score, newest first. */
export async function readComments(
  db: Db,
  project: string,
  since: string | null,
  group: Group | 'all',
  cursor: Cursor | null,
): Promise<Result<Page<Comment>>> {
  let query = db
    .from('responses')
    .select('id,score,comment,locale,page_url,created_at')
    .eq('project_id', project)
    .eq('kind', 'nps')
    .not('score', 'is', null)
    .not('comment', 'is', null);
  if (since) query = query.gte('created_at', since);
  if (group === 'promoters') query = query.gte('score', 9);
  if (group === 'passives') query = query.gte('score', 7).lte('score', 8);
  if (group === 'detractors') query = query.lte('score', 6);
  return readNewest(query, 'created_at', cursor, pageSize);
}
