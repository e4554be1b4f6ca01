// Makes an empty PostgreSQL look like a new Supabase project to migrations and to the Supabase CLI.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite';
import type { Sql } from 'postgres';

const file = (name: string) => readFile(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

/**
 * Creates Supabase's roles, schemas, system tables and privileges where they are missing.
 * @param sql a connection as the superuser `supabase_admin`
 * @param password for the role `postgres`, which migrations and the CLI sign in as
 */
export async function preparePlatform(sql: Sql, password: string): Promise<void> {
  await sql.unsafe(await file('./platform.sql'));
  await sql.unsafe(getAuthSchemaSql());
  await sql.unsafe(getStorageSchemaSql());
  await sql.unsafe(await file('./platform-access.sql'));
  await sql.unsafe(`alter role postgres password '${password.replaceAll("'", "''")}'`);
}
