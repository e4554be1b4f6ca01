import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ConversationStatus } from '../../shared/domain/nouns.ts';
import { type Answering, stage } from '../support/stage.tsx';
import type { Conversation } from './queries.ts';
import { ThreadHead } from './thread-head.tsx';

let shown: ReturnType<typeof stage>;
let asked: unknown[];
const server: Answering = ({ method, body }) => {
  if (method === 'PATCH') asked.push(body);
  return Response.json([body]);
};
const conversation = (status: ConversationStatus): Conversation => ({
  id: 'c',
  project_id: 'project',
  number: 7,
  kind: 'bug',
  status,
  locale: 'en',
  context: {},
  created_at: '2026-11-22T13:00:00+00:00',
  closed_at: null,
  visitors: null,
  responses: [],
});
const head = (status: ConversationStatus, onStatus = (_: ConversationStatus) => {}) => (
  <ThreadHead back={null} conversation={conversation(status)} onStatus={onStatus} />
);
const button = (name: string) => page.getByRole('button', { name });

beforeEach(() => {
  localStorage.setItem('hearback:inbox:locale', 'en');
  asked = [];
});
afterEach(() => shown.leave());

test.each([
  ['Reopen conversation', 'open'],
  ['Close conversation', 'closed'],
] as const)('a snoozed conversation says so; “%s” makes it %s', async (name, status) => {
  const onStatus = vi.fn();
  shown = stage(head('snoozed', onStatus), server);
  await expect.element(page.getByText('Snoozed', { exact: true })).toBeVisible();
  await button(name).click();
  await vi.waitFor(() => expect(onStatus).toHaveBeenCalledWith(status));
  expect(asked).toEqual([{ status }]);
});

test('an open conversation can only be closed, a closed one only reopened', async () => {
  shown = stage(head('open'), server);
  await expect.element(button('Close conversation')).toBeVisible();
  await expect.element(button('Reopen conversation')).not.toBeInTheDocument();
  shown.show(head('closed'));
  await expect.element(button('Reopen conversation')).toBeVisible();
  await expect.element(button('Close conversation')).not.toBeInTheDocument();
});

test('a reader sees that it is snoozed and gets no button', async () => {
  shown = stage(head('snoozed'), server, 'viewer');
  await expect.element(page.getByText('Snoozed', { exact: true })).toBeVisible();
  expect(shown.box.querySelector('button')).toBeNull();
});
