// How many conversations a second PostgreSQL takes: the one SQL call behind a visitor's submission, as durable as
// in production (fsync on), from 8 connections.
import { randomBytes, randomUUID } from 'node:crypto';
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

const submission = () => ({
  idempotencyKey: randomUUID(),
  kind: 'bug',
  body: 'The export ends after the first page. 导出到第一页就停了。 I expected all of my orders in one file.',
  locale: 'en',
  context: {
    pageUrl: 'https://app.example.com/orders?page=2',
    pageTitle: 'Orders',
    userAgent:
      'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36',
    viewportWidth: 1280,
    viewportHeight: 800,
  },
});

/** Submissions a second while `keys` are used in turn, each from a new visitor at a new address. */
async function perSecond(pools: Sql[], keys: string[]): Promise<number> {
  let made = 0;
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  await Promise.all(
    pools.map(async (sql, index) => {
      const project = keys[index % keys.length] ?? '';
      while (performance.now() < until) {
        const caller = {
          project,
          origin: 'https://app.example.com',
          token: randomBytes(32).toString('hex'),
          address: randomUUID(),
        };
        const [row] = await sql<{ answer: { number?: number } }[]>`
          select public.widget_start_conversation(${sql.json(caller)}, ${sql.json(submission())}) as answer`;
        if (row?.answer.number === undefined) throw new Error(`refused: ${JSON.stringify(row?.answer)}`);
        made += 1;
      }
    }),
  );
  return (made * 1000) / (performance.now() - began);
}

/** Commits a second of the smallest durable write, which is what the disk and the machine allow at most. */
async function barePerSecond(pools: Sql[]): Promise<number> {
  let made = 0;
  const until = performance.now() + seconds * 500;
  const began = performance.now();
  await Promise.all(
    pools.map(async (sql) => {
      while (performance.now() < until) {
        await sql`insert into bench_bare (body) values (${'x'})`;
        made += 1;
      }
    }),
  );
  return (made * 1000) / (performance.now() - began);
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
    await owner`create table bench_bare (id bigint generated always as identity primary key, body text)`;
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
