import { expect, test } from 'vitest';
import type { Conversation, Message, SurveyAnswer } from '../queries.ts';
import { inOrder } from './in-order.ts';

const at = (minute: number) => `2026-11-22T13:${String(minute).padStart(2, '0')}:00+00:00`;
const message = (id: string, minute: number): Message => ({
  id,
  author: 'visitor',
  member_id: null,
  internal: false,
  body: id,
  created_at: at(minute),
  pictures: [],
  files: [],
});
const answer = (outcome: string, minute: number): SurveyAnswer => ({
  id: outcome,
  kind: 'csat',
  outcome,
  answers: { score: 4 },
  created_at: at(minute),
  surveys: null,
});
const conversation = (more: Partial<Conversation>): Conversation => ({
  id: 'c',
  project_id: 'p',
  number: 1,
  kind: 'bug',
  status: 'closed',
  locale: 'en',
  context: {},
  created_at: at(0),
  closed_at: at(10),
  visitors: null,
  responses: [],
  ...more,
});

test('that it was closed stands between the messages before and the answer to the survey after', () => {
  const responses = [answer('answered', 12)];
  const kinds = inOrder(conversation({ responses }), [message('a', 1), message('b', 15)]).map(
    ({ kind }) => kind,
  );
  expect(kinds).toEqual(['message', 'closed', 'response', 'message']);
});

test('a survey that was only shown or sent away is no answer, and an open conversation is not closed', () => {
  const responses = [answer('shown', 12), answer('dismissed', 12)];
  const entries = inOrder(conversation({ status: 'open', responses }), [message('a', 1)]);
  expect(entries.map(({ kind }) => kind)).toEqual(['message']);
});
