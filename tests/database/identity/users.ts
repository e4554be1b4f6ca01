// What a host's server does, and what its pages say: sign a user's id, identify, read.
import { createHmac, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import type { Caller, Project } from '../rows.ts';

const now = () => Math.floor(Date.now() / 1000);

/** `t=…,v1=…` as in docs/widget.md; `at` in Unix seconds. */
export function sign(secret: string, userId: string, at = now()): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${userId}`).digest('hex')}`;
}

/** Signatures made in one second by one server are the same: of two log-ins each is made at a time of its own. */
let next = now();
export const signAnew = (secret: string, userId: string) => sign(secret, userId, next--);

export async function secretOf(sql: Sql, project: Project): Promise<string> {
  const [row] = await sql<{ secret: string }[]>`
    select secret from private.project_secrets where project_id = ${project.id}`;
  if (row === undefined) throw new Error('the project has no secret');
  return row.secret;
}

export type Identified = { verified?: boolean; merged?: boolean; error?: string };
export type User = {
  id: string;
  name?: string;
  email?: string;
  traits?: Record<string, string | number | boolean>;
};

export async function identify(
  sql: Sql,
  caller: Caller,
  user: User,
  signature?: string,
): Promise<Identified> {
  const input = { user, ...(signature === undefined ? {} : { signature }) };
  const [row] = await sql<{ answer: Identified }[]>`
    select public.widget_identify(${sql.json(caller)}, ${sql.json(input)}) as answer`;
  if (row === undefined) throw new Error('no answer');
  return row.answer;
}

export async function reset(sql: Sql, caller: Caller): Promise<void> {
  await sql`select public.widget_reset(${sql.json(caller)})`;
}

/** The texts this browser's visitor has in his list, and those it may open. */
export async function readable(sql: Sql, caller: Caller): Promise<{ error?: string; ids: string[] }> {
  const [row] = await sql<{ answer: { error?: string; conversations?: { id: string }[] } }[]>`
    select public.widget_conversations(${sql.json(caller)}) as answer`;
  const { error, conversations = [] } = row?.answer ?? {};
  return { ...(error === undefined ? {} : { error }), ids: conversations.map(({ id }) => id).sort() };
}

export async function opens(sql: Sql, caller: Caller, conversation: string): Promise<boolean> {
  const [row] = await sql<{ answer: { error?: string } }[]>`
    select public.widget_thread(${sql.json(caller)}, ${conversation}) as answer`;
  return row?.answer.error === undefined;
}

export async function visitorOf(sql: Sql, caller: Caller) {
  const [row] = await sql<
    { id: string; user_id: string | null; name: string | null; email: string | null; traits: unknown }[]
  >`select v.id, v.user_id, v.name, v.email, v.traits from public.visitor_tokens t
    join public.visitors v on v.id = t.visitor_id where t.token_hash = ${caller.token}`;
  return row;
}

/** An upload that waits to be sent. */
export async function uploaded(sql: Sql, caller: Caller): Promise<string> {
  const input = { idempotencyKey: randomUUID(), contentType: 'image/png', bytes: 10 };
  const [row] = await sql<{ answer: { uploadId: string } }[]>`
    select public.widget_reserve_upload(${sql.json(caller)}, ${sql.json(input)}) as answer`;
  const id = row?.answer.uploadId ?? '';
  const facts = { contentType: 'image/png', bytes: 10, width: 1, height: 1, sha256: '0'.repeat(64) };
  await sql`select public.widget_finalise_upload(${id}, ${sql.json(facts)})`;
  return id;
}
