// What a visitor is told of who answers and when: business hours on the clocks of two continents, first answers.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { team as teamSchema } from '../../shared/domain/team.ts';
import { newWorkspace, superuser, type Workspace } from '../support/callers.ts';
import { newCaller, newProject, type Project, start } from './rows.ts';

const sql = superuser;
const nine = ['09:00', '18:00'];
/** Monday to Friday, nine to six with an hour for lunch on Wednesdays; Saturday until midnight. */
const week = [
  [nine],
  [nine],
  [
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ],
  [nine],
  [nine],
  [['20:00', '24:00']],
  [],
];

async function opening(timeZone: string, at: string, days: unknown = week) {
  const [row] = await sql()<{ opened: boolean; next: Date | null }[]>`
    select * from private.opening(${sql().json({ timeZone, week: JSON.parse(JSON.stringify(days)) })}, ${at})`;
  return { open: row?.opened, next: row?.next?.toISOString() ?? null };
}

describe('business hours', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-23T01:00:00Z', true, '2026-11-24T01:00:00.000Z'],
    ['Asia/Shanghai', '2026-11-23T00:59:59Z', false, '2026-11-23T01:00:00.000Z'],
    ['Asia/Shanghai', '2026-11-23T10:00:00Z', false, '2026-11-24T01:00:00.000Z'],
    // Monday in Auckland is Sunday in UTC and in New York.
    ['Pacific/Auckland', '2026-11-22T21:00:00Z', true, '2026-11-23T20:00:00.000Z'],
    ['America/New_York', '2026-11-22T21:00:00Z', false, '2026-11-23T14:00:00.000Z'],
    // Lunch, the end of Saturday, and Sunday.
    ['Europe/Berlin', '2026-11-25T11:30:00Z', false, '2026-11-25T12:00:00.000Z'],
    ['Europe/Berlin', '2026-11-28T22:59:59Z', true, '2026-11-30T08:00:00.000Z'],
    ['Europe/Berlin', '2026-11-28T23:00:00Z', false, '2026-11-30T08:00:00.000Z'],
    // Clocks went forward on the night to Sunday, 29 March 2026, and back on that to 25 October.
    ['Europe/Berlin', '2026-03-28T22:30:00Z', true, '2026-03-30T07:00:00.000Z'],
    ['Europe/Berlin', '2026-03-27T17:30:00Z', false, '2026-03-28T19:00:00.000Z'],
    ['Europe/Berlin', '2026-10-23T16:30:00Z', false, '2026-10-24T18:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', false, '2026-10-26T08:00:00.000Z'],
  ])('in %s at %s', async (zone, at, open, next) => {
    expect(await opening(zone, at)).toEqual({ open, next });
  });

  test('of one span a week are reached again in a week', async () => {
    const mondays = [[['09:00', '10:00']], [], [], [], [], [], []];
    expect(await opening('UTC', '2026-11-23T09:30:00Z', mondays)).toEqual({
      open: true,
      next: '2026-11-30T09:00:00.000Z',
    });
  });

  test('that never open have no next opening', async () => {
    expect(await opening('UTC', '2026-11-23T09:30:00Z', [[], [], [], [], [], [], []])).toEqual({
      open: false,
      next: null,
    });
  });

  test('at an hour that the clock skips begin when it goes on', async () => {
    const nights = [[], [], [], [], [], [], [['02:30', '06:00']]];
    expect((await opening('Europe/Berlin', '2026-03-29T00:59:00Z', nights)).open).toBe(false);
    expect((await opening('Europe/Berlin', '2026-03-29T01:31:00Z', nights)).open).toBe(true);
  });
});

describe('the team', () => {
  let workspace: Workspace;
  let project: Project;
  beforeAll(async () => {
    workspace = await newWorkspace();
  });
  beforeEach(async () => {
    project = await newProject(sql());
  });

  async function team(of: string, at = new Date()) {
    const [row] = await sql()`select private.team(${of}, ${at}) as answer`;
    return teamSchema.parse(row?.answer);
  }
  async function answerAfter(minutes: number, daysAgo = 1) {
    const { conversationId } = await start(sql(), newCaller(project));
    await sql()`
      with asked as (
        update public.conversations set created_at = now() - make_interval(days => ${daysAgo}) where id = ${conversationId}
        returning id, project_id, created_at)
      insert into public.messages (project_id, conversation_id, author, member_id, body, created_at)
      select project_id, id, 'member', null, 'Hello', created_at + make_interval(mins => ${minutes}) from asked`;
  }

  test('of a new project answers at any hour, in a time that nobody knows', async () => {
    expect(await team(project.id)).toEqual({ people: [], away: false, backAt: null, replyMinutes: null });
  });

  test('answers as fast as half of the first answers of thirty days came', async () => {
    for (const minutes of [5, 30, 600]) await answerAfter(minutes);
    await answerAfter(10_000, 40);
    expect((await team(project.id)).replyMinutes).toBe(30);
  });

  test('counts the first answer alone, and no internal note', async () => {
    const { conversationId } = await start(sql(), newCaller(project));
    const say = (internal: boolean, minutes: number) => sql()`
      insert into public.messages (project_id, conversation_id, author, member_id, internal, body, created_at)
      select project_id, id, 'member', null, ${internal}, 'Hello', created_at + make_interval(mins => ${minutes})
      from public.conversations where id = ${conversationId}`;
    await say(true, 1);
    await say(false, 20);
    await say(false, 90);
    expect((await team(project.id)).replyMinutes).toBe(20);
  });

  test('shows whoever answered last, at most three, and no one who only looks on', async () => {
    const before = await team(workspace.projectId);
    expect(before.people).toEqual([{ name: 'The agent' }]);
    const caller = newCaller({ id: workspace.projectId, key: workspace.projectKey });
    const { conversationId } = await start(sql(), caller);
    for (const role of ['agent', 'admin'] as const) {
      const { error } = await workspace.people[role].client.rpc('staff_reply', {
        conversation: conversationId,
        body: 'Hello',
        internal: false,
        idempotency_key: randomUUID(),
      });
      expect(error).toBeNull();
    }
    expect((await team(workspace.projectId)).people).toEqual([{ name: 'The admin' }, { name: 'The agent' }]);
  });

  test('tells nothing of what a member does elsewhere, or among his own', async () => {
    const [here, elsewhere] = await Promise.all([newWorkspace(), newWorkspace()]);
    const { id } = here.people.owner;
    await sql()`insert into public.members (workspace_id, user_id, role, display_name)
      values (${elsewhere.id}, ${id}, 'agent', 'Somebody else')`;
    const asked = async (of: Workspace) =>
      (await start(sql(), newCaller({ id: of.projectId, key: of.projectKey }))).conversationId;
    const say = async (of: Workspace, internal: boolean) => {
      const { error } = await here.people.owner.client.rpc('staff_reply', {
        conversation: await asked(of),
        body: 'Hello',
        internal,
        idempotency_key: randomUUID(),
      });
      expect(error).toBeNull();
    };
    await say(elsewhere, false);
    await say(here, true);
    expect((await team(here.projectId)).people).toEqual([{ name: 'The agent' }]);
    await say(here, false);
    expect((await team(here.projectId)).people).toEqual([{ name: 'The owner' }, { name: 'The agent' }]);
  });

  test('is away outside its hours, and says when it is back', async () => {
    const hours = { timeZone: 'Asia/Shanghai', week };
    await sql()`update public.projects set business_hours = ${sql().json(hours)} where id = ${project.id}`;
    expect(await team(project.id, new Date('2026-11-22T04:00:00Z'))).toMatchObject({ away: true });
    const { backAt } = await team(project.id, new Date('2026-11-22T04:00:00Z'));
    expect(new Date(backAt ?? 0).toISOString()).toBe('2026-11-23T01:00:00.000Z');
    expect(await team(project.id, new Date('2026-11-23T04:00:00Z'))).toMatchObject({
      away: false,
      backAt: null,
    });
  });
});

describe('hours that no clock can follow are refused', () => {
  const seven = (day: unknown) => [day, [], [], [], [], [], []];
  test.each<[string, unknown]>([
    ['a time zone that is none', { timeZone: 'Europe/Atlantis', week }],
    ['a week of six days', { timeZone: 'UTC', week: week.slice(1) }],
    ['a span that ends before it begins', { timeZone: 'UTC', week: seven([['18:00', '09:00']]) }],
    ['an hour that is none', { timeZone: 'UTC', week: seven([['09:00', '25:00']]) }],
    ['a span of three times', { timeZone: 'UTC', week: seven([['09:00', '10:00', '11:00']]) }],
    ['a span of numbers', { timeZone: 'UTC', week: seven([[9, 18]]) }],
    ['seven spans a day', { timeZone: 'UTC', week: seven(Array(7).fill(nine)) }],
    ['a day that is null', { timeZone: 'UTC', week: seven(null) }],
    ['more than hours', { timeZone: 'UTC', week, closed: true }],
    ['a list', []],
    ['a text', 'always'],
  ])('%s', async (_, hours) => {
    const { id } = await newProject(sql());
    const json = sql().json(JSON.parse(JSON.stringify(hours)));
    await expect(
      sql()`update public.projects set business_hours = ${json} where id = ${id}`,
    ).rejects.toMatchObject({
      code: '22023',
    });
  });
});
