// What somebody tries who has caught a signature, or has an id that looks like another's.
import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stack, superuser } from '../../support/callers.ts';
import { newCaller, newProject, type Project, start } from '../rows.ts';
import { identify, opens, readable, reset, secretOf, sign, signAnew, visitorOf } from './users.ts';

const sql = superuser;
let pools: Sql[];
let project: Project;
let secret: string;

beforeAll(async () => {
  pools = Array.from({ length: 6 }, () => postgres(stack().dbUrl, { max: 1, onnotice: () => {} }));
  project = await newProject(sql());
  secret = await secretOf(sql(), project);
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end({ timeout: 1 })));
});

test('one signature in six browsers at once makes one of them verified', async () => {
  for (let round = 0; round < 5; round += 1) {
    const user = `race ${round}`;
    const signature = sign(secret, user);
    const browsers = pools.map(() => newCaller(project));
    const answers = await Promise.all(
      pools.map((on, at) => identify(on, browsers[at] ?? newCaller(project), { id: user }, signature)),
    );
    expect(answers.filter(({ verified }) => verified)).toHaveLength(1);
    expect(answers.filter(({ error }) => error === 'invalid_signature')).toHaveLength(5);
  }
});

test('a signature that was caught together with the token does not undo a log-out', async () => {
  const browser = newCaller(project);
  const signature = signAnew(secret, 'left');
  await identify(sql(), browser, { id: 'left' }, signature);
  const { conversationId } = await start(sql(), browser);
  await reset(sql(), browser);
  expect(await identify(sql(), browser, { id: 'left' }, signature)).toMatchObject({
    error: 'invalid_signature',
  });
  expect(await opens(sql(), browser, conversationId)).toBe(false);
  // A new log-in is as good as ever, in the same browser too.
  expect(await identify(sql(), browser, { id: 'left' }, signAnew(secret, 'left'))).toMatchObject({
    verified: true,
  });
});

describe('ids that look alike are different users', () => {
  test.each([
    ['é', 'e\u0301'],
    ['Ⅷ', 'VIII'],
    ['admin', 'аdmin'],
    ['Ada', 'ada'],
    ['ada', 'ada '],
    ['ada', 'ada\n'],
    ['ada', '\u200bada'],
    ['ß', 'ss'],
    ['7', '07'],
  ])('%j and %j', async (victim, attacker) => {
    const [first, second] = [newCaller(project), newCaller(project)];
    await identify(sql(), first, { id: victim }, signAnew(secret, victim));
    const { conversationId } = await start(sql(), first);
    const theirs = signAnew(secret, attacker);
    expect(await identify(sql(), second, { id: victim }, theirs)).toMatchObject({
      error: 'invalid_signature',
    });
    expect(await identify(sql(), second, { id: attacker }, theirs)).toMatchObject({ verified: true });
    expect(await opens(sql(), second, conversationId)).toBe(false);
    expect((await visitorOf(sql(), second))?.user_id).toBe(attacker);
  });

  test('a dot in an id takes nothing from the time', async () => {
    const now = Math.floor(Date.now() / 1000);
    const code = sign(secret, '5.ada', now).replace(/^t=/, '');
    for (const [id, signature] of [
      ['ada', `t=${code.replace(/^(\d+)/, '$1.5')}`],
      [`${now}.5.ada`, `t=,${code.split(',')[1]}`],
      ['5.ada', `t=0${code}`],
      ['5.ada', `t=${code}\n`],
      ['5.ada', `t=-${code}`],
      ['5.ada', ` t=${code}`],
    ] as const)
      expect(await identify(sql(), newCaller(project), { id }, signature)).toMatchObject({
        error: 'invalid_signature',
      });
  });
});

test('what a stranger writes in the name of a user is not in the list of that user', async () => {
  const [ada, eve] = [newCaller(project), newCaller(project)];
  await identify(sql(), ada, { id: 'planted' }, signAnew(secret, 'planted'));
  await identify(sql(), eve, { id: 'planted', name: 'Ada', email: 'ada@example.com' });
  const planted = await start(sql(), eve, { email: 'ada@example.com' });
  expect((await readable(sql(), ada)).ids).toEqual([]);
  expect(await opens(sql(), ada, planted.conversationId)).toBe(false);
  // Staff see that nobody proved it.
  expect(await visitorOf(sql(), eve)).toMatchObject({ user_id: null, name: 'Ada' });
});

test('a token of one project is a stranger in another, for a log-out too', async () => {
  const elsewhere = await newProject(sql());
  const here = newCaller(project);
  await identify(sql(), here, { id: 'across' }, signAnew(secret, 'across'));
  const { conversationId } = await start(sql(), here);
  const there = { ...here, project: elsewhere.key, address: randomBytes(8).toString('hex') };
  expect((await readable(sql(), there)).ids).toEqual([]);
  await reset(sql(), there);
  expect(await opens(sql(), here, conversationId)).toBe(true);
  expect(await identify(sql(), there, { id: 'across' }, signAnew(secret, 'across'))).toMatchObject({
    error: 'invalid_signature',
  });
});
