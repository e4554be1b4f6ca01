import { expect, test, vi } from 'vitest';
import { installation } from '../domain/staff.ts';
import { asInstallation, inboxOrigin, readInstallation } from './installation.ts';

test.each([
  ['hear.example.com', 'https://hear.example.com'],
  [' https://hear.example.com/inbox/open?x=1 ', 'https://hear.example.com'],
  ['http://hear.example.com:8080/', 'http://hear.example.com:8080'],
  ['127.0.0.1:5173', 'http://127.0.0.1:5173'],
  ['localhost:5173/boards', 'http://localhost:5173'],
  ['', null],
  ['not an address', null],
  ['ftp://example.com', null],
  ['javascript:alert(1)', null],
])('who types %j means %j', (typed, origin) => {
  expect(inboxOrigin(typed)).toBe(origin);
});

const local = { name: 'Lumen', apiUrl: 'http://127.0.0.1:54321', publishableKey: 'sb_publishable_1' };
const answering = (response: Response) => vi.fn<typeof fetch>(async () => response);

test('an inbox tells where its installation is', async () => {
  const fetching = answering(Response.json(local));
  expect(await readInstallation('127.0.0.1:5173', fetching)).toEqual({
    ok: true,
    origin: 'http://127.0.0.1:5173',
    installation: local,
  });
  expect(fetching).toHaveBeenCalledWith(
    'http://127.0.0.1:5173/.well-known/hearback.json',
    expect.objectContaining({ credentials: 'omit' }),
  );
});

test.each([
  ['another page', new Response('<html></html>')],
  ['a missing file', new Response('', { status: 404 })],
  ['a file that is none of ours', Response.json({ ...local, apiUrl: 'file:///etc' })],
])('%s is no inbox', async (_, response) => {
  expect(await readInstallation('example.com', answering(response))).toEqual({
    ok: false,
    error: 'not_hearback',
  });
});

test('an inbox behind https cannot send passwords over plain http', async () => {
  const plain = { ...local, apiUrl: 'http://api.example.com' };
  expect(await readInstallation('example.com', answering(Response.json(plain)))).toMatchObject({ ok: false });
  expect(await readInstallation('http://example.com', answering(Response.json(plain)))).toMatchObject({
    ok: true,
  });
});

test('nothing there, or no address at all', async () => {
  const dead = vi.fn<typeof fetch>(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await readInstallation('example.com', dead)).toEqual({ ok: false, error: 'offline' });
  expect(await readInstallation('  ', dead)).toEqual({ ok: false, error: 'not_an_address' });
  expect(dead).toHaveBeenCalledOnce();
});

const good = { name: 'Demo', apiUrl: 'http://127.0.0.1:54321', publishableKey: 'sb_publishable_1' };
test.each([
  good,
  { ...good, more: 1 },
  { ...good, name: '' },
  { ...good, name: 'x'.repeat(101) },
  { ...good, apiUrl: 'ftp://example.com' },
  { ...good, apiUrl: '/api' },
  { ...good, apiUrl: 7 },
  { ...good, publishableKey: 'short' },
  { name: 'Demo' },
  [],
  'text',
  null,
])('%j is accepted exactly where the schema accepts it', (answer) => {
  const parsed = installation.safeParse(answer);
  expect(asInstallation(answer)).toEqual(parsed.success ? parsed.data : null);
});
