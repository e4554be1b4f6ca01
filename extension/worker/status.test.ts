import { expect, test } from 'vitest';
import type { Filing } from '../filing/filing.ts';
import type { FilingRecord } from './queue.ts';
import { statusOf } from './status.ts';

const connection = {
  name: 'Ours',
  apiUrl: 'http://127.0.0.1:54321',
  publishableKey: 'publishable',
  inboxUrl: 'http://127.0.0.1:5173',
};
const member = {
  member: { userId: 'u1', email: 'pm@example.com', name: 'Jonas', projects: [] },
  offline: false,
};
const payload: Filing = {
  captureId: 'c1',
  apiUrl: connection.apiUrl,
  inboxUrl: connection.inboxUrl,
  userId: 'u1',
  projectId: 'p',
  picture: { blob: new Blob(), contentType: 'image/png' },
  title: 'Pricing',
  note: '',
  sourceUrl: 'https://rival.com',
  pageTitle: '',
  capturedAt: '2026-11-22T10:00:00.000Z',
  competitor: { kind: 'none' },
  board: { kind: 'new', name: 'Prices' },
};
const waiting: FilingRecord = {
  kind: 'capture',
  payload,
  id: 'c1',
  createdAt: 0,
  steps: {},
  attempts: 1,
  state: 'waiting',
  nextAttemptAt: 5000,
  error: { code: 'offline' },
  turn: 1,
};
const filed = (id: string, sentAt: number): FilingRecord => ({
  id,
  kind: 'capture',
  createdAt: 0,
  state: 'sent',
  sentAt,
  receipt: { title: `Title ${id}`, boardId: 'b', board: 'Prices', inboxUrl: connection.inboxUrl },
});

test('a capture that waits says why, and when it is tried again', () => {
  const status = statusOf({ connection, member, records: [waiting], durable: true });
  expect(status.queue).toEqual([
    { id: 'c1', title: 'Pricing', board: 'Prices', state: 'waiting', error: 'offline', nextTryAt: 5000 },
  ]);
  expect(status.filed).toEqual([]);
});

test.each([
  ['nobody', null],
  ['somebody else', { member: { ...member.member, userId: 'u2' }, offline: false }],
])('while %s is signed in, a capture waits for the member who saved it', (_, who) => {
  const status = statusOf({ connection, member: who, records: [waiting], durable: true });
  expect(status.queue[0]).toMatchObject({ error: 'signed_out', nextTryAt: null });
});

test('only what the server acknowledged counts as filed, the latest first', () => {
  const records = [filed('a', 1), waiting, filed('b', 2)];
  const status = statusOf({ connection, member, records, durable: true });
  expect(status.filed.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(status.queue.map(({ id }) => id)).toEqual(['c1']);
});

test('the pages are told neither keys nor pictures', () => {
  const status = statusOf({ connection, member, records: [waiting], durable: true });
  expect(JSON.stringify(status)).not.toContain(connection.publishableKey);
  expect(status.connection).toEqual({ inboxUrl: connection.inboxUrl, name: 'Ours' });
});
