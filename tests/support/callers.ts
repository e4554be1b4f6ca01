// The callers of the tests: clients with each kind of right, and the people of a workspace made for one test.
import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import type { Database } from '../../shared/backend/database.types.ts';
import type { MemberRole } from '../../shared/domain/nouns.ts';
import { userMaker } from '../../supabase/local/users.ts';
import { ownOf, type StackAccess } from './provided.ts';

export type Client = SupabaseClient<Database>;

/** The running stack's addresses and keys. */
export const stack = (): StackAccess => ownOf(inject('stacks'));

let connection: Sql | undefined;

/** PostgreSQL as the superuser, past every policy; for preparing and for looking. Closed when the file is done. */
export function superuser(): Sql {
  connection ??= postgres(stack().adminDbUrl, { max: 4, idle_timeout: 2, onnotice: () => {} });
  return connection;
}

const client = (key: string): Client =>
  createClient<Database>(stack().apiUrl, key, { auth: { persistSession: false, autoRefreshToken: false } });

/** Somebody without an account: the publishable key and nothing else. */
export const anonymous = (): Client => client(stack().publishableKey);

/** What the functions are: service_role. */
export const service = (): Client => client(stack().serviceRoleKey);

export type Person = { id: string; email: string; password: string; client: Client; accessToken: string };

/** Makes an account of its own and signs it in. */
export async function newPerson(name = 'Somebody'): Promise<Person> {
  const { apiUrl, publishableKey } = stack();
  const email = `${randomUUID()}@example.com`;
  const password = 'a long password';
  const id = await userMaker(superuser(), apiUrl, publishableKey)(email, password, { name });
  const own = anonymous();
  const { data, error } = await own.auth.signInWithPassword({ email, password });
  if (error !== null) throw error;
  return { id, email, password, client: own, accessToken: data.session.access_token };
}

export type Workspace = {
  id: string;
  projectId: string;
  projectKey: string;
  /** One person for each role that was asked for. */
  people: Record<MemberRole, Person>;
};

const allRoles: MemberRole[] = ['owner', 'admin', 'agent', 'pm', 'viewer'];

/** A workspace with one project and a member of every role, which no other test knows. */
export async function newWorkspace(origins: string[] = ['*']): Promise<Workspace> {
  const sql = superuser();
  const [workspace] = await sql<{ id: string }[]>`
    insert into public.workspaces (name) values ('Test workspace') returning id`;
  if (workspace === undefined) throw new Error('the workspace was not made');
  const [project] = await sql<{ id: string; publishable_key: string }[]>`
    insert into public.projects (workspace_id, name, allowed_origins)
    values (${workspace.id}, 'Test project', ${origins}) returning id, publishable_key`;
  if (project === undefined) throw new Error('the project was not made');
  const entries = await Promise.all(
    allRoles.map(async (role) => {
      const person = await newPerson(`The ${role}`);
      await sql`insert into public.members (workspace_id, user_id, role, display_name)
        values (${workspace.id}, ${person.id}, ${role}, ${`The ${role}`})`;
      return [role, person] as const;
    }),
  );
  const find = (role: MemberRole) => {
    const person = entries.find(([name]) => name === role)?.[1];
    if (person === undefined) throw new Error(`no ${role}`);
    return person;
  };
  const people = {
    owner: find('owner'),
    admin: find('admin'),
    agent: find('agent'),
    pm: find('pm'),
    viewer: find('viewer'),
  };
  return { id: workspace.id, projectId: project.id, projectKey: project.publishable_key, people };
}
