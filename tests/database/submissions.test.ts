// Numbers, keys and waiting times when many write at once.
import { randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stack, superuser } from '../support/callers.ts';
import { newCaller, newProject, start } from './rows.ts';

let pools: Sql[];
beforeAll(() => {
  pools = Array.from({ length: 8 }, () => postgres(stack().dbUrl, { max: 1, onnotice: () => {} }));
});
afterAll(async () => {
  await Promise.all(pools.map((sql) => sql.end({ timeout: 1 })));
});

describe('conversation numbers', () => {
  test('are unique and have no gaps in a project while 8 write at once', async () => {
    const project = await newProject(superuser());
    const numbers = await Promise.all(
      pools.map(async (sql) => {
        const own: number[] = [];
        for (let index = 0; index < 25; index += 1) own.push((await start(sql, newCaller(project))).number);
        return own;
      }),
    );
    expect(numbers.flat().sort((a, b) => a - b)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
  });

  test('have no gap where one was rolled back', async () => {
    const sql = superuser();
    const project = await newProject(sql);
    await start(sql, newCaller(project));
    const failing = sql.begin(async (tx) => {
      await start(tx as unknown as Sql, newCaller(project));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect((await start(sql, newCaller(project))).number).toBe(2);
  });

  test('begin at 1 in each project', async () => {
    const sql = superuser();
    for (const project of [await newProject(sql), await newProject(sql)]) {
      expect((await start(sql, newCaller(project))).number).toBe(1);
    }
  });
});

describe('an idempotency key', () => {
  test('makes one conversation of 20 requests at once, by a visitor nobody knew', async () => {
    const sql = superuser();
    const project = await newProject(sql);
    const caller = newCaller(project);
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => start(pools[index % 8] ?? sql, caller, { idempotencyKey })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify(answers[0])]),
    );
    expect(answers[0]?.number).toBe(1);
    const [count] = await sql`
      select (select count(*)::int from public.conversations where project_id = ${project.id}) as conversations,
             (select count(*)::int from public.messages where project_id = ${project.id}) as messages,
             (select count(*)::int from public.visitors where project_id = ${project.id}) as visitors`;
    expect(count).toEqual({ conversations: 1, messages: 1, visitors: 1 });
  });

  test('makes one message of 20 replies at once', async () => {
    const sql = superuser();
    const project = await newProject(sql);
    const caller = newCaller(project);
    const { conversationId } = await start(sql, caller);
    const reply = { idempotencyKey: randomUUID(), body: 'And another thing' };
    const twenty = Array.from({ length: 20 }, (_, index) => pools[index % 8] ?? sql);
    const replies = await Promise.all(
      twenty.map(
        (c) => c`select public.widget_reply(${c.json(caller)}, ${conversationId}, ${c.json(reply)}) as a`,
      ),
    );
    const different = new Set(replies.map(([row]) => JSON.stringify(row?.a)));
    expect(different.size).toBe(1);
    expect([...different][0]).not.toContain('error');
  });
});

describe('the rate limit', () => {
  const take = async (key: string, burst: number, perSecond: number) => {
    const [row] = await superuser()<{ wait: number }[]>`
      select private.take_token(${key}, ${burst}, ${perSecond}) as wait`;
    return row?.wait ?? -1;
  };

  test('lets a burst through and then says how long to wait', async () => {
    const key = randomUUID();
    expect(await Promise.all([1, 2, 3].map(() => take(key, 3, 0.1)))).toEqual([0, 0, 0]);
    const wait = await take(key, 3, 0.1);
    expect(wait).toBeGreaterThan(8);
    expect(wait).toBeLessThanOrEqual(10);
  });

  test('keeps its word: after that time there is a token, however often one tried before', async () => {
    const key = randomUUID();
    await take(key, 1, 0.5);
    for (let tries = 0; tries < 5; tries += 1) await take(key, 1, 0.5);
    const wait = await take(key, 1, 0.5);
    const sql = superuser();
    await sql`update private.rate_limits set updated_at = updated_at - make_interval(secs => ${wait}) where key = ${key}`;
    expect(await take(key, 1, 0.5)).toBe(0);
    expect(await take(key, 1, 0.5)).toBeGreaterThan(0);
  });

  test('fills up to the burst and no further', async () => {
    const key = randomUUID();
    await take(key, 2, 1);
    await superuser()`update private.rate_limits set updated_at = now() - interval '1 day' where key = ${key}`;
    expect([await take(key, 2, 0.001), await take(key, 2, 0.001)]).toEqual([0, 0]);
    expect(await take(key, 2, 0.001)).toBeGreaterThan(0);
  });

  test('counts requests at the same time one by one', async () => {
    const key = randomUUID();
    const waits = await Promise.all(
      Array.from(
        { length: 40 },
        (_, index) => (pools[index % 8] ?? superuser())`select private.take_token(${key}, 10, 0.001) as wait`,
      ),
    );
    expect(waits.filter(([row]) => row?.wait === 0)).toHaveLength(10);
  });

  test('is one for all visitors of an address, and leaves other addresses alone', async () => {
    const sql = superuser();
    const project = await newProject(sql);
    const address = randomUUID();
    const answers = [];
    for (let index = 0; index < 62; index += 1)
      answers.push(await start(sql, { ...newCaller(project), address }));
    expect(answers.filter((answer) => answer.error === 'rate_limited').length).toBeGreaterThan(0);
    expect(answers.slice(0, 60).every((answer) => answer.error === undefined)).toBe(true);
    expect((await start(sql, newCaller(project))).error).toBeUndefined();
  });

  test('forgets buckets that nobody touched for an hour, whatever visitors do in the meantime', async () => {
    const sql = superuser();
    const project = await newProject(sql);
    const key = randomUUID();
    await take(key, 3, 1);
    await sql`update private.rate_limits set updated_at = now() - interval '2 hours' where key in (${key}, 'sweep')`;
    await vi.waitFor(async () => {
      await sql`select public.widget_unread(${sql.json(newCaller(project))})`;
      expect(await sql`select from private.rate_limits where key = ${key}`).toHaveLength(0);
    });
  });
});

test('a thread that somebody filled is answered from its end', async () => {
  const sql = superuser();
  const project = await newProject(sql);
  const caller = newCaller(project);
  const { conversationId } = await start(sql, caller);
  await sql`insert into public.messages (project_id, conversation_id, author, member_id, body, created_at)
    select ${project.id}, ${conversationId}, 'visitor', null, n::text, now() + n * interval '1 second'
    from generate_series(1, 600) as n`;
  const [row] = await sql<{ answer: { messages: { body: string }[] } }[]>`
    select public.widget_thread(${sql.json(caller)}, ${conversationId}) as answer`;
  const bodies = row?.answer.messages.map(({ body }) => body) ?? [];
  expect(bodies).toEqual(Array.from({ length: 500 }, (_, index) => String(index + 101)));
});

test('messages of a conversation are in the order in which they were committed', async () => {
  const sql = superuser();
  const project = await newProject(sql);
  const caller = newCaller(project);
  const { conversationId } = await start(sql, caller);
  await Promise.all(
    pools.map(async (c) => {
      for (let index = 0; index < 2; index += 1) {
        const input = { idempotencyKey: randomUUID(), body: 'x' };
        await c`select public.widget_reply(${c.json(caller)}, ${conversationId}, ${c.json(input)})`;
      }
    }),
  );
  const rows = await sql<{ at: string }[]>`
    select created_at::text as at from public.messages where conversation_id = ${conversationId}
    order by xmin::text::bigint, created_at`;
  const times = rows.map(({ at }) => at);
  expect(new Set(times).size).toBe(17);
});
