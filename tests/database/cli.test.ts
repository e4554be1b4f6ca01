// The migrations through the real Supabase CLI, on an empty PostgreSQL with nothing but Supabase's roles.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, supabase } from '../../scripts/commands.ts';
import { withScratchDatabase } from '../../supabase/local/database/scratch.ts';
import { stack, superuser } from '../support/callers.ts';

const versions = async () =>
  (await readdir(join(root, 'supabase', 'migrations')))
    .flatMap((name) => /^(\d+)_.*\.sql$/.exec(name)?.[1] ?? [])
    .sort();

const recorded = 'select version from supabase_migrations.schema_migrations order by version';

test('the CLI applies all migrations, finds no error to advise on, and generates types', {
  timeout: 120_000,
}, async () => {
  await withScratchDatabase(async ({ url, sql }) => {
    const up = await supabase(['migration', 'up'], url);
    expect(up.code, up.output).toBe(0);
    expect((await sql.unsafe(recorded)).map((row) => row.version)).toEqual(await versions());

    const advice = await supabase(['db', 'advisors', '--fail-on', 'error'], url);
    expect(advice.code, advice.output).toBe(0);

    // The advisors are awake: a table without row-level security that everybody may read is an error to them.
    await sql`create table public.careless (id int)`;
    await sql`grant select on public.careless to anon, authenticated`;
    const warned = await supabase(['db', 'advisors', '--fail-on', 'error'], url);
    expect(warned.code, warned.output).not.toBe(0);
  });
});

test('what the embedded stack applied counts as applied for the CLI', { timeout: 60_000 }, async () => {
  expect((await superuser().unsafe(recorded)).map((row) => row.version)).toEqual(await versions());
  const up = await supabase(['migration', 'up'], stack().dbUrl);
  expect(up.code, up.output).toBe(0);
  expect(up.output).toMatch(/up to date|no .*migrations/i);
});
