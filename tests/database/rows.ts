// Rows that the database tests begin with, made without any account.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

export type Project = { id: string; key: string };

/** A project of its own workspace, open to every origin. */
export async function newProject(sql: Sql): Promise<Project> {
  const [project] = await sql<Project[]>`
    with workspace as (insert into public.workspaces (name) values ('Test') returning id)
    insert into public.projects (workspace_id, name, allowed_origins) select id, 'Test', '{*}' from workspace
    returning id, publishable_key as key`;
  if (project === undefined) throw new Error('the project was not made');
  return project;
}

export type Caller = { project: string; origin: string; token: string; address: string };

/** A visitor that the database has not met, at an address of his own. */
export const newCaller = (project: Project): Caller => ({
  project: project.key,
  origin: 'https://app.example.com',
  token: randomBytes(32).toString('hex'),
  address: randomUUID(),
});

export type Started = { conversationId: string; number: number; messageId: string; error?: string };

/** Starts a conversation as the function does. */
export async function start(sql: Sql, caller: Caller, more: Record<string, string> = {}): Promise<Started> {
  const input = { idempotencyKey: randomUUID(), kind: 'question', body: 'Hello', locale: 'en', ...more };
  const [row] = await sql<{ answer: Started }[]>`
    select public.widget_start_conversation(${sql.json(caller)}, ${sql.json(input)}) as answer`;
  if (row === undefined) throw new Error('no answer');
  return row.answer;
}
