import { expect, test } from 'vitest';
import { errorCodes, errorStatus } from '../domain/errors.ts';
import { codes, exchange, retryAfter } from './http.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  exchange(
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }),
    undefined,
    () => Date.parse('2026-11-22T12:00:00Z'),
  );
const failing = (error: Error) => exchange(() => Promise.reject(error));

test('a good answer hands on its body', async () => {
  expect(await answer(201, { number: 12 })).toEqual({ kind: 'ok', body: { number: 12 } });
});

test('no network and no answer in time are tried again', async () => {
  expect(await failing(new TypeError('Failed to fetch'))).toEqual({
    kind: 'retry',
    error: { code: 'offline' },
  });
  expect(await failing(new DOMException('', 'TimeoutError'))).toEqual({
    kind: 'retry',
    error: { code: 'timeout' },
  });
});

test("a log-in page of somebody else's network is no acknowledgement", async () => {
  expect(await answer(200, '<html>Welcome to the hotel</html>')).toEqual({
    kind: 'retry',
    error: { code: 'unavailable' },
  });
});

test('429 and 503 keep the pause of the header, in seconds or as a date, or else that of the body', async () => {
  const body = { error: { code: 'rate_limited', message: '', retryAfter: 9 } };
  expect(await answer(429, body, { 'retry-after': '30' })).toMatchObject({ retryAfterSeconds: 30 });
  expect(await answer(503, '', { 'retry-after': 'Sun, 22 Nov 2026 12:00:40 GMT' })).toEqual({
    kind: 'retry',
    error: { code: 'unavailable' },
    retryAfterSeconds: 40,
  });
  expect(await answer(429, body)).toMatchObject({ retryAfterSeconds: 9 });
  expect(await answer(502, 'Bad gateway')).toEqual({ kind: 'retry', error: { code: 'unavailable' } });
});

test.each([
  ['0', 0],
  ['nonsense', undefined],
  [null, undefined],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
])('the header Retry-After %s means %s', (header, seconds) => {
  expect(retryAfter(header, Date.parse('2026-11-22T12:00:00Z'))).toBe(seconds);
});

test.each(errorCodes)('%s is refused or tried again as its status says, under its own name', async (code) => {
  const status = errorStatus[code];
  expect(await answer(status, { error: { code, message: 'x', field: 'body' } })).toEqual({
    kind: status === 429 || status >= 500 ? 'retry' : 'refused',
    error: { code, field: 'body' },
  });
});

test('an error of something in between is named by its status', async () => {
  expect(await answer(413, '<html>nginx</html>')).toEqual({ kind: 'refused', error: { code: 'too_large' } });
  expect(await answer(400, { error: { code: 'made_up' } })).toMatchObject({
    error: { code: 'invalid_request' },
  });
});

test("Storage's own errors are told apart, though hosted Storage answers all of them with 400", async () => {
  const duplicate = { statusCode: '409', error: 'Duplicate', message: 'The resource already exists' };
  expect(await answer(400, duplicate)).toEqual({ kind: 'refused', error: { code: 'conflict' } });
});

test('the codes known here are those of the contract', () => {
  expect([...codes].sort()).toEqual([...errorCodes].sort());
});
