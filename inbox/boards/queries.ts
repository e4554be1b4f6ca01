import type { Backend } from '../../shared/backend/backend.ts';
import type { Db } from '../data/db.ts';
import { type Cursor, type Page, readNewest } from '../data/keyset.ts';
import { failureOfExchange, type Result, run, runChange, runOne, succeed } from '../data/result.ts';
import type { Picture } from '../pictures/thumbnail.tsx';

export type Board = { id: string; project_id: string; name: string };
/** A board in the list: its newest pictures and how many there are. */
export type BoardSummary = Board & { captures: Picture[]; total: number };
export type Competitor = { id: string; name: string; domain: string };
export type Capture = {
  id: string;
  title: string;
  note: string;
  /** Null: the picture was put in from a file. */
  source_url: string | null;
  page_title: string;
  path: string;
  width: number;
  height: number;
  annotation: unknown;
  clean_path: string | null;
  captured_at: string;
  created_by: string | null;
  competitors: Competitor | null;
};

const pageSize = 30;
const coverPictures = 3;

/** All boards of the project by name, each with its newest pictures. */
export async function readBoards(db: Db, project: string): Promise<Result<BoardSummary[]>> {
  const [boards, counts] = await Promise.all([
    run(
      db
        .from('boards')
        .select('id,project_id,name,captures!captures_board_id_fkey(id,path,width,height)')
        .eq('project_id', project)
        .order('name')
        .order('captured_at', { referencedTable: 'captures', ascending: false })
        .limit(coverPictures, { referencedTable: 'captures' }),
    ),
    run(db.from('boards').select('id,captures!captures_board_id_fkey(count)').eq('project_id', project)),
  ]);
  if (!boards.ok) return boards;
  if (!counts.ok) return counts;
  const totals = new Map(counts.value.map((row) => [row.id, row.captures[0]?.count ?? 0]));
  return succeed(boards.value.map((board) => ({ ...board, total: totals.get(board.id) ?? 0 })));
}

/** One board, in whichever of `projects` it lies, with the competitors that captures are filed under. */
export async function readBoard(
  db: Db,
  projects: readonly string[],
  id: string,
): Promise<Result<{ board: Board; competitors: Competitor[] }>> {
  const board = await runOne(
    db.from('boards').select('id,project_id,name').in('project_id', projects).eq('id', id).maybeSingle(),
  );
  if (!board.ok) return board;
  const competitors = await run(
    db.from('competitors').select('id,name,domain').eq('project_id', board.value.project_id).order('name'),
  );
  return competitors.ok ? succeed({ board: board.value, competitors: competitors.value }) : competitors;
}

/** A board's captures, newest first. */
export async function readCaptures(
  db: Db,
  board: Board,
  competitor: string | null,
  cursor: Cursor | null,
): Promise<Result<Page<Capture>>> {
  let query = db
    .from('captures')
    .select(captureColumns)
    .eq('project_id', board.project_id)
    .eq('board_id', board.id);
  if (competitor) query = query.eq('competitor_id', competitor);
  return readNewest(query, 'captured_at', cursor, pageSize);
}

const captureColumns =
  'id,title,note,source_url,page_title,path,width,height,annotation,clean_path,captured_at,created_by,competitors!captures_competitor_id_fkey(id,name,domain)';

/** One capture of a board. */
export function readCapture(db: Db, board: Board, id: string): Promise<Result<Capture>> {
  return runOne(
    db
      .from('captures')
      .select(captureColumns)
      .eq('project_id', board.project_id)
      .eq('board_id', board.id)
      .eq('id', id)
      .maybeSingle(),
  );
}

/** Makes a board; `conflict` where its name is taken. Returns its id. */
export async function addBoard(db: Db, project: string, name: string): Promise<Result<string>> {
  const result = await runOne(
    db.from('boards').insert({ project_id: project, name }).select('id').maybeSingle(),
  );
  return result.ok ? succeed(result.value.id) : result;
}

export async function renameBoard(db: Db, board: Board, name: string): Promise<Result<string>> {
  const result = await runChange(
    db.from('boards').update({ name }).eq('project_id', board.project_id).eq('id', board.id).select('name'),
    'forbidden',
  );
  return result.ok ? succeed(name) : result;
}

export function saveCapture(
  db: Db,
  board: Board,
  id: string,
  words: { title: string; note: string },
): Promise<Result<unknown>> {
  return runChange(
    db.from('captures').update(words).eq('project_id', board.project_id).eq('id', id).select('id'),
    'forbidden',
  );
}

/**
 * Deletes a capture with its files. They go first: if the row stays behind by a fault, deleting again finishes the
 * work, while a file without its row could never be found.
 */
export async function deleteCapture(
  backend: Backend,
  board: Board,
  capture: Capture,
): Promise<Result<unknown>> {
  // A list of names is answered with those that were there; one that is gone already is no fault.
  const file = await backend.send('/storage/v1/object/captures', {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ prefixes: [capture.path, capture.clean_path].filter(Boolean) }),
  });
  if (file.kind !== 'ok') return failureOfExchange(file.error);
  return runChange(
    backend.db.from('captures').delete().eq('project_id', board.project_id).eq('id', capture.id).select('id'),
    'forbidden',
  );
}
