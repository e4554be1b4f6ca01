// Every door of the visitor's: nobody gets in who comes too often, from a foreign page or with a key that is none.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Caller, newCaller, newProject, type Project, start } from '../database/rows.ts';
import { superuser } from '../support/callers.ts';

const sql = superuser();
type Door = { name: string; args: string };
let doors: Door[];
let project: Project;
let caller: Caller;
let conversation: string;

beforeAll(async () => {
  // By the name and type of each argument after the caller, so that what is added later is tried as well.
  doors = await sql<Door[]>`
    select p.proname as name, string_agg(coalesce(a.type::regtype::text, ''), ' ' order by a.place) as args
    from pg_catalog.pg_proc p, unnest(p.proargtypes::oid[]) with ordinality as a (type, place)
    where p.pronamespace = 'public'::regnamespace and p.proname like 'widget\\_%' and p.proargnames[1] = 'caller'
    group by p.oid, p.proname order by 1`;
  project = await newProject(sql);
  caller = newCaller(project);
  conversation = (await start(sql, caller)).conversationId;
});

const input = () => ({
  idempotencyKey: randomUUID(),
  kind: 'question',
  body: 'Hello',
  locale: 'en',
  contentType: 'image/png',
  bytes: 10,
  user: { id: 'ada' },
  outcome: 'shown',
  articleId: randomUUID(),
  suggestionSession: randomUUID(),
});

async function knock({ name, args }: Door, who: Caller): Promise<{ error?: string }> {
  const values: (string | null)[] = args.split(' ').map((type, at) => {
    if (at === 0) return JSON.stringify(who);
    if (type === 'jsonb') return JSON.stringify(input());
    return type === 'uuid' ? conversation : 'query';
  });
  const survey = name === 'widget_respond';
  if (survey) {
    const [made] = await sql<{ id: string }[]>`
      insert into public.surveys (project_id, active) values (${project.id}, true) returning id`;
    values[1] = made?.id ?? '';
  }
  const list = args.split(' ').map((type, at) => `$${at + 1}::text::${type}`);
  const [row] = await sql.unsafe(`select public.${name}(${list.join(', ')}) as answer`, values);
  return row?.answer ?? {};
}

test('there are doors', () => {
  expect(doors.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'widget_identify',
      'widget_reset',
      'widget_due_surveys',
      'widget_respond',
      'widget_thread',
    ]),
  );
});

describe('each door', () => {
  test('is shut to an address out of tokens', async () => {
    const actions = ['conversation', 'reply', 'upload', 'response', 'identify', 'suggest', 'read'];
    await sql`insert into private.rate_limits (key, tokens, updated_at)
      select action || ':address:' || ${caller.address}, 0, now() + interval '1 hour' from unnest(${actions}::text[]) as action
      on conflict (key) do update set tokens = 0, updated_at = excluded.updated_at`;
    for (const door of doors)
      expect({ door: door.name, ...(await knock(door, caller)) }).toMatchObject({
        door: door.name,
        error: 'rate_limited',
      });
  });

  test('is shut to pages of other origins, and to keys that are none', async () => {
    await sql`update public.projects set allowed_origins = '{https://app.example.com}' where id = ${project.id}`;
    const rested = { ...caller, address: randomUUID() };
    for (const origin of [
      'https://evil.example',
      'https://app.example.com.evil.example',
      'http://app.example.com',
      'null',
      '',
    ])
      for (const door of doors)
        expect({ door: door.name, ...(await knock(door, { ...rested, origin })) }).toMatchObject({
          door: door.name,
          error: 'foreign_origin',
        });
    for (const door of doors)
      expect({
        door: door.name,
        ...(await knock(door, { ...rested, project: 'pk_of_nobody' })),
      }).toMatchObject({ door: door.name, error: 'unknown_project' });
  });
});
