import { expect, test } from 'vitest';
import type { Filing } from '../filing/filing.ts';
import type { FilingRecord } from './queue.ts';
import { wakeAt } from './waking.ts';

const payload: Filing = {
  captureId: 'c',
  apiUrl: 'http://127.0.0.1:54321',
  inboxUrl: 'http://127.0.0.1:5173',
  userId: 'u',
  projectId: 'p',
  picture: { blob: new Blob(), contentType: 'image/png' },
  title: 'Pricing',
  note: '',
  sourceUrl: 'https://rival.com',
  pageTitle: '',
  capturedAt: '2026-11-22T10:00:00.000Z',
  competitor: { kind: 'none' },
  board: { kind: 'known', id: 'b', name: 'Board' },
};
const record = (state: 'waiting' | 'sending' | 'refused', nextAttemptAt: number): FilingRecord => ({
  kind: 'capture',
  payload,
  id: String(nextAttemptAt),
  createdAt: 0,
  steps: {},
  attempts: 1,
  state,
  nextAttemptAt,
  turn: 1,
});

test('the worker is woken for the capture that is due first', () => {
  expect(wakeAt([record('waiting', 900_000), record('waiting', 600_000)], 0)).toBe(600_000);
});

test('no alarm comes sooner than browsers allow', () => {
  expect(wakeAt([record('waiting', 5)], 10)).toBe(30_010);
});

test('a capture that was being sent when the worker ended is taken up again', () => {
  expect(wakeAt([record('sending', 60_000)], 0)).toBe(60_000);
});

test('what was refused and what was filed wakes nobody', () => {
  const filed: FilingRecord = {
    id: 'x',
    kind: 'capture',
    createdAt: 0,
    state: 'sent',
    sentAt: 1,
    receipt: { title: '', boardId: '', board: '', inboxUrl: '' },
  };
  expect(wakeAt([record('refused', 5), filed], 0)).toBeNull();
});
