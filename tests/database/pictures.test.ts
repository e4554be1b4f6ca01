// What must hold of pictures and their clean images, whoever writes the rows.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newWorkspace, superuser } from '../support/callers.ts';

let projectId: string;
let boardId: string;
beforeAll(async () => {
  ({ projectId } = await newWorkspace());
  const [board] = await superuser()<{ id: string }[]>`
    insert into public.boards (project_id, name) values (${projectId}, 'Board') returning id`;
  boardId = board?.id ?? '';
});

const marks = (width = 40, height = 30, version: unknown = 1) => ({ version, width, height, shapes: [] });
const hash = '0'.repeat(64);

/** The code of PostgreSQL's refusal; null where the row was taken. */
async function refused(table: 'attachments' | 'captures', row: Record<string, unknown>) {
  const sql = superuser();
  try {
    await sql`insert into ${sql(`public.${table}`)} ${sql(row)}`;
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : String(error);
  }
}
const capture = (more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  project_id: projectId,
  board_id: boardId,
  title: 'Prices',
  path: randomUUID(),
  content_type: 'image/png',
  bytes: 10,
  width: 40,
  height: 30,
  sha256: hash,
  ...more,
});
const clean = (more: Record<string, unknown> = {}) => ({
  clean_path: randomUUID(),
  clean_content_type: 'image/png',
  clean_bytes: 10,
  clean_sha256: hash,
  ...more,
});
const upload = (more: Record<string, unknown> = {}) => ({
  project_id: projectId,
  path: randomUUID(),
  content_type: 'image/png',
  bytes: 10,
  width: 40,
  height: 30,
  sha256: hash,
  state: 'finalised',
  idempotency_key: randomUUID(),
  ...more,
});

test('a capture takes a clean image beside its marks', async () => {
  expect(await refused('captures', capture())).toBeNull();
  expect(await refused('captures', capture({ annotation: marks(), ...clean() }))).toBeNull();
});

describe('a capture is refused with', () => {
  const path = randomUUID();
  test.each([
    ['marks of another size', { annotation: marks(41, 30) }],
    ['marks without a size', { annotation: { version: 1 } }],
    ['marks of another version', { annotation: marks(40, 30, 2) }],
    ['marks that are no object', { annotation: [] }],
    ['a clean image and no marks', clean()],
    ['half a clean image', { annotation: marks(), ...clean({ clean_sha256: null }) }],
    ['itself as its clean image', { path, annotation: marks(), ...clean({ clean_path: path }) }],
    ['a clean image over the limit', { annotation: marks(), ...clean({ clean_bytes: 10_485_761 }) }],
  ])('%s', async (_, wrong) => {
    expect(await refused('captures', capture(wrong))).toBe('23514');
  });
});

test('a clean image belongs to one picture, is sent with it and has no marks', async () => {
  const sql = superuser();
  const [visitor] = await sql<{ id: string }[]>`
    insert into public.visitors (project_id) values (${projectId}) returning id`;
  const [conversation] = await sql<{ id: string }[]>`
    insert into public.conversations (project_id, visitor_id, number, kind, locale)
    values (${projectId}, ${visitor?.id ?? ''}, 1, 'bug', 'en') returning id`;
  const [message] = await sql<{ id: string }[]>`
    insert into public.messages (project_id, conversation_id, author, member_id, body)
    values (${projectId}, ${conversation?.id ?? ''}, 'visitor', null, 'Hello') returning id`;
  const sent = { state: 'attached', conversation_id: conversation?.id, message_id: message?.id };
  const id = randomUUID();
  expect(await refused('attachments', upload({ id, ...sent, annotation: marks() }))).toBeNull();
  expect(await refused('attachments', upload({ clean_of: id }))).toBe('23514');
  expect(await refused('attachments', upload({ clean_of: id, ...sent, annotation: marks() }))).toBe('23514');
  expect(await refused('attachments', upload({ clean_of: id, ...sent }))).toBeNull();
  expect(await refused('attachments', upload({ clean_of: id, ...sent }))).toBe('23505');
});
