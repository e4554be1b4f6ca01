// A workspace with one row in every table, and for each table the statements that try it.
import { randomUUID } from 'node:crypto';
import { newWorkspace, superuser, type Workspace } from '../support/callers.ts';
import type { Verb } from './expectations.ts';

export type World = {
  workspace: Workspace;
  other: Workspace;
  conversationId: string;
  messageId: string;
  visitorTokenHash: string;
  boardId: string;
  captureId: string;
  /** A statement for each verb on each table. The superuser succeeds with each, so that a refusal is the right's doing. */
  statements: Record<string, Record<Verb, string>>;
};

const hash = () => randomUUID().replaceAll('-', '').repeat(2);

async function id(query: Promise<readonly { id: string }[]>): Promise<string> {
  const [row] = await query;
  if (row === undefined) throw new Error('the row was not made');
  return row.id;
}

export async function newWorld(): Promise<World> {
  const sql = superuser();
  const [workspace, other] = [await newWorkspace(), await newWorkspace()];
  const project = workspace.projectId;
  const visitorTokenHash = hash();
  const visitor = await id(sql`
    insert into public.visitors (project_id, email) values (${project}, 'v@example.com') returning id`);
  await sql`insert into public.visitor_tokens (project_id, token_hash, visitor_id)
    values (${project}, ${visitorTokenHash}, ${visitor})`;
  await sql`insert into private.used_signatures (project_id, signature, token_hash, ends_at)
    values (${project}, 'authz', ${visitorTokenHash}, now())`;
  const conversationId = await id(sql`
    insert into public.conversations (project_id, visitor_id, number, kind, locale) values (${project}, ${visitor}, 1, 'bug', 'en') returning id`);
  const messageId = await id(sql`
    insert into public.messages (project_id, conversation_id, author, member_id, body)
    values (${project}, ${conversationId}, 'visitor', null, 'Hello') returning id`);
  const attachment = await id(sql`
    insert into public.attachments (project_id, visitor_id, conversation_id, message_id, state, path, content_type, bytes,
      width, height, sha256, idempotency_key)
    values (${project}, ${visitor}, ${conversationId}, ${messageId}, 'attached', ${`${project}/${visitor}/1.png`}, 'image/png',
      10, 1, 1, ${hash()}, gen_random_uuid()) returning id`);
  const survey = await id(sql`insert into public.surveys (project_id) values (${project}) returning id`);
  const response = await id(sql`
    insert into public.responses (project_id, survey_id, visitor_id, outcome, answers, locale, idempotency_key)
    values (${project}, ${survey}, ${visitor}, 'answered', '{"score": 9}', 'en', gen_random_uuid()) returning id`);
  const article = await id(sql`
    insert into public.articles (project_id, locale, title, body, status)
    values (${project}, 'en', 'Title', 'Body', 'published') returning id`);
  const event = await id(sql<{ id: string }[]>`
    insert into public.suggestion_events (project_id, article_id, visitor_id, session_id, outcome)
    values (${project}, ${article}, ${visitor}, gen_random_uuid(), 'shown') returning id::text`);
  const competitor = await id(sql`
    insert into public.competitors (project_id, name, domain) values (${project}, 'Rival', 'rival.example') returning id`);
  const boardId = await id(
    sql`insert into public.boards (project_id, name) values (${project}, 'Full') returning id`,
  );
  const emptyBoard = await id(
    sql`insert into public.boards (project_id, name) values (${project}, 'Empty') returning id`,
  );
  const captureId = randomUUID();
  await sql`
    insert into public.captures (id, project_id, board_id, title, source_url, path, content_type, bytes, width, height, sha256)
    values (${captureId}, ${project}, ${boardId}, 'Prices', 'https://rival.example', ${`${project}/x/${captureId}.png`},
      'image/png', 10, 1, 1, ${hash()})`;
  await sql`insert into private.rate_limits (key, tokens) values ('authz', 1) on conflict do nothing`;

  const row = (table: string, where: string, insert: string, set: string): Record<Verb, string> => ({
    select: `select 1 from ${table} where ${where}`,
    insert: `insert into ${table} ${insert}`,
    update: `update ${table} set ${set} where ${where}`,
    delete: `delete from ${table} where ${where}`,
  });
  const byId = (table: string, key: string, insert: string, set: string) =>
    row(table, `id = '${key}'`, insert, set);
  const outsider = other.people.viewer.id;
  const statements = {
    'public.workspaces': byId('public.workspaces', workspace.id, `(name) values ('New')`, `name = 'Renamed'`),
    'public.members': row(
      'public.members',
      `workspace_id = '${workspace.id}' and user_id = '${workspace.people.viewer.id}'`,
      `(workspace_id, user_id, role, display_name) values ('${workspace.id}', '${outsider}', 'owner', 'Me')`,
      `role = 'owner'`,
    ),
    'public.projects': byId(
      'public.projects',
      project,
      `(workspace_id, name) values ('${workspace.id}', 'New')`,
      `name = 'Renamed'`,
    ),
    'public.visitors': byId(
      'public.visitors',
      visitor,
      `(project_id) values ('${project}')`,
      `name = 'Renamed'`,
    ),
    'public.visitor_tokens': row(
      'public.visitor_tokens',
      `visitor_id = '${visitor}'`,
      `(project_id, token_hash, visitor_id) values ('${project}', '${hash()}', '${visitor}')`,
      `visitor_id = '${visitor}'`,
    ),
    'public.conversations': byId(
      'public.conversations',
      conversationId,
      `(project_id, visitor_id, number, kind, locale) values ('${project}', '${visitor}', 99, 'bug', 'en')`,
      `status = 'closed'`,
    ),
    'public.messages': byId(
      'public.messages',
      messageId,
      `(project_id, conversation_id, body) values ('${project}', '${conversationId}', 'Answer')`,
      `body = 'Changed'`,
    ),
    'public.attachments': byId(
      'public.attachments',
      attachment,
      `(project_id, path, content_type, bytes, idempotency_key) values ('${project}', '${randomUUID()}', 'image/png', 1, gen_random_uuid())`,
      `bytes = 2`,
    ),
    'public.surveys': byId('public.surveys', survey, `(project_id) values ('${project}')`, `active = false`),
    'public.responses': byId(
      'public.responses',
      response,
      `(project_id, survey_id, visitor_id, locale, idempotency_key) values ('${project}', '${survey}', '${visitor}', 'en', gen_random_uuid())`,
      `score = 10`,
    ),
    'public.articles': byId(
      'public.articles',
      article,
      `(project_id, locale, title, body) values ('${project}', 'en', 'New', 'New')`,
      `title = 'Changed'`,
    ),
    'public.suggestion_events': byId(
      'public.suggestion_events',
      event,
      `(project_id, article_id, session_id, outcome) values ('${project}', '${article}', gen_random_uuid(), 'helped')`,
      `outcome = 'opened'`,
    ),
    'public.competitors': byId(
      'public.competitors',
      competitor,
      `(project_id, name, domain) values ('${project}', 'New', 'new.example')`,
      `name = 'Renamed'`,
    ),
    'public.boards': byId(
      'public.boards',
      emptyBoard,
      `(project_id, name) values ('${project}', 'New')`,
      `name = 'Renamed'`,
    ),
    'public.captures': byId(
      'public.captures',
      captureId,
      `(id, project_id, board_id, title, source_url, path, content_type, bytes, width, height, sha256)
       values (gen_random_uuid(), '${project}', '${boardId}', 'New', 'https://x.example', '${randomUUID()}', 'image/png', 1, 1, 1, '${hash()}')`,
      `title = 'Changed'`,
    ),
    'private.project_counters': row(
      'private.project_counters',
      `project_id = '${project}'`,
      `(project_id) select '${project}' on conflict (project_id) do update set last_number = 7`,
      `last_number = 1000`,
    ),
    'private.project_secrets': row(
      'private.project_secrets',
      `project_id = '${project}'`,
      `(project_id) select '${project}' on conflict (project_id) do update set secret = 'mine'`,
      `secret = 'mine'`,
    ),
    'private.used_signatures': row(
      'private.used_signatures',
      `project_id = '${project}'`,
      `(project_id, signature, token_hash, ends_at) values ('${project}', '${hash()}', '', now())`,
      `token_hash = ''`,
    ),
    'private.rate_limits': row(
      'private.rate_limits',
      `key = 'authz'`,
      `(key, tokens) values ('other', 1)`,
      `tokens = 99`,
    ),
  };
  return { workspace, other, conversationId, messageId, visitorTokenHash, boardId, captureId, statements };
}
