import { expect, test } from 'vitest';
import { asText, countdown, timeline, wordsOf } from './timeline.ts';

const sent = Date.parse('2026-11-22T13:00:00Z');
const at = (seconds: number) => new Date(sent - seconds * 1000).toISOString();
const logs = {
  errors: [{ at: at(5), text: 'x is undefined' }],
  requests: [{ at: at(7), method: 'POST', path: '/api/save', status: 500, ms: 120 }],
  steps: [
    { at: at(90), kind: 'route' as const, text: '/reports' },
    { at: at(8), kind: 'click' as const, text: 'Save' },
  ],
};

test('steps, requests and errors stand in the order in which they happened', () => {
  expect(timeline(logs, sent).map(({ kind, before }) => [kind, before / 1000])).toEqual([
    ['route', 90],
    ['click', 8],
    ['request', 7],
    ['error', 5],
  ]);
});

test('a clock that is ahead puts nothing after the message', () => {
  const ahead = timeline({ ...logs, errors: [{ at: at(-60), text: 'late' }] }, sent);
  expect(ahead.at(-1)).toMatchObject({ kind: 'error', before: 0 });
  expect(ahead.every((entry) => entry.before >= 0)).toBe(true);
});

test.each([
  [0, '−0:00'],
  [7400, '−0:07'],
  [90_000, '−1:30'],
  [3_730_000, '−1:02:10'],
])('%i ms before reads %s', (before, words) => expect(countdown(before)).toBe(words));

test('a request tells its status, or that it got no answer', () => {
  const [request] = timeline({ ...logs, errors: [], steps: [] }, sent);
  if (request?.kind !== 'request') throw new Error('no request');
  expect(wordsOf(request, 'none')).toBe('POST /api/save → 500 (120 ms)');
  expect(wordsOf({ ...request, status: 0 }, 'none')).toBe('POST /api/save → none (120 ms)');
});

test('as text it is one line an entry, with its time', () => {
  const text = asText(timeline(logs, sent), (kind) => kind, 'none');
  expect(text.split('\n')).toHaveLength(4);
  expect(text).toContain('2026-11-22T12:59:55.000Z  error: x is undefined');
});
