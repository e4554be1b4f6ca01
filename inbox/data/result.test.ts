import { expect, test } from 'vitest';
import { failureOf, run, runChange, runOne } from './result.ts';

test('a failure is told apart by what the reader can do about it', () => {
  expect(failureOf(0)).toBe('offline');
  expect(failureOf(401)).toBe('signed_out');
  expect(failureOf(503)).toBe('busy');
  expect(failureOf(403, '42501')).toBe('forbidden');
  expect(failureOf(409, '23505')).toBe('conflict');
  expect(failureOf(409, '23503')).toBe('not_found');
  expect(failureOf(400, '23514')).toBe('invalid');
  expect(failureOf(500)).toBe('unexpected');
});

test('a request that throws counts as offline', async () => {
  expect(await run(Promise.reject(new TypeError('Failed to fetch')))).toEqual({
    ok: false,
    failure: 'offline',
  });
});

test('no row, where one must be, is not found', async () => {
  const empty = { data: null, error: null, status: 200 };
  expect(await runOne(Promise.resolve(empty))).toEqual({ ok: false, failure: 'not_found' });
});

test('a change that reached no row failed, though the server found nothing wrong with it', async () => {
  const answer = (data: { id: string }[]) => Promise.resolve({ data, error: null, status: 200 });
  expect(await runChange(answer([]), 'forbidden')).toEqual({ ok: false, failure: 'forbidden' });
  expect(await runChange(answer([{ id: 'a' }]), 'forbidden')).toEqual({ ok: true, value: { id: 'a' } });
});
