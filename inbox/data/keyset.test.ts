import { expect, test } from 'vitest';
import { after, toPage } from './keyset.ts';

test('the next page begins below the cursor and, at the same time, below its id', () => {
  expect(after('last_message_at', { at: '2026-11-22 13:06:04.174284+00', id: 'b' })).toEqual({
    bound: '2026-11-22 13:06:04.174284+00',
    or: 'last_message_at.lt."2026-11-22 13:06:04.174284+00",and(last_message_at.eq."2026-11-22 13:06:04.174284+00",id.lt.b)',
  });
});

test('a row more than a page holds tells that there is another page, and is not shown', () => {
  const rows = [1, 2, 3].map((n) => ({ id: `${n}`, at: `t${n}` }));
  expect(toPage(rows, 2, (row) => row.at)).toEqual({ rows: rows.slice(0, 2), next: { at: 't2', id: '2' } });
  expect(toPage(rows, 3, (row) => row.at).next).toBeNull();
  expect(toPage([], 3, () => '').next).toBeNull();
});
