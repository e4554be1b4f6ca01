// Every caller tries every verb on every table, on real rows; each attempt is rolled back.
import type { TransactionSql } from 'postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import { superuser } from '../support/callers.ts';
import { type Caller, callers, rights, verbs } from './expectations.ts';
import { newWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

/** Makes the transaction speak as this caller, as the REST API would. */
async function become(tx: TransactionSql, caller: Caller): Promise<void> {
  const { people } = world.workspace;
  if (caller === 'anonymous' || caller === 'visitor') {
    await tx`select set_config('request.jwt.claims', '{"role":"anon"}', true)`;
    if (caller === 'visitor') {
      const headers = JSON.stringify({ 'x-hearback-visitor': world.visitorTokenHash });
      await tx`select set_config('request.headers', ${headers}, true)`;
    }
    await tx`set local role anon`;
    return;
  }
  const sub = caller === 'admin of another workspace' ? world.other.people.admin.id : people[caller].id;
  await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub, role: 'authenticated' })}, true)`;
  await tx`set local role authenticated`;
}

class RollBack extends Error {}

/** Whether the statement reached a row. A refusal of rights is "no"; any other fault is a fault of the test. */
async function succeeds(statement: string, caller?: Caller): Promise<boolean> {
  let reached = false;
  try {
    await superuser().begin(async (tx) => {
      if (caller !== undefined) await become(tx, caller);
      reached = (await tx.unsafe(statement)).count > 0;
      throw new RollBack();
    });
  } catch (error) {
    const refused = error instanceof Error && 'code' in error && error.code === '42501';
    if (!(error instanceof RollBack) && !refused) throw error;
  }
  return reached;
}

test('every table of the catalogue has its expectation, and every expectation its table', async () => {
  const tables = await superuser()<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'v', 'm', 'f')
    order by 1`;
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(rights).sort());
  expect(Object.keys(world.statements).sort()).toEqual(Object.keys(rights).sort());
});

describe.each(Object.entries(rights))('%s', (table, expected) => {
  test.each(verbs)('%s', async (verb) => {
    const statement = world.statements[table]?.[verb] ?? '';
    expect(await succeeds(statement)).toBe(true);
    const allowed: Caller[] = [];
    for (const caller of callers) if (await succeeds(statement, caller)) allowed.push(caller);
    expect(allowed.sort()).toEqual([...expected[verb]].sort());
  });
});

test('nobody can empty a table', async () => {
  for (const table of Object.keys(rights)) {
    for (const caller of callers) expect(await succeeds(`truncate ${table} cascade`, caller)).toBe(false);
  }
});
