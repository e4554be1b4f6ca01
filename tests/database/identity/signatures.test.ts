// Which signatures make a visitor verified, and what whoever has none of his own can try.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { superuser } from '../../support/callers.ts';
import { type Caller, newCaller, newProject, type Project, start } from '../rows.ts';
import { identify, opens, readable, reset, secretOf, sign, signAnew, visitorOf } from './users.ts';

const sql = superuser;
const now = () => Math.floor(Date.now() / 1000);
let project: Project;
let secret: string;
let caller: Caller;

beforeAll(async () => {
  project = await newProject(sql());
  secret = await secretOf(sql(), project);
});
beforeEach(() => {
  caller = newCaller(project);
});

describe('a signature', () => {
  test('of now makes the visitor verified, with what is said of him', async () => {
    const user = { id: 'ada', name: 'Ada', email: 'ada@example.com', traits: { plan: 'team', seats: 12 } };
    expect(await identify(sql(), caller, user, sign(secret, 'ada'))).toEqual({
      verified: true,
      merged: false,
    });
    expect(await visitorOf(sql(), caller)).toMatchObject({
      user_id: 'ada',
      name: 'Ada',
      email: 'ada@example.com',
      traits: { plan: 'team', seats: 12 },
    });
  });

  test('signs ids of any script', async () => {
    expect(await identify(sql(), caller, { id: '用户 7:é' }, sign(secret, '用户 7:é'))).toMatchObject({
      verified: true,
    });
  });

  test.each([
    ['of an hour ago', -3601, false],
    ['of 59 minutes ago', -3540, true],
    ['of four minutes ahead', 240, true],
    ['of six minutes ahead', 360, false],
  ])('%s', async (_, age, good) => {
    const user = `aged ${age}`;
    const answer = await identify(sql(), caller, { id: user }, sign(secret, user, now() + age));
    expect(answer).toMatchObject(good ? { verified: true } : { error: 'invalid_signature' });
    expect((await visitorOf(sql(), caller))?.user_id).toBe(good ? user : undefined);
  });

  const good = () => sign(secret, 'ada');
  test.each<[string, () => string]>([
    ['made up', () => `t=${now()},v1=${'a'.repeat(64)}`],
    ['of another user', () => sign(secret, 'bob')],
    ['with another time than was signed', () => good().replace(/t=\d+/, `t=${now() - 7}`)],
    ['without its time', () => good().replace(/t=\d+,/, '')],
    ['in capitals', () => good().replace(/v1=.*/, (code) => `v1=${code.slice(3).toUpperCase()}X`)],
    ['cut short', () => good().slice(0, -2)],
    ['with more behind it', () => `${good()},v1=${'0'.repeat(64)}`],
    ['with a time no clock shows', () => sign(secret, 'ada', 99_999_999_999_999)],
    ['empty', () => ''],
    ['signed with nothing', () => sign('', 'ada')],
    ['signed with the publishable key', () => sign(project.key, 'ada')],
  ])('that is %s is refused and changes nothing', async (_, forged) => {
    const conversation = await start(sql(), caller);
    expect(await identify(sql(), caller, { id: 'ada', name: 'Eve' }, forged())).toMatchObject({
      error: 'invalid_signature',
    });
    expect(await visitorOf(sql(), caller)).toMatchObject({ user_id: null, name: null });
    expect((await readable(sql(), caller)).ids).toEqual([conversation.conversationId]);
  });

  test("made with another project's secret is refused", async () => {
    const other = await secretOf(sql(), await newProject(sql()));
    expect(await identify(sql(), caller, { id: 'ada' }, sign(other, 'ada'))).toMatchObject({
      error: 'invalid_signature',
    });
  });

  test('serves one browser: caught on its way it is worth nothing in another', async () => {
    const victim = newCaller(project);
    const { conversationId } = await start(sql(), victim);
    const signature = signAnew(secret, 'caught');
    expect(await identify(sql(), victim, { id: 'caught' }, signature)).toMatchObject({ verified: true });
    await start(sql(), caller);
    expect(await identify(sql(), caller, { id: 'caught' }, signature)).toMatchObject({
      error: 'invalid_signature',
    });
    expect(await opens(sql(), caller, conversationId)).toBe(false);
    // The browser that it serves may say it again: a page that is reloaded from its cache.
    expect(await identify(sql(), victim, { id: 'caught' }, signature)).toEqual({
      verified: true,
      merged: false,
    });
  });

  test('that was used is not good for the next browser after a log-out either', async () => {
    const signature = signAnew(secret, 'out');
    await identify(sql(), caller, { id: 'out' }, signature);
    await reset(sql(), caller);
    expect(await identify(sql(), newCaller(project), { id: 'out' }, signature)).toMatchObject({
      error: 'invalid_signature',
    });
  });

  test('made with a secret that was changed since is refused at once', async () => {
    const fresh = await newProject(sql());
    const old = await secretOf(sql(), fresh);
    await sql()`update private.project_secrets set secret = default where project_id = ${fresh.id}`;
    const next = await secretOf(sql(), fresh);
    expect(next).not.toBe(old);
    const visitor = newCaller(fresh);
    expect(await identify(sql(), visitor, { id: 'ada' }, sign(old, 'ada'))).toMatchObject({
      error: 'invalid_signature',
    });
    expect(await identify(sql(), visitor, { id: 'ada' }, sign(next, 'ada'))).toMatchObject({
      verified: true,
    });
  });

  test('is forgotten when it has ended', async () => {
    await identify(sql(), caller, { id: 'sweep' }, signAnew(secret, 'sweep'));
    await sql()`update private.used_signatures set ends_at = now() - interval '1 second' where token_hash = ${caller.token}`;
    await identify(sql(), newCaller(project), { id: 'sweep' }, signAnew(secret, 'sweep'));
    expect(await sql()`select from private.used_signatures where token_hash = ${caller.token}`).toHaveLength(
      0,
    );
  });

  test('is tried so often and not more, by whatever guesses', async () => {
    const answers = [];
    for (let index = 0; index < 25; index += 1)
      answers.push(await identify(sql(), caller, { id: 'ada' }, `t=${now()},v1=${'b'.repeat(64)}`));
    expect(answers.at(-1)).toMatchObject({ error: 'rate_limited' });
  });
});

describe('without a signature', () => {
  test('what is said is kept on the anonymous visitor, and proves nothing', async () => {
    const user = { id: 'ada', name: 'Ada', traits: { plan: 'free' } };
    expect(await identify(sql(), caller, user)).toEqual({ verified: false, merged: false });
    expect(await visitorOf(sql(), caller)).toMatchObject({
      user_id: null,
      name: 'Ada',
      traits: { plan: 'free' },
    });
  });

  test('nobody reaches a verified visitor by saying his id', async () => {
    const owner = newCaller(project);
    await identify(sql(), owner, { id: 'owner' }, signAnew(secret, 'owner'));
    const { conversationId } = await start(sql(), owner);
    await identify(sql(), caller, { id: 'owner', name: 'Eve' });
    expect(await opens(sql(), caller, conversationId)).toBe(false);
    expect((await visitorOf(sql(), owner))?.name).toBeNull();
  });

  test('what was proven of a visitor stays, in his own browser too', async () => {
    const user = { id: 'firm', name: 'Firm', email: 'firm@example.com', traits: { plan: 'team' } };
    await identify(sql(), caller, user, signAnew(secret, 'firm'));
    expect(
      await identify(sql(), caller, { id: 'firm', name: 'X', email: 'x@example.com', traits: {} }),
    ).toEqual({
      verified: true,
      merged: false,
    });
    await start(sql(), caller, { email: 'typed@example.com' });
    expect(await visitorOf(sql(), caller)).toMatchObject({
      name: 'Firm',
      email: 'firm@example.com',
      traits: { plan: 'team' },
    });
  });

  test('another user who sits down at the same browser does not go on as the first', async () => {
    await identify(sql(), caller, { id: 'first' }, signAnew(secret, 'first'));
    expect(await identify(sql(), caller, { id: 'second' })).toMatchObject({ error: 'foreign_token' });
  });
});
