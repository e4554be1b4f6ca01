import { expect, test, vi } from 'vitest';
import { keptMember, openSession, type SessionStorage } from './session.ts';

const apiUrl = 'http://127.0.0.1:54321';
const key = 'hearback-session-http://127.0.0.1:54321';

function memory(start: Record<string, string> = {}): SessionStorage & { kept: Map<string, string> } {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    getItem: async (name) => kept.get(name) ?? null,
    setItem: async (name, value) => void kept.set(name, value),
    removeItem: async (name) => void kept.delete(name),
  };
}
const tokens = (access: string, secondsLeft = 3600) => ({
  access_token: access,
  refresh_token: `${access}-refresh`,
  token_type: 'bearer',
  expires_in: secondsLeft,
  expires_at: Math.floor(Date.now() / 1000) + secondsLeft,
  user: { id: 'u1', email: 'lin@example.com', aud: '', app_metadata: {}, user_metadata: {}, created_at: '' },
});
const signedInAs = (access: string, secondsLeft?: number) =>
  memory({ [key]: JSON.stringify(tokens(access, secondsLeft)) });

/** A server that knows the token `good` and gives what `renew` says for a refresh token. */
function server(renew: () => Response | Error = () => Response.json(tokens('good'))) {
  return vi.fn<typeof fetch>(async (input, init) => {
    const url = String(input);
    const asked = new Headers(init?.headers);
    if (url.includes('/auth/v1/token?grant_type=password')) {
      return String(init?.body).includes('"right"')
        ? Response.json(tokens('good'))
        : Response.json({ code: 400, error_code: 'invalid_credentials', msg: 'no' }, { status: 400 });
    }
    if (url.includes('/auth/v1/token?grant_type=refresh_token')) {
      const answer = renew();
      if (answer instanceof Error) throw answer;
      return answer;
    }
    if (url.includes('/auth/v1/logout')) return new Response(null, { status: 204 });
    return asked.get('authorization') === 'Bearer good' && asked.get('apikey') === 'pk'
      ? Response.json('ok')
      : Response.json({ message: 'JWT expired' }, { status: 401 });
  });
}
const open = (storage: SessionStorage, fetch: typeof globalThis.fetch) =>
  openSession({ apiUrl, publishableKey: 'pk', storage, fetch });
const refused = () =>
  Response.json({ code: 400, error_code: 'refresh_token_not_found', msg: 'no' }, { status: 400 });

test('signing in keeps the session for the next visit', async () => {
  const storage = memory();
  const session = open(storage, server());
  const member = { userId: 'u1', email: 'lin@example.com' };
  expect(await session.signIn('lin@example.com', 'right')).toEqual({ ok: true, member });
  expect(await open(storage, server()).member()).toEqual(member);
});

test.each([
  ['a wrong password', server(), 'wrong_credentials'],
  ['no network', vi.fn<typeof fetch>(() => Promise.reject(new TypeError('Failed to fetch'))), 'offline'],
  ['too many tries', vi.fn<typeof fetch>(async () => Response.json({}, { status: 429 })), 'rate_limited'],
])('%s is said so', async (_, fetching, error) => {
  const session = open(memory(), fetching);
  expect(await session.signIn('lin@example.com', 'wrong')).toEqual({ ok: false, error });
});

test('a request goes out with the key and the token', async () => {
  const answer = await open(signedInAs('good'), server()).fetch(`${apiUrl}/rest/v1/projects`);
  expect(answer.status).toBe(200);
});

test('a token that has run out is renewed before it is used', async () => {
  const fetching = server();
  const answer = await open(signedInAs('old', 5), fetching).fetch(`${apiUrl}/rest/v1/projects`);
  expect(answer.status).toBe(200);
  expect(fetching.mock.calls.filter(([url]) => String(url).includes('/rest/'))).toHaveLength(1);
});

test('a token that the server no longer takes is renewed, and the request made once more', async () => {
  const answer = await open(signedInAs('revoked'), server()).fetch(`${apiUrl}/rest/v1/projects`);
  expect(answer.status).toBe(200);
});

test('a session that is over signs out: 401 at once, nothing is asked as nobody, listeners hear it', async () => {
  const storage = signedInAs('revoked');
  const fetching = server(refused);
  const session = open(storage, fetching);
  const heard = vi.fn();
  session.onMember(heard);
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith({ userId: 'u1', email: 'lin@example.com' }));
  expect((await session.fetch(`${apiUrl}/rest/v1/projects`)).status).toBe(401);
  expect(heard).toHaveBeenLastCalledWith(null);
  expect(storage.kept.has(key)).toBe(false);
  const asked = fetching.mock.calls.length;
  expect((await session.fetch(`${apiUrl}/rest/v1/projects`)).status).toBe(401);
  expect(fetching).toHaveBeenCalledTimes(asked);
});

test('without a network a session that needs renewal fails like any request, and nobody is signed out', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
  const storage = memory({ [key]: JSON.stringify(tokens('old', -10)) });
  const session = open(
    storage,
    server(() => new TypeError('Failed to fetch')),
  );
  const answer = expect(session.fetch(`${apiUrl}/rest/v1/projects`)).rejects.toThrow(TypeError);
  await vi.advanceTimersByTimeAsync(60_000);
  await answer;
  const member = session.member();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await member).toEqual({ userId: 'u1', email: 'lin@example.com' });
  vi.useRealTimers();
});

test('signing out forgets the session and tells', async () => {
  const storage = signedInAs('good');
  const session = open(storage, server());
  const heard = vi.fn();
  session.onMember(heard);
  await session.signOut();
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(null));
  expect(storage.kept.size).toBe(0);
});

test.each([null, '', 'nonsense', '{}'])('%j in storage is nobody', (text) => {
  expect(keptMember(text)).toBeNull();
});
