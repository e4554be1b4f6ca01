// An empty PostgreSQL that looks like a new Supabase project, for the Supabase CLI to work on.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { freePort } from '../processes.ts';
import { preparePlatform } from './platform.ts';
import { createPostgres } from './postgres.ts';

export type ScratchDatabase = {
  /** As the role `postgres`, which migrations run as. */
  url: string;
  /** As the superuser. */
  sql: Sql;
};

/** Runs `work` on a database of its own, which is gone afterwards, whatever happens. */
export async function withScratchDatabase<T>(work: (database: ScratchDatabase) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hearback-scratch-'));
  const port = await freePort();
  const password = 'scratch';
  const server = await createPostgres({ dataDir, port, password, durable: false, log: () => {} });
  try {
    await server.start();
    const sql = postgres(`postgres://supabase_admin:${password}@127.0.0.1:${port}/postgres`, {
      max: 2,
      onnotice: () => {},
    });
    try {
      await preparePlatform(sql, password);
      return await work({ url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, sql });
    } finally {
      await sql.end({ timeout: 1 });
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
