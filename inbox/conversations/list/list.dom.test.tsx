import '../../../shared/ui/tokens.css';
import '../../../shared/ui/base.css';
import '../conversations.css';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { everything } from '../../routing/route.ts';
import { stage } from '../../support/stage.tsx';
import type { ConversationRow } from '../queries.ts';
import type { ConversationList } from '../use-conversations.ts';
import { List, rowHeight } from './list.tsx';

let shown: ReturnType<typeof stage>;
const loadMore = vi.fn();

const rows = (count: number, from = 0): ConversationRow[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `row-${from + place}`,
    number: from + place,
    kind: 'bug',
    status: 'open',
    preview: `Message ${from + place}`,
    last_message_at: '2026-11-22T13:00:00+00:00',
    last_message_author: 'visitor',
    visitors: null,
  }));

const list = (
  loaded: ConversationRow[],
  next: ConversationList['list']['next'] = null,
  filter = everything,
) => (
  <div style={{ display: 'flex', flexDirection: 'column', blockSize: '600px' }}>
    <List
      conversations={{
        list: { rows: loaded, next },
        state: 'ready',
        failure: null,
        loadMore,
        retry: () => {},
      }}
      filter={filter}
      selected={null}
    />
  </div>
);
const scroller = () => {
  const element = shown.box.querySelector('.list');
  if (!element) throw new Error('the list is not shown');
  return element;
};
const drawn = () => [...shown.box.querySelectorAll<HTMLElement>('.row')].map((row) => row.dataset.id);
/** The row at the upper edge, and how far it sticks out above. */
const topRow = () => {
  const edge = scroller().getBoundingClientRect().top;
  const row = [...shown.box.querySelectorAll<HTMLElement>('.row')].find(
    (one) => one.getBoundingClientRect().bottom > edge + 1,
  );
  return { id: row?.dataset.id, offset: Math.round((row?.getBoundingClientRect().top ?? 0) - edge) };
};
const none = () => Response.json([]);

beforeEach(() => {
  localStorage.setItem('hearback:inbox:locale', 'en');
  loadMore.mockClear();
});
afterEach(() => shown.leave());

test('of ten thousand conversations a screenful is drawn, wherever the reader scrolls', async () => {
  shown = stage(list(rows(10_000)), none);
  expect(drawn().length).toBeLessThan(40);
  scroller().scrollTop = 5000 * rowHeight;
  await vi.waitFor(() => expect(drawn()).toContain('row-5003'));
  expect(drawn().length).toBeLessThan(40);
  expect(scroller().scrollHeight).toBeGreaterThanOrEqual(10_000 * rowHeight);
});

test('new conversations above do not move what is being read', async () => {
  shown = stage(list(rows(200, 10)), none);
  scroller().scrollTop = 50 * rowHeight + 20;
  await vi.waitFor(() => expect(topRow().id).toBe('row-60'));
  const before = topRow();
  shown.show(list(rows(203, 7)));
  await vi.waitFor(() => expect(drawn()).toContain('row-60'));
  expect(topRow()).toEqual(before);
});

test('at the top new conversations come into sight', async () => {
  shown = stage(list(rows(200, 10)), none);
  shown.show(list(rows(201, 9)));
  await vi.waitFor(() => expect(topRow()).toEqual({ id: 'row-9', offset: 0 }));
});

test('J and K walk through the list, scroll along, and stop at its ends', async () => {
  shown = stage(list(rows(30)), none);
  const focused = () => document.activeElement?.getAttribute('data-id');
  await userEvent.keyboard('j');
  await vi.waitFor(() => expect(focused()).toBe('row-0'));
  await userEvent.keyboard('k');
  expect(focused()).toBe('row-0');
  for (let step = 1; step <= 12; step++) {
    await userEvent.keyboard(step % 2 ? 'j' : '{ArrowDown}');
    await vi.waitFor(() => expect(focused()).toBe(`row-${step}`));
  }
  const row = document.activeElement?.getBoundingClientRect();
  expect(row?.bottom).toBeLessThanOrEqual(scroller().getBoundingClientRect().bottom + 1);
});

test('among all conversations a snoozed one is marked as such', async () => {
  const [first, second] = rows(2);
  if (!first || !second) throw new Error('no rows');
  const snoozed = list([{ ...first, status: 'snoozed' }, second]);
  shown = stage(snoozed, none);
  const marks = () => [...shown.box.querySelectorAll('.hb-badge')].map((mark) => mark.textContent);
  expect(marks()).toEqual([]);
  shown.show(list([{ ...first, status: 'snoozed' }, second], null, { ...everything, status: 'all' }));
  await vi.waitFor(() => expect(marks()).toEqual(['Snoozed']));
});

test('Tab reaches one row, not all of them', () => {
  shown = stage(list(rows(50)), none);
  expect(shown.box.querySelectorAll('.row[tabindex="0"]').length).toBe(1);
});

test('near the end the next page is asked for', async () => {
  const more = { at: '2026-11-22T13:00:00+00:00', id: 'row-99' };
  shown = stage(list(rows(100), more), none);
  expect(loadMore).not.toHaveBeenCalled();
  scroller().scrollTop = scroller().scrollHeight;
  await vi.waitFor(() => expect(loadMore).toHaveBeenCalled());
});
