// The inbox polls for what changed. Nothing that commits late may be missed, nothing may be told before its commit.
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversationChanges } from '../../shared/domain/staff.ts';
import { newWorkspace, stack, superuser, type Workspace } from '../support/callers.ts';
import { newCaller, start } from './rows.ts';

let workspace: Workspace;
const opened: Sql[] = [];

beforeAll(async () => {
  workspace = await newWorkspace();
});
afterAll(async () => {
  await Promise.all(opened.map((sql) => sql.end({ timeout: 1 })));
});

function ownConnection(): Sql {
  const sql = postgres(stack().dbUrl, { max: 1, onnotice: () => {} });
  opened.push(sql);
  return sql;
}

async function changes(since: string | null, project = workspace.projectId) {
  const { data, error } = await workspace.people.agent.client.rpc('conversation_changes', {
    project,
    ...(since === null ? {} : { since }),
  });
  if (error !== null) throw error;
  return conversationChanges.parse(data);
}

const begin = () => start(superuser(), newCaller({ id: workspace.projectId, key: workspace.projectKey }));

/** A transaction that changes a conversation and stays open until it is told to commit. */
async function pending(conversation: string) {
  const sql = ownConnection();
  let commit = () => {};
  const open = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let changed = () => {};
  const written = new Promise<void>((resolve) => {
    changed = resolve;
  });
  const finished = sql.begin(async (tx) => {
    await tx`update public.conversations set status = 'snoozed' where id = ${conversation}`;
    changed();
    await open;
  });
  await written;
  return {
    commit: async () => {
      commit();
      await finished;
    },
  };
}

describe('a change', () => {
  test('is told once, in the next call', async () => {
    const { cursor } = await changes(null);
    const { conversationId } = await begin();
    const first = await changes(cursor);
    expect(first).toMatchObject({ ids: [conversationId], reload: false });
    expect((await changes(first.cursor)).ids).toEqual([]);
  });

  test('of an earlier transaction that commits later is told after its commit, and holds back no other', async () => {
    const [early, middle, late] = [await begin(), await begin(), await begin()];
    let { cursor } = await changes(null);
    const slow = await pending(early.conversationId);
    const slower = await pending(middle.conversationId);
    await superuser()`update public.conversations set status = 'closed' where id = ${late.conversationId}`;

    const during = await changes(cursor);
    expect(during.ids).toEqual([late.conversationId]);
    const again = await changes(during.cursor);
    expect(again.ids).toEqual([]);

    await slower.commit();
    const after = await changes(again.cursor);
    expect(after.ids).toEqual([middle.conversationId]);
    cursor = after.cursor;

    await slow.commit();
    const last = await changes(cursor);
    expect(last.ids).toEqual([early.conversationId]);
    expect((await changes(last.cursor)).ids).toEqual([]);
  });

  test('made while many read and write is never lost', async () => {
    let { cursor } = await changes(null);
    const seen = new Set<string>();
    let writing = true;
    const made = Promise.all(
      Array.from({ length: 4 }, async () => {
        const sql = ownConnection();
        const ids: string[] = [];
        for (let index = 0; index < 8; index += 1) {
          const caller = newCaller({ id: workspace.projectId, key: workspace.projectKey });
          ids.push((await start(sql, caller)).conversationId);
        }
        return ids;
      }),
    ).finally(() => {
      writing = false;
    });
    for (let more = true; more; ) {
      more = writing;
      const told = await changes(cursor);
      for (const id of told.ids) seen.add(id);
      cursor = told.cursor;
    }
    for (const id of (await made).flat()) expect(seen).toContain(id);
  });
});

test('a staff reply, a note and a visitor who reads show in the feed', async () => {
  const caller = newCaller({ id: workspace.projectId, key: workspace.projectKey });
  const sql = superuser();
  const { conversationId } = await start(sql, caller);
  let { cursor } = await changes(null);
  for (const internal of [false, true]) {
    await workspace.people.agent.client
      .from('messages')
      .insert({ conversation_id: conversationId, project_id: workspace.projectId, body: 'Hello', internal });
    const told = await changes(cursor);
    expect(told.ids).toEqual([conversationId]);
    cursor = told.cursor;
  }
  await sql`select public.widget_read(${sql.json(caller)}, ${conversationId})`;
  expect((await changes(cursor)).ids).toEqual([conversationId]);
});

test('more than two hundred changes at once mean: read the list anew', async () => {
  const { cursor } = await changes(null);
  const caller = newCaller({ id: workspace.projectId, key: workspace.projectKey });
  const sql = superuser();
  await start(sql, caller);
  await sql`
    insert into public.conversations (project_id, visitor_id, number, kind, locale)
    select ${workspace.projectId}, v.visitor_id, 10000 + n, 'idea', 'en'
    from public.visitor_tokens v, generate_series(1, 201) as n where v.token_hash = ${caller.token}`;
  expect(await changes(cursor)).toMatchObject({ ids: [], reload: true });
});

test('a cursor of another database means: read the list anew; one that is none is refused', async () => {
  expect(await changes('900000000:900000000:')).toMatchObject({ reload: true });
  await expect(changes('nonsense')).rejects.toMatchObject({ code: '22P02' });
});

test('another workspace hears nothing', async () => {
  const other = await newWorkspace();
  const { cursor } = await changes(null);
  await begin();
  const { data } = await other.people.owner.client.rpc('conversation_changes', {
    project: workspace.projectId,
    since: cursor,
  });
  expect(conversationChanges.parse(data).ids).toEqual([]);
});
