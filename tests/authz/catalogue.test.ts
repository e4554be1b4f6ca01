// Rules that hold for every table and function, read from the catalogue: what is added later is held to them too.
import { expect, test } from 'vitest';
import { superuser } from '../support/callers.ts';
import { openDefiners, writable } from './expectations.ts';

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

test('row-level security is on and forced on every table', async () => {
  const open = await superuser()<{ name: string }[]>`
    select c.oid::regclass::text as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private') and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity)`;
  expect(names(open)).toEqual([]);
});

test('no definer function can be run by anybody who is not meant to', async () => {
  const open = await superuser()<{ name: string }[]>`
    select distinct p.oid::regprocedure::text as name
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace,
      unnest(array['anon', 'authenticated']) as role
    where n.nspname in ('public', 'private') and p.prosecdef and has_function_privilege(role, p.oid, 'execute')`;
  expect(names(open).sort()).toEqual(openDefiners);
  const anon = await superuser()<{ name: string }[]>`
    select p.oid::regprocedure::text as name
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private') and has_function_privilege('anon', p.oid, 'execute')`;
  expect(names(anon)).toEqual([]);
});

test('every definer function pins an empty search path', async () => {
  const loose = await superuser()<{ name: string }[]>`
    select p.oid::regprocedure::text as name
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private') and p.prosecdef
      and not coalesce(p.proconfig, '{}') @> array['search_path=""']`;
  expect(names(loose)).toEqual([]);
});

test('what members run with their own rights belongs to no schema of the API but public, and views ask as the caller', async () => {
  const views = await superuser()<{ name: string }[]>`
    select c.oid::regclass::text as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private') and c.relkind in ('v', 'm')
      and not coalesce(c.reloptions, '{}') @> array['security_invoker=true']`;
  expect(names(views)).toEqual([]);
  const [usage] = await superuser()`
    select has_schema_privilege('anon', 'private', 'usage') as anon, has_schema_privilege('anon', 'public', 'create') as makes,
      has_schema_privilege('authenticated', 'public', 'create') as member_makes`;
  expect(usage).toEqual({ anon: false, makes: false, member_makes: false });
});

test('every foreign key leads an index, so that deleting what it points to stays fast', async () => {
  const bare = await superuser()<{ name: string }[]>`
    select c.conrelid::regclass || ' ' || c.conname as name
    from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
    where n.nspname in ('public', 'private') and c.contype = 'f' and not exists (
      select from pg_catalog.pg_index i
      where i.indrelid = c.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`;
  expect(names(bare)).toEqual([]);
});

test('every column that a policy compares leads an index', async () => {
  const policies = await superuser()<{ table: string; text: string }[]>`
    select schemaname || '.' || tablename as table, coalesce(qual, '') || ' ' || coalesce(with_check, '') as text
    from pg_catalog.pg_policies where schemaname in ('public', 'private')`;
  const indexed = await superuser()<{ table: string; column: string }[]>`
    select n.nspname || '.' || t.relname as table, a.attname as column
    from pg_catalog.pg_index i
    join pg_catalog.pg_class t on t.oid = i.indrelid
    join pg_catalog.pg_namespace n on n.oid = t.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where n.nspname in ('public', 'private') and i.indpred is null`;
  const leads = new Set(indexed.map(({ table, column }) => `${table}.${column}`));
  const missing = policies.flatMap(({ table, text }) =>
    [...text.matchAll(/\(?\b([a-z_]+) IN \(/g)]
      .map(([, column]) => `${table}.${column}`)
      .filter((column) => !leads.has(column)),
  );
  expect(missing).toEqual([]);
  expect(policies.length).toBeGreaterThan(10);
});

test('policies name whom they are for, and ask for the caller once a statement', async () => {
  const rows = await superuser()<{ name: string; roles: string; text: string }[]>`
    select tablename || ': ' || policyname as name, roles::text, coalesce(qual, '') || coalesce(with_check, '') as text
    from pg_catalog.pg_policies where schemaname in ('public', 'private')`;
  for (const { name, roles, text } of rows) {
    expect({ name, roles }).toEqual({
      name,
      roles: name.includes('published') ? '{anon}' : '{authenticated}',
    });
    for (const [, before] of text.matchAll(/(.{0,12})auth\.uid\(\)/g))
      expect({ name, before }).toMatchObject({ before: expect.stringMatching(/SELECT $/) });
  }
});

test('anonymous callers hold no right on any table or sequence but reading columns of articles', async () => {
  const held = await superuser()<{ name: string }[]>`
    select distinct table_schema || '.' || table_name || ' ' || privilege_type as name
    from information_schema.column_privileges
    where grantee in ('anon', 'PUBLIC') and table_schema in ('public', 'private')`;
  expect(names(held)).toEqual(['public.articles SELECT']);
  const hidden = await superuser()<{ name: string }[]>`
    select column_name as name from information_schema.column_privileges
    where grantee = 'anon' and table_name = 'articles' and column_name in ('created_by', 'source_message_id', 'search')`;
  expect(names(hidden)).toEqual([]);
  const sequences = await superuser()<{ name: string }[]>`
    select c.oid::regclass::text as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace, unnest(array['anon', 'authenticated']) as role
    where n.nspname in ('public', 'private') and c.relkind = 'S' and has_sequence_privilege(role, c.oid, 'usage,select,update')`;
  expect(names(sequences)).toEqual([]);
});

test('members set exactly the columns that are listed, never a role, an owner, an author or a number', async () => {
  const held = await superuser()<{ table: string; verb: string; column: string }[]>`
    select table_schema || '.' || table_name as table, lower(privilege_type) as verb, column_name as column
    from information_schema.column_privileges
    where grantee = 'authenticated' and table_schema in ('public', 'private') and privilege_type in ('INSERT', 'UPDATE')
    order by 1, 2, 3`;
  const columns = (table: string, verb: string) =>
    held.filter((item) => item.table === table && item.verb === verb).map(({ column }) => column);
  const found = Object.fromEntries(
    [...new Set(held.map(({ table }) => table))].map((table) => {
      const [insert, update] = [columns(table, 'insert'), columns(table, 'update')];
      return [table, { ...(insert.length > 0 && { insert }), ...(update.length > 0 && { update }) }];
    }),
  );
  expect(found).toEqual(writable);
  const power = [
    'role',
    'workspace_id',
    'author',
    'member_id',
    'number',
    'created_by',
    'publishable_key',
    'user_id',
  ];
  expect(held.filter(({ column }) => power.includes(column))).toEqual([]);
  expect(held.filter(({ verb, column }) => verb === 'update' && column === 'project_id')).toEqual([]);
});

test("the hash of a visitor's token can be read by nobody over the API", async () => {
  const [row] = await superuser()`
    select has_column_privilege('anon', 'public.visitor_tokens', 'token_hash', 'select') as anon,
      has_column_privilege('authenticated', 'public.visitor_tokens', 'token_hash', 'select') as member`;
  expect(row).toEqual({ anon: false, member: false });
});
