import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { limits } from '../../../shared/domain/limits.ts';
import { parse, readBody, readUpTo } from './body.ts';

function streamed(pieces: number, size: number) {
  let sent = 0;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > pieces) controller.close();
      else controller.enqueue(new Uint8Array(size));
    },
    cancel() {
      cancelled = true;
    },
  });
  return { stream, state: () => ({ sent, cancelled }) };
}

describe('a stream', () => {
  test('is read whole up to its limit', async () => {
    expect((await readUpTo(streamed(4, 25).stream, 100))?.byteLength).toBe(100);
    expect(await readUpTo(null, 100)).toEqual(new Uint8Array(0));
  });

  test('without an end is cut off at the first byte too many', async () => {
    const { stream, state } = streamed(1_000_000, 1000);
    expect(await readUpTo(stream, 5000)).toBeNull();
    expect(state().cancelled).toBe(true);
    expect(state().sent).toBeLessThan(10);
  });

  test('a little too long is read to its end, so that its sender hears the answer', async () => {
    const { stream, state } = streamed(10, 1000);
    expect(await readUpTo(stream, 5000, 10_000)).toBeNull();
    expect(state().cancelled).toBe(false);
  });
});

const post = (body: string) => new Request('http://x.example', { method: 'POST', body });
const schema = z.object({ name: z.string().max(3), inner: z.object({ count: z.int() }).optional() }).strict();

describe('a body', () => {
  test('is parsed, and an empty one counts as no fields', async () => {
    expect(await readBody(post('{"name":"abc"}'), schema)).toEqual({ ok: true, value: { name: 'abc' } });
    expect(await readBody(post(''), z.object({}))).toEqual({ ok: true, value: {} });
  });

  test('that speaks of an escaped null holds none', async () => {
    const text = z.object({ text: z.string() });
    const body = JSON.stringify({ text: 'It prints \\u0000.' });
    expect(await readBody(post(body), text)).toEqual({ ok: true, value: { text: 'It prints \\u0000.' } });
  });

  test('with half an emoji, as a text cut to length may end, is stored with a sign in its place', async () => {
    expect(await readBody(post('{"name":"a\\ud83d"}'), schema)).toEqual({
      ok: true,
      value: { name: 'a\ufffd' },
    });
  });

  test.each([
    ['{"name"', 'invalid_request', undefined],
    ['{}', 'invalid_request', 'name'],
    ['{"name":"abcd"}', 'invalid_request', 'name'],
    ['{"name":"abc","inner":{"count":1.5}}', 'invalid_request', 'inner.count'],
    ['{"name":"abc","more":1}', 'invalid_request', 'more'],
    ['[]', 'invalid_request', undefined],
    ['"\\u0000"', 'invalid_request', undefined],
    ['{"a\\u0000":1}', 'invalid_request', undefined],
    ['{"\\ud83d":1}', 'invalid_request', undefined],
    [`"${'x'.repeat(limits.bodyBytes)}"`, 'too_large', undefined],
  ])('%.40s is refused with the field that is wrong', async (body, code, field) => {
    const result = await readBody(post(body), schema);
    expect(result.ok ? undefined : { code: result.refusal.code, field: result.refusal.field }).toEqual({
      code,
      field,
    });
  });
});

test('a missing field is called missing', () => {
  const result = parse(schema, {});
  expect(result.ok ? '' : result.refusal.message).toBe('The field "name" is not valid: it is missing.');
});
