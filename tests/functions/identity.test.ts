// Identify and reset over HTTP, and what is kept of the context of whoever writes past the widget.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../shared/domain/limits.ts';
import type { ConversationList } from '../../shared/domain/widget.ts';
import { sign } from '../database/identity/users.ts';
import { newWorkspace, superuser, type Workspace } from '../support/callers.ts';
import { origin, refusal, Visitor } from './visitor.ts';

let workspace: Workspace;
let secret: string;
let visitor: Visitor;

beforeAll(async () => {
  workspace = await newWorkspace([origin]);
  const { data } = await workspace.people.owner.client.rpc('project_secret', {
    project: workspace.projectId,
  });
  secret = data ?? '';
});
beforeEach(() => {
  visitor = new Visitor(workspace.projectKey);
});

test('what was asked before the log-in is read after it, on another device too, and not after the log-out', async () => {
  const id = await visitor.start();
  const user = {
    id: 'ada',
    name: 'Ada',
    email: 'ada@example.com',
    traits: { plan: 'team', seats: 3, beta: true },
  };
  const identified = await visitor.post('/identify', { user, signature: sign(secret, 'ada') });
  expect(identified.body).toEqual({ verified: true, merged: true });
  const phone = new Visitor(workspace.projectKey);
  const later = Math.floor(Date.now() / 1000) - 5;
  await phone.post('/identify', { user: { id: 'ada' }, signature: sign(secret, 'ada', later) });
  const { conversations } = (await phone.get('/conversations')).body as ConversationList;
  expect(conversations.map((one) => one.id)).toEqual([id]);
  expect((await phone.post('/reset')).status).toBe(200);
  expect((await phone.get('/conversations')).body).toMatchObject({ conversations: [] });
  expect(refusal(await phone.get(`/conversations/${id}`))).toMatchObject({
    status: 401,
    code: 'invalid_token',
  });
});

test('refusals have a status and a code that the widget can tell apart', async () => {
  const forged = await visitor.post('/identify', { user: { id: 'bob' }, signature: sign('guess', 'bob') });
  expect(refusal(forged)).toMatchObject({ status: 403, code: 'invalid_signature' });
  await visitor.post('/identify', { user: { id: 'bob' }, signature: sign(secret, 'bob') });
  const other = await visitor.post('/identify', { user: { id: 'eve' }, signature: sign(secret, 'eve') });
  expect(refusal(other)).toMatchObject({ status: 409, code: 'foreign_token' });
  const nobody = await visitor.post('/identify', { user: { id: 'bob' } }, { 'x-hearback-visitor': '' });
  expect(refusal(nobody)).toMatchObject({ status: 401, code: 'invalid_token' });
});

describe('a user is refused', () => {
  const many = Object.fromEntries(
    Array.from({ length: limits.traitKeys + 1 }, (_, at) => [`trait${at}`, at]),
  );
  test.each([
    ['without an id', { name: 'Ada' }, 'user.id'],
    ['with an id over the limit', { id: 'x'.repeat(201) }, 'user.id'],
    ['with too many traits', { id: 'x', traits: many }, 'user.traits'],
    ['with a trait over the limit', { id: 'x', traits: { bio: 'x'.repeat(501) } }, 'user.traits.bio'],
    ['with a trait that is a list', { id: 'x', traits: { roles: ['admin'] } }, 'user.traits.roles'],
    ['with an address that is none', { id: 'x', email: 'ada' }, 'user.email'],
    ['with what nobody asked for', { id: 'x', role: 'admin' }, 'user.role'],
  ])('%s', async (_, user, field) => {
    expect(refusal(await visitor.post('/identify', { user }))).toMatchObject({ status: 400, field });
  });
});

test('secrets in logs and facts are taken out before they are kept, whoever sends them', async () => {
  const at = '2026-11-22T12:00:00.000Z';
  const card = '4111 1111 1111 1111';
  const id = await visitor.start({
    context: {
      custom: { plan: 'team', apiKey: 'not to be kept 1', note: `card ${card}` },
      logs: { errors: [{ at, text: `Login failed for ada@example.com with ${card}` }] },
    },
  });
  const [row] = await superuser()<
    { context: unknown }[]
  >`select context from public.conversations where id = ${id}`;
  const kept = JSON.stringify(row?.context);
  expect(kept).toContain('team');
  expect(kept).toContain('Login failed');
  for (const secret of [card, 'ada@example.com', 'not to be kept']) expect(kept).not.toContain(secret);
});
