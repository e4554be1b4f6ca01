// What becomes of what was written before a log-in, and who reads it afterwards; also when all happens at once.
import { randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stack, superuser } from '../../support/callers.ts';
import { type Caller, newCaller, newProject, type Project, start } from '../rows.ts';
import { identify, opens, readable, reset, secretOf, signAnew, uploaded, visitorOf } from './users.ts';

const sql = superuser;
let pools: Sql[];
let project: Project;
let secret: string;
let user: string;

beforeAll(async () => {
  pools = Array.from({ length: 8 }, () => postgres(stack().dbUrl, { max: 1, onnotice: () => {} }));
  project = await newProject(sql());
  secret = await secretOf(sql(), project);
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end({ timeout: 1 })));
});
beforeEach(() => {
  user = `user ${randomUUID()}`;
});

const pool = (index: number) => pools[index % pools.length] ?? sql();
const logIn = (caller: Caller, who = user, on = sql()) =>
  identify(on, caller, { id: who }, signAnew(secret, who));
const begin = async (caller: Caller, more: Record<string, string> = {}, on = sql()) =>
  (await start(on, caller, more)).conversationId;

/** Rows of every table that belong to the browser's visitor. */
async function owned(caller: Caller) {
  const visitor = (await visitorOf(sql(), caller))?.id ?? '';
  const [row] = await sql()`
    select (select count(*)::int from public.conversations where visitor_id = ${visitor}) as conversations,
      (select count(*)::int from public.attachments where visitor_id = ${visitor}) as attachments,
      (select count(*)::int from public.responses where visitor_id = ${visitor}) as responses,
      (select count(*)::int from public.suggestion_events where visitor_id = ${visitor}) as events`;
  return row;
}

/** A question with a picture that waits, a survey that was answered and an article that was read. */
async function busy(caller: Caller): Promise<string> {
  const conversation = await begin(caller);
  await uploaded(sql(), caller);
  const visitor = (await visitorOf(sql(), caller))?.id ?? '';
  await sql()`
    with survey as (insert into public.surveys (project_id) values (${project.id}) returning id)
    insert into public.responses (project_id, survey_id, visitor_id, outcome, locale, idempotency_key)
    select ${project.id}, id, ${visitor}, 'shown', 'en', gen_random_uuid() from survey`;
  await sql()`
    with article as (
      insert into public.articles (project_id, locale, title, body, status)
      values (${project.id}, 'en', 'Title', 'Body', 'published') returning id)
    insert into public.suggestion_events (project_id, article_id, visitor_id, session_id, outcome)
    select ${project.id}, id, ${visitor}, gen_random_uuid(), 'shown' from article`;
  return conversation;
}

describe('a log-in', () => {
  test('on the first device keeps what was written before it', async () => {
    const browser = newCaller(project);
    const conversation = await busy(browser);
    expect(await logIn(browser)).toEqual({ verified: true, merged: true });
    expect(await owned(browser)).toEqual({ conversations: 1, attachments: 1, responses: 1, events: 1 });
    expect(await opens(sql(), browser, conversation)).toBe(true);
  });

  test('on a second device brings what was written there, and all is read on both', async () => {
    const [phone, laptop] = [newCaller(project), newCaller(project)];
    const ids = [await busy(phone), await busy(laptop)];
    const [before] =
      await sql()`select number, created_at from public.conversations where id = ${ids[1] ?? ''}`;
    await logIn(phone);
    expect(await logIn(laptop)).toEqual({ verified: true, merged: true });
    expect(await readable(sql(), phone)).toEqual({ ids: ids.toSorted() });
    expect(await readable(sql(), laptop)).toEqual({ ids: ids.toSorted() });
    expect(await owned(phone)).toEqual({ conversations: 2, attachments: 2, responses: 2, events: 2 });
    const [after] =
      await sql()`select number, created_at from public.conversations where id = ${ids[1] ?? ''}`;
    expect(after).toEqual(before);
  });

  test('of a device that wrote nothing merges nothing', async () => {
    const [phone, laptop] = [newCaller(project), newCaller(project)];
    expect(await logIn(phone)).toEqual({ verified: true, merged: false });
    const conversation = await begin(phone);
    expect(await logIn(laptop)).toEqual({ verified: true, merged: false });
    expect(await opens(sql(), laptop, conversation)).toBe(true);
  });

  test('sends a message that both devices know under one key no second time, and loses none', async () => {
    const [phone, laptop] = [newCaller(project), newCaller(project)];
    const idempotencyKey = randomUUID();
    const ids = [await begin(phone, { idempotencyKey }), await begin(laptop, { idempotencyKey })];
    await logIn(phone);
    await logIn(laptop);
    expect((await readable(sql(), laptop)).ids).toEqual(ids.toSorted());
    expect(ids).toContain(await begin(laptop, { idempotencyKey }));
  });

  test('in another project is another visitor', async () => {
    const elsewhere = await newProject(sql());
    const [here, there] = [newCaller(project), newCaller(elsewhere)];
    await logIn(here);
    const conversation = await begin(here);
    expect(
      await identify(sql(), there, { id: user }, signAnew(await secretOf(sql(), elsewhere), user)),
    ).toMatchObject({
      verified: true,
    });
    expect(await opens(sql(), there, conversation)).toBe(false);
    expect(await opens(sql(), { ...here, project: elsewhere.key }, conversation)).toBe(false);
  });

  test('as somebody else in a browser that is verified is refused, and merges nothing', async () => {
    const browser = newCaller(project);
    await logIn(browser, 'ada');
    const conversation = await begin(browser);
    const signature = signAnew(secret, user);
    expect(await identify(sql(), browser, { id: user }, signature)).toMatchObject({ error: 'foreign_token' });
    expect(await visitorOf(sql(), browser)).toMatchObject({ user_id: 'ada' });
    // With a new token the same signature is as good as before.
    const fresh = newCaller(project);
    expect(await identify(sql(), fresh, { id: user }, signature)).toEqual({ verified: true, merged: false });
    expect(await opens(sql(), fresh, conversation)).toBe(false);
    expect((await readable(sql(), fresh)).ids).toEqual([]);
  });
});

describe('a log-out', () => {
  test('ends what this browser reads; a log-in brings it back', async () => {
    const browser = newCaller(project);
    await logIn(browser);
    const conversation = await begin(browser);
    await reset(sql(), browser);
    expect((await readable(sql(), browser)).ids).toEqual([]);
    expect(await opens(sql(), browser, conversation)).toBe(false);
    const again = newCaller(project);
    await logIn(again);
    expect(await opens(sql(), again, conversation)).toBe(true);
  });

  test('of one device leaves the other logged in', async () => {
    const [phone, laptop] = [newCaller(project), newCaller(project)];
    await logIn(phone);
    await logIn(laptop);
    await reset(sql(), phone);
    expect((await readable(sql(), laptop)).error).toBeUndefined();
  });
});

describe('at once', () => {
  test('eight tabs of one browser identify: all are verified, as one visitor', async () => {
    const browser = newCaller(project);
    const conversation = await begin(browser);
    const signature = signAnew(secret, user);
    const answers = await Promise.all(pools.map((on) => identify(on, browser, { id: user }, signature)));
    for (const answer of answers) expect(answer).toMatchObject({ verified: true });
    expect((await readable(sql(), browser)).ids).toEqual([conversation]);
    expect(await sql()`select from public.visitors where user_id = ${user}`).toHaveLength(1);
  });

  test('eight devices of one user identify, each with its question: he reads all of them on each', async () => {
    const devices = pools.map(() => newCaller(project));
    const ids = (await Promise.all(devices.map((device, index) => begin(device, {}, pool(index))))).sort();
    const answers = await Promise.all(devices.map((device, index) => logIn(device, user, pool(index))));
    for (const answer of answers) expect(answer).toMatchObject({ verified: true });
    for (const device of devices) expect((await readable(sql(), device)).ids).toEqual(ids);
    expect(await sql()`select from public.visitors where user_id = ${user}`).toHaveLength(1);
  });

  test('questions, uploads and log-ins of one browser, again and again: nothing is lost, nobody waits for ever', async () => {
    await logIn(newCaller(project));
    for (let round = 0; round < 12; round += 1) {
      const browser = newCaller(project);
      const started: string[] = [];
      await Promise.all([
        ...[0, 1, 2, 3].map(async (index) => started.push(await begin(browser, {}, pool(index)))),
        uploaded(pool(4), browser),
        logIn(browser, user, pool(5)),
        logIn(browser, user, pool(6)),
        ...(round % 2 === 0 ? [] : [uploaded(pool(7), browser)]),
      ]);
      const { ids } = await readable(sql(), browser);
      for (const id of started) expect(ids).toContain(id);
      expect(await visitorOf(sql(), browser)).toMatchObject({ user_id: user });
    }
    const [count] = await sql()`
      select count(*)::int as conversations,
        (select count(*)::int from public.attachments a where a.visitor_id = v.id) as attachments
      from public.visitors v join public.conversations c on c.visitor_id = v.id
      where v.user_id = ${user} group by v.id`;
    expect(count).toEqual({ conversations: 48, attachments: 18 });
  });

  test('a reply with its picture during a log-in keeps the picture', async () => {
    await logIn(newCaller(project));
    for (let round = 0; round < 8; round += 1) {
      const browser = newCaller(project);
      const conversation = await begin(browser);
      const uploadId = await uploaded(sql(), browser);
      const reply = { idempotencyKey: randomUUID(), body: 'See this', attachments: [{ uploadId }] };
      const [[sent], answer] = await Promise.all([
        pool(0)<{ a: unknown }[]>`
          select public.widget_reply(${sql().json(browser)}, ${conversation}, ${sql().json(reply)}) as a`,
        logIn(browser, user, pool(1)),
      ]);
      expect(answer).toMatchObject({ verified: true });
      expect(sent?.a).toHaveProperty('messageId');
      const [row] = await sql()`select state from public.attachments where id = ${uploadId}`;
      expect(row?.state).toBe('attached');
    }
  });
});
