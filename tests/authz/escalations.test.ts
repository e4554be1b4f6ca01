// What a curious member would try through the REST API to get more rights, or to speak as somebody else.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Person, stack, superuser, type Workspace } from '../support/callers.ts';
import { newWorld, type World } from './world.ts';

let world: World;
let workspace: Workspace;
beforeAll(async () => {
  world = await newWorld();
  workspace = world.workspace;
});

/** A request to the REST API as it stands, past the types of the client. Answers the rows that were reached. */
async function rest(who: Person | undefined, method: string, path: string, body?: unknown) {
  const { apiUrl, publishableKey } = stack();
  const response = await fetch(`${apiUrl}/rest/v1/${path}`, {
    method,
    headers: {
      apikey: publishableKey,
      ...(who === undefined ? {} : { authorization: `Bearer ${who.accessToken}` }),
      'content-type': 'application/json',
      prefer: 'return=representation',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => null);
  return { status: response.status, rows: response.ok && Array.isArray(answer) ? answer : [], answer };
}

const roleOf = async (person: Person) => {
  const [row] =
    await superuser()`select role from public.members where user_id = ${person.id} and workspace_id = ${workspace.id}`;
  return row?.role;
};

describe('a role', () => {
  test('cannot be given to oneself, by whatever role one has', async () => {
    for (const role of ['viewer', 'pm', 'agent', 'admin'] as const) {
      const person = workspace.people[role];
      const raised = await rest(person, 'PATCH', `members?user_id=eq.${person.id}`, { role: 'owner' });
      expect(raised.rows).toEqual([]);
      expect(await roleOf(person)).toBe(role);
    }
  });

  test('cannot be taken in another workspace', async () => {
    const { admin } = workspace.people;
    const joined = await rest(admin, 'POST', 'members', {
      workspace_id: world.other.id,
      user_id: admin.id,
      role: 'owner',
      display_name: 'Me',
    });
    expect(joined.rows).toEqual([]);
  });

  test('is not read from what a user may write about himself', async () => {
    const { viewer } = workspace.people;
    await viewer.client.auth.updateUser({ data: { role: 'owner', workspace_id: world.other.id } });
    const refreshed = await viewer.client.auth.refreshSession();
    expect(refreshed.error).toBeNull();
    const renamed = await viewer.client
      .from('workspaces')
      .update({ name: 'Mine' })
      .eq('id', workspace.id)
      .select('id');
    expect(renamed.data ?? []).toEqual([]);
    expect(
      (await viewer.client.from('projects').select('id').eq('workspace_id', world.other.id)).data,
    ).toEqual([]);
  });
});

describe('a row', () => {
  test.each([
    ['conversations', () => world.conversationId],
    ['boards', () => world.boardId],
    ['captures', () => world.captureId],
  ])('of %s cannot be moved to another project', async (table, rowId) => {
    const moved = await rest(workspace.people.admin, 'PATCH', `${table}?id=eq.${rowId()}`, {
      project_id: world.other.projectId,
    });
    expect(moved.rows).toEqual([]);
    const [row] = await superuser().unsafe(`select project_id from public.${table} where id = '${rowId()}'`);
    expect(row?.project_id).toBe(workspace.projectId);
  });

  test('cannot be made in another project', async () => {
    for (const [table, more] of [
      ['boards', { name: 'Mine' }],
      ['competitors', { name: 'Mine', domain: 'mine.example' }],
      ['articles', { locale: 'en', title: 'Mine', body: 'Mine' }],
    ] as const) {
      const made = await rest(workspace.people.owner, 'POST', table, {
        project_id: world.other.projectId,
        ...more,
      });
      expect(made.rows).toEqual([]);
    }
  });

  test("an article cannot be made from another workspace's answer", async () => {
    const { data } = await world.other.people.agent.client
      .from('articles')
      .insert({
        project_id: world.other.projectId,
        locale: 'en',
        title: 'Theirs',
        body: 'Theirs',
        source_message_id: world.messageId,
      })
      .select('id');
    expect(data ?? []).toEqual([]);
  });
});

describe('a message', () => {
  const write = (who: Person, more: Record<string, unknown>) =>
    rest(who, 'POST', 'messages', {
      conversation_id: world.conversationId,
      project_id: workspace.projectId,
      body: 'Hello',
      ...more,
    });

  test('of an agent is his own', async () => {
    const { agent } = workspace.people;
    const [row] = (await write(agent, {})).rows;
    expect(row).toMatchObject({ author: 'member', member_id: agent.id, project_id: workspace.projectId });
  });

  test('cannot be written as somebody else, as a visitor or at another time', async () => {
    const { agent, admin } = workspace.people;
    for (const forged of [
      { member_id: admin.id },
      { author: 'visitor' },
      { author: 'system', member_id: null },
      { created_at: '2020-01-01T00:00:00Z' },
    ]) {
      expect((await write(agent, forged)).status).toBe(403);
    }
  });

  test("cannot be written into another workspace's conversation, whichever project is named", async () => {
    const outsider = world.other.people.agent;
    for (const project_id of [workspace.projectId, world.other.projectId]) {
      expect((await write(outsider, { project_id })).rows).toEqual([]);
    }
    const [row] = await superuser()`
      select count(*)::int as count from public.messages
      where conversation_id = ${world.conversationId} and member_id = ${outsider.id}`;
    expect(row?.count).toBe(0);
  });

  test('cannot be changed or taken back, by its author neither', async () => {
    const { agent } = workspace.people;
    const [own] = (await write(agent, { idempotency_key: randomUUID() })).rows as { id: string }[];
    expect((await rest(agent, 'PATCH', `messages?id=eq.${own?.id}`, { body: 'Other' })).rows).toEqual([]);
    expect((await rest(agent, 'DELETE', `messages?id=eq.${own?.id}`)).rows).toEqual([]);
  });
});

describe('a conversation', () => {
  test('is closed by an agent of its workspace, by nobody else', async () => {
    const close = (who: Person) =>
      rest(who, 'PATCH', `conversations?id=eq.${world.conversationId}`, { status: 'closed' });
    for (const who of [
      workspace.people.viewer,
      workspace.people.pm,
      world.other.people.agent,
      world.other.people.owner,
    ]) {
      expect((await close(who)).rows).toEqual([]);
    }
    expect((await close(workspace.people.agent)).rows).toHaveLength(1);
  });

  test('keeps its number, its visitor and its time', async () => {
    for (const change of [{ number: 7 }, { visitor_id: randomUUID() }, { visitor_read_at: '2020-01-01' }]) {
      const changed = await rest(
        workspace.people.owner,
        'PATCH',
        `conversations?id=eq.${world.conversationId}`,
        change,
      );
      expect(changed.status).toBe(403);
    }
  });
});

describe("a visitor's secrets", () => {
  test('the hash of his token is read by nobody', async () => {
    for (const path of [
      'visitor_tokens?select=token_hash',
      'visitor_tokens?select=*',
      `visitor_tokens?select=visitor_id&token_hash=eq.${world.visitorTokenHash}`,
      'visitors?select=id,visitor_tokens(token_hash)',
    ]) {
      const read = await rest(workspace.people.owner, 'GET', path);
      expect(read.rows).toEqual([]);
      expect(JSON.stringify(read.answer)).not.toContain(world.visitorTokenHash);
    }
    expect(
      (await rest(workspace.people.owner, 'GET', 'visitors?select=id,email')).rows.length,
    ).toBeGreaterThan(0);
  });

  test('the functions of the visitor run for nobody but the service', async () => {
    const rows = await superuser()<{ name: string }[]>`
      select proname as name from pg_catalog.pg_proc
      where pronamespace = 'public'::regnamespace and (proname like 'widget\\_%' or proname in ('file_capture', 'filed_capture', 'reserve_reply_upload', 'reply_upload'))`;
    expect(rows.length).toBeGreaterThan(10);
    for (const { name } of rows) {
      for (const who of [undefined, workspace.people.owner]) {
        const called = await rest(who, 'POST', `rpc/${name}`, { caller: { project: workspace.projectKey } });
        expect(called.status).toBeGreaterThanOrEqual(400);
      }
    }
  });
});

test('anonymous callers read published articles, no draft, and nothing else of a project', async () => {
  const sql = superuser();
  await sql`insert into public.articles (project_id, locale, title, body) values (${workspace.projectId}, 'en', 'Draft', 'Draft')`;
  const filter = `project_id=eq.${workspace.projectId}`;
  const read = await rest(undefined, 'GET', `articles?select=title,status&${filter}`);
  expect(read.rows.map((row) => (row as { status: string }).status)).toEqual(['published']);
  for (const table of [
    'conversations',
    'messages',
    'visitors',
    'members',
    'projects',
    'responses',
    'captures',
  ]) {
    expect((await rest(undefined, 'GET', `${table}?select=*`)).rows).toEqual([]);
  }
});
