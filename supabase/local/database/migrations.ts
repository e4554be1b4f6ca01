// Applies supabase/migrations in order and keeps the record the Supabase CLI keeps.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitSqlStatements } from '@supabase/lite';
import type { Sql } from 'postgres';
import { StackError } from '../processes.ts';

const fileName = /^(\d+)_(.*)\.sql$/;

/**
 * Applies what is not yet recorded, each file in one transaction, and records it as `supabase migration up`
 * does, so that the CLI and this function can take turns on one database.
 * @param sql a connection as the role `postgres`
 * @returns the versions applied now
 */
export async function applyMigrations(sql: Sql, folder: string): Promise<string[]> {
  const recorded = await sql<
    { version: string }[]
  >`select version from supabase_migrations.schema_migrations`;
  const known = new Set(recorded.map((row) => row.version));
  const files = (await readdir(folder).catch(() => [])).filter((name) => fileName.test(name)).sort();
  const applied: string[] = [];
  for (const name of files) {
    const [, version = '', label = ''] = fileName.exec(name) ?? [];
    if (known.has(version)) continue;
    const text = await readFile(join(folder, name), 'utf8');
    try {
      await sql.begin(async (tx) => {
        await tx.unsafe(text);
        await tx`insert into supabase_migrations.schema_migrations (version, name, statements)
          values (${version}, ${label}, ${splitSqlStatements(text)})`;
      });
    } catch (error) {
      throw new StackError(`Migration ${name} failed: ${describe(error, text)}`);
    }
    applied.push(version);
  }
  return applied;
}

function describe(error: unknown, text: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = 'position' in error ? Number(error.position) : Number.NaN;
  const line = Number.isNaN(position) ? '' : ` (line ${text.slice(0, position).split('\n').length})`;
  const hint = 'hint' in error && typeof error.hint === 'string' ? ` ${error.hint}` : '';
  return `${error.message}${line}.${hint}`;
}
