// How many conversations a second PostgreSQL takes: the one SQL call behind a visitor's submission, as durable as
// in production (fsync on), from 8 connections.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';
import { applyMigrations } from '../../supabase/local/database/migrations.ts';
import { preparePlatform } from '../../supabase/local/database/platform.ts';
import { createPostgres } from '../../supabase/local/database/postgres.ts';
import { freePort } from '../../supabase/local/processes.ts';
import type { Bench, Row } from './row.ts';

const connections = 8;
const seconds = 5;
const budget = 2000;

/**
 * The clients are loops inside PostgreSQL, each iteration a transaction of its own: two cores that also ran clients
 * would measure these. Every submission comes from a new visitor at a new address.
 */
const clients = `
  create table bench_bare (id bigint generated always as identity primary key, body text);

  create procedure bench_submit(project text, until timestamptz, inout made integer) language plpgsql as $$
  declare
    answer jsonb;
  begin
    made := 0;
    while clock_timestamp() < until loop
      answer := public.widget_start_conversation(
        jsonb_build_object('project', project, 'origin', 'https://app.example.com',
          'token', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
          'address', gen_random_uuid()),
        jsonb_build_object('idempotencyKey', gen_random_uuid(), 'kind', 'bug', 'locale', 'en',
          'body', 'The export ends after the first page. 导出到第一页就停了。 I expected all of my orders in one file.',
          'context', jsonb_build_object('pageUrl', 'https://app.example.com/orders?page=2', 'pageTitle', 'Orders',
            'userAgent', 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36',
            'viewportWidth', 1280, 'viewportHeight', 800)));
      if answer ->> 'number' is null then raise exception 'refused: %', answer; end if;
      commit;
      made := made + 1;
    end loop;
  end $$;

  create procedure bench_insert(until timestamptz, inout made integer) language plpgsql as $$
  begin
    made := 0;
    while clock_timestamp() < until loop
      insert into bench_bare (body) values ('x');
      commit;
      made := made + 1;
    end loop;
  end $$;`;

/** Submissions a second, connection by connection to the project of the next of `keys`. */
async function perSecond(pools: Sql[], keys: string[]): Promise<number> {
  const made = await Promise.all(
    pools.map(async (sql, index) => {
      const [row] = await sql<{ made: number }[]>`
        call bench_submit(${keys[index % keys.length] ?? ''}, clock_timestamp() + make_interval(secs => ${seconds}), null)`;
      return row?.made ?? 0;
    }),
  );
  return made.reduce((sum, each) => sum + each, 0) / seconds;
}

/** Commits a second of the smallest durable write, which is what the disk and the machine allow at most. */
async function barePerSecond(pools: Sql[]): Promise<number> {
  const made = await Promise.all(
    pools.map(async (sql) => {
      const [row] = await sql<{ made: number }[]>`
        call bench_insert(clock_timestamp() + make_interval(secs => ${seconds}), null)`;
      return row?.made ?? 0;
    }),
  );
  return made.reduce((sum, each) => sum + each, 0) / seconds;
}

async function newProject(sql: Sql): Promise<string> {
  const [project] = await sql<{ key: string }[]>`
    with workspace as (insert into public.workspaces (name) values ('Bench') returning id)
    insert into public.projects (workspace_id, name, allowed_origins) select id, 'Bench', '{*}' from workspace
    returning publishable_key as key`;
  if (project === undefined) throw new Error('the project was not made');
  return project.key;
}

/** The budget of design.md: 2,000 submissions a second from 8 connections on 2 cores. */
export const bench: Bench = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
  const port = await freePort();
  const server = await createPostgres({ dataDir, port, password: 'bench', durable: true, log: () => {} });
  const open = (role: string) =>
    postgres(`postgres://${role}:bench@127.0.0.1:${port}/postgres`, { max: 1, onnotice: () => {} });
  const opened: Sql[] = [];
  try {
    await server.start();
    const admin = open('supabase_admin');
    opened.push(admin);
    await preparePlatform(admin, 'bench');
    const owner = open('postgres');
    opened.push(owner);
    await applyMigrations(owner, fileURLToPath(new URL('../../supabase/migrations', import.meta.url)));
    await owner.unsafe(clients);
    const pools = Array.from({ length: connections }, () => open('postgres'));
    opened.push(...pools);
    const keys = await Promise.all(pools.map(() => newProject(owner)));
    await perSecond(pools, keys);
    const bare = await barePerSecond(pools);
    const row = (what: string, value: number): Row => ({
      what: `${what}, ${connections} connections, ${cpus().length} cores`,
      budget: `≥ ${budget.toLocaleString('en')} a second`,
      value: `${Math.round(value).toLocaleString('en')} a second`,
      peer: `bare one-row insert: ${Math.round(bare).toLocaleString('en')} a second`,
      met: value >= budget,
    });
    return [
      row('widget submit in PostgreSQL, a project each', await perSecond(pools, keys)),
      row('widget submit in PostgreSQL, all to one project', await perSecond(pools, keys.slice(0, 1))),
    ];
  } finally {
    await Promise.all(opened.map((sql) => sql.end({ timeout: 1 })));
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
