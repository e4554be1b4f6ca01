import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConversationRow } from './queries.ts';
import { appendPage, applyChanges, neighbour, noRows, type Rows } from './rows.ts';

const row = (id: string, minute: number): ConversationRow => ({
  id,
  number: minute,
  kind: 'bug',
  status: 'open',
  preview: '',
  last_message_at: `2026-11-22 13:${String(minute).padStart(2, '0')}:00+00`,
  last_message_author: 'visitor',
  visitors: null,
});
const order = (list: Rows) => list.rows.map((one) => one.id).join('');
const next = (one: ConversationRow) => ({ at: one.last_message_at, id: one.id });

test('a new conversation comes on top', () => {
  const list = appendPage(noRows, { rows: [row('b', 2), row('a', 1)], next: null });
  expect(order(applyChanges(list, ['c'], [row('c', 3)]))).toBe('cba');
});

test('an answered conversation moves up and stands there once', () => {
  const list = appendPage(noRows, { rows: [row('b', 2), row('a', 1)], next: null });
  expect(order(applyChanges(list, ['a'], [row('a', 5)]))).toBe('ab');
});

test('what no longer matches the filter leaves the list', () => {
  const list = appendPage(noRows, { rows: [row('b', 2), row('a', 1)], next: null });
  expect(order(applyChanges(list, ['b'], []))).toBe('a');
});

test('a changed row that lies beyond the loaded pages waits for its page', () => {
  const list: Rows = { rows: [row('d', 9), row('c', 8)], next: next(row('c', 8)) };
  expect(order(applyChanges(list, ['a'], [row('a', 1)]))).toBe('dc');
});

test('a page that repeats a row which moved meanwhile shows it once', () => {
  const list: Rows = { rows: [row('b', 7), row('d', 5)], next: next(row('d', 5)) };
  expect(order(appendPage(list, { rows: [row('b', 2), row('a', 1)], next: null }))).toBe('bda');
});

test('whatever changes, the list stays sorted and without doubles', () => {
  const some = fc.array(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 0, max: 59 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(some, some, (first, second) => {
      const once = (pairs: [string, number][]) => [...new Map(pairs)].map(([id, minute]) => row(id, minute));
      const changed = once(second);
      const list = applyChanges(
        appendPage(noRows, { rows: once(first), next: null }),
        changed.map((one) => one.id),
        changed,
      );
      const times = list.rows.map((one) => one.last_message_at);
      expect(times).toEqual([...times].sort().reverse());
      expect(new Set(list.rows.map((one) => one.id)).size).toBe(list.rows.length);
    }),
  );
});

test('stepping stops at both ends and begins at the first row', () => {
  const list: Rows = { rows: [row('b', 2), row('a', 1)], next: null };
  expect(neighbour(list, 'b', 1)?.id).toBe('a');
  expect(neighbour(list, 'a', 1)?.id).toBe('a');
  expect(neighbour(list, 'b', -1)?.id).toBe('b');
  expect(neighbour(list, null, 1)?.id).toBe('b');
});
