import { expect, test, vi } from 'vitest';
import { type Answerers, answer, isMessage } from './protocol.ts';

const done = async () => ({ ok: true, value: null }) as const;
const answerers: Answerers = {
  status: async () => ({ ok: false, error: 'unreachable' }),
  connect: async ({ address }) =>
    address === 'https://inbox.example.com'
      ? { ok: true, value: null }
      : { ok: false, error: 'not-hearback' },
  disconnect: done,
  'sign-in': async () => {
    throw new Error('out of order');
  },
  'sign-out': done,
  catalogue: async () => ({ ok: true, value: { boards: [], competitors: [] } }),
  'take-over': done,
  retry: done,
  discard: done,
  revise: async ({ id }) => ({ ok: true, value: { draftId: `new ${id}` } }),
};

test('a message is answered by the answerer of its kind, with its body', async () => {
  const message = { hearback: 'connect', body: { address: 'https://inbox.example.com' } } as const;
  expect(await answer(answerers, message)).toEqual({ ok: true, value: null });
  expect(await answer(answerers, { hearback: 'revise', body: { id: 'x' } })).toEqual({
    ok: true,
    value: { draftId: 'new x' },
  });
});

test('an answerer that breaks answers "failed", so that nobody waits for ever', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const body = { email: 'a@example.com', password: 'secret' };
  expect(await answer(answerers, { hearback: 'sign-in', body })).toEqual({ ok: false, error: 'failed' });
  expect(JSON.stringify(log.mock.calls)).not.toContain('secret');
  log.mockRestore();
});

test.each([
  null,
  'status',
  {},
  { hearback: 'status' },
  { hearback: 'toString', body: null },
  { hearback: 'unheard-of', body: null },
  { kind: 'status', body: null },
])('%j is none of our messages', (value) => {
  expect(isMessage(value, answerers)).toBe(false);
});

test('every question is one of our messages', () => {
  for (const hearback of Object.keys(answerers))
    expect(isMessage({ hearback, body: null }, answerers)).toBe(true);
});
