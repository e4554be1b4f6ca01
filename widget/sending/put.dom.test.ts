import { expect, test, vi } from 'vitest';
import { put } from './put.ts';

// The server of the tests takes no such thing, and says so: an answer all the same.
const here = new URL('/nothing-takes-this', location.href).href;
const file = { blob: new Blob(['x'.repeat(3_000_000)]), contentType: 'text/plain' };
const never = new AbortController().signal;

test('it tells how far it is, up to the whole, and hands on the answer', async () => {
  const told = vi.fn();
  const response = await put(here, file, told, never);
  expect(response.status).toBeGreaterThanOrEqual(400);
  const parts = told.mock.calls.map(([part]) => Number(part));
  expect(parts.at(-1)).toBe(1);
  expect(parts).toEqual([...parts].sort((a, b) => a - b));
});

test('without an answer it rejects as fetch does', async () => {
  await expect(put('http://127.0.0.1:1/closed', file, () => {}, never)).rejects.toThrow(TypeError);
});

test('broken off, before or on the way, it rejects with the reason', async () => {
  await expect(put(here, file, () => {}, AbortSignal.abort('over'))).rejects.toBe('over');
  const end = new AbortController();
  const sending = put('http://10.255.255.1/silent', file, () => {}, end.signal);
  end.abort(new DOMException('', 'TimeoutError'));
  await expect(sending).rejects.toMatchObject({ name: 'TimeoutError' });
});
