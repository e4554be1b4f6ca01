import { expect, test } from 'vitest';
import type { Thread } from '../../shared/domain/widget.ts';
import { mergeList, mergeThread, unreadOf } from './merge.ts';

const conversation = {
  id: 'c',
  number: 12,
  kind: 'bug',
  status: 'open',
  preview: 'x',
  unread: 0,
  lastMessageAt: '2026-11-22T12:00:00Z',
  reopenUntil: null,
} as const;
const team = { people: [{ name: 'Nora' }], away: false, backAt: null, replyMinutes: 30 };

const thread = (url: string, body = 'x'): Thread => ({
  conversation,
  messages: [
    {
      id: 'm',
      author: 'member',
      authorName: 'Nora',
      body,
      createdAt: '2026-11-22T12:00:00Z',
      attachments: [{ id: 'a', url, name: null, bytes: 70, contentType: 'image/png', width: 2, height: 1 }],
    },
  ],
  team,
  survey: null,
});
const urlOf = (shown: Thread) => shown.messages[0]?.attachments[0]?.url;

test('a look that brings only new addresses of the same pictures changes nothing', () => {
  const first = mergeThread(null, thread('https://a/1'), 0);
  expect(mergeThread(first, thread('https://a/2'), 5000)).toBe(first);
});

test('a new message is shown, and the pictures stay where they were loaded from', () => {
  const first = mergeThread(null, thread('https://a/1'), 0);
  const second = mergeThread(first, thread('https://a/2', 'changed'), 5000);
  expect(second.messages[0]?.body).toBe('changed');
  expect(urlOf(second)).toBe('https://a/1');
});

test('before the address ends, the newer one takes its place', () => {
  const first = mergeThread(null, thread('https://a/1'), 0);
  expect(urlOf(mergeThread(first, thread('https://a/2'), 50 * 60_000))).toBe('https://a/2');
});

test('an unchanged list is the same list; unread answers add up', () => {
  const list = { conversations: [conversation, { ...conversation, id: 'd', unread: 2 }], team };
  expect(mergeList(list, structuredClone(list))).toBe(list);
  expect(unreadOf({ team, conversations: [...list.conversations, { ...conversation, unread: 1 }] })).toBe(3);
});

test('a team that has gone home is news', () => {
  const first = mergeThread(null, thread('https://a/1'), 0);
  const second = mergeThread(first, { ...thread('https://a/1'), team: { ...team, away: true } }, 5000);
  expect(second.team.away).toBe(true);
});
