// The embedded stack by itself, on a schema of its own: what supabase/local promises to everything above it.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort, isListening } from '../../supabase/local/processes.ts';
import { type Stack, startStack } from '../../supabase/local/stack.ts';

const png = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]);
const password = 'a long password';
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({
    root: fileURLToPath(new URL('../fixtures/stack', import.meta.url)),
    dataDir: await mkdtemp(join(tmpdir(), 'hearback-stack-')),
    apiPort: await freePort(),
    pgPort: await freePort(),
    functionsPort: await freePort(),
    persistent: false,
  });
});
afterAll(() => stack?.stop());

const client = (key = stack.publishableKey) =>
  createClient(stack.apiUrl, key, { auth: { persistSession: false, autoRefreshToken: false } });

async function member(email: string) {
  await stack.createUser(email, password);
  const own = client();
  const { error } = await own.auth.signInWithPassword({ email, password });
  expect(error).toBeNull();
  return own;
}

describe('rights', () => {
  test('a request without a key from this machine has no rights of the service', async () => {
    await client(stack.serviceRoleKey).from('notes').insert({ body: 'secret', owner: crypto.randomUUID() });
    for (const path of ['/rest/v1/notes', '/auth/v1/settings']) {
      const answer = await fetch(stack.apiUrl + path);
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain('secret');
    }
    const buckets = await fetch(`${stack.apiUrl}/storage/v1/bucket`);
    expect(await buckets.text()).not.toContain('pictures');
  });

  test('the grants of the migrations stand: a member may not set a column he was not granted', async () => {
    const own = await member('grants@example.com');
    expect((await own.from('notes').insert({ body: 'mine' })).error).toBeNull();
    const raised = await own.from('notes').update({ role: 'owner' }).eq('body', 'mine');
    expect(raised.error?.code).toBe('42501');
    expect((await client().from('notes').select()).error?.code).toBe('42501');
  });

  test('a key that was made up is refused', async () => {
    const answer = await client('sb_secret_0000000000000000000000_00000000').from('notes').select();
    expect(answer.status).toBe(401);
  });
});

test('times are written as hosted Supabase writes them', async () => {
  const service = client(stack.serviceRoleKey);
  const { data } = await service
    .from('notes')
    .insert({ body: 'now', owner: crypto.randomUUID() })
    .select('created_at')
    .single();
  expect(data?.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/);
});

describe('sign-in', () => {
  test('signs in, refreshes, and signs out', async () => {
    const own = await member('sign-in@example.com');
    const first = await own.auth.getUser();
    expect(first.data.user?.email).toBe('sign-in@example.com');
    expect((await own.auth.refreshSession()).data.session?.access_token).toBeTruthy();
    const before = await own.auth.getSession();
    expect((await own.auth.signOut()).error).toBeNull();
    const refreshed = await client().auth.refreshSession({
      refresh_token: before.data.session?.refresh_token ?? '',
    });
    expect(refreshed.data.session).toBeNull();
  });

  test('an account that exists is found again, with its password', async () => {
    const id = await stack.createUser('twice@example.com', password);
    expect(await stack.createUser('twice@example.com', 'another password')).toBe(id);
    await member('twice@example.com');
  });
});

describe('storage', () => {
  test('a signed upload takes one file at its path, and the owner reads it by a signed address', async () => {
    const own = await member('upload@example.com');
    const bucket = own.storage.from('pictures');
    const { data: upload } = await bucket.createSignedUploadUrl('a/one.png');
    const address = upload?.signedUrl ?? '';
    const put = (url: string, body: Uint8Array<ArrayBuffer>, type = 'image/png') =>
      fetch(url, { method: 'PUT', headers: { 'content-type': type, origin: 'https://shop.example' }, body });
    expect((await put(address.replace('one.png', 'two.png'), png)).status).toBe(403);
    expect((await put(address, new Uint8Array(2000))).status).toBe(413);
    expect((await put(address, png, 'text/html')).ok).toBe(false);
    const answer = await put(address, png);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');

    const { data: read } = await bucket.createSignedUrl('a/one.png', 60);
    const picture = await fetch(read?.signedUrl ?? '');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(png);
    expect((await fetch((read?.signedUrl ?? '').replace('one.png', 'other.png'))).ok).toBe(false);
  });

  test('a browser may ask before it puts a file from another origin', async () => {
    const answer = await fetch(`${stack.apiUrl}/storage/v1/object/upload/sign/pictures/a/x.png`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(answer.ok).toBe(true);
    expect(answer.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(answer.headers.get('access-control-allow-headers')).toContain('content-type');
  });

  test('policies decide on upload, reading and deletion', async () => {
    const own = await member('policies@example.com');
    const bucket = own.storage.from('pictures');
    const file = new Blob([png], { type: 'image/png' });
    expect((await bucket.upload('b/no.png', file)).error?.message).toContain('row-level security');
    expect((await bucket.upload('a/yes.png', file)).error).toBeNull();
    expect((await client().storage.from('pictures').createSignedUrl('a/yes.png', 60)).data).toBeNull();
    const { data: signed } = await bucket.createSignedUrls(['a/yes.png', 'a/missing.png'], 60);
    expect(signed?.map((item) => item.error === null)).toEqual([true, false]);
    expect((await fetch(signed?.[0]?.signedUrl ?? '')).status).toBe(200);
    expect((await bucket.remove(['a/yes.png'])).data).toHaveLength(1);
    expect((await bucket.download('a/yes.png')).data).toBeNull();
  });

  test('a file over the limit or of another type is refused', async () => {
    const bucket = (await member('limits@example.com')).storage.from('pictures');
    const large = new Blob([new Uint8Array(2000)], { type: 'image/png' });
    expect((await bucket.upload('a/large.png', large)).error?.message).toContain('maximum allowed size');
    const text = new Blob(['text'], { type: 'text/plain' });
    expect((await bucket.upload('a/text.txt', text)).error?.message).toContain('not supported');
  });
});

describe('functions', () => {
  const call = (path: string) => fetch(`${stack.apiUrl}/functions/v1${path}`);

  test('a function sees its own path, the address of the stack and its keys', async () => {
    const answer = await (await call('/echo/deep/path?x=1')).json();
    expect(answer).toEqual({ path: '/echo/deep/path', url: stack.apiUrl, hasServiceKey: true });
    expect((await call('/nobody')).status).toBe(404);
  });

  test('while it is down it is said in JSON when to come back, and then it works again', async () => {
    await stack.killFunctions();
    const answer = await call('/echo');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect((await answer.json()).error).toMatchObject({ code: 'unavailable', retryAfter: 1 });
    await stack.startFunctions();
    expect((await call('/echo')).status).toBe(200);
  });

  test('a process that crashes is started again', async () => {
    const [pid = 0] = stack.functionsPids;
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => {
      expect(stack.functionsPids[0]).not.toBe(pid);
      expect((await call('/echo')).status).toBe(200);
    }, 15_000);
  });
});

describe('PostgreSQL', () => {
  test('a kill in the middle of requests loses nothing that was acknowledged', async () => {
    const service = client(stack.serviceRoleKey);
    const owner = crypto.randomUUID();
    const send = async (body: string) =>
      (await service.from('notes').insert({ body, owner })).error ? 0 : 1;
    const flood = Promise.all(Array.from({ length: 40 }, (_, index) => send(`during ${index}`)));
    await send('before');
    await stack.killPostgres();
    const down = await fetch(`${stack.apiUrl}/rest/v1/notes`, { headers: { apikey: stack.publishableKey } });
    expect(down.status).toBe(503);
    expect((await down.json()).error.code).toBe('unavailable');
    await stack.startPostgres();
    const acknowledged = (await flood).reduce<number>((sum, one) => sum + one, 0);
    await vi.waitFor(async () => {
      const { count, error } = await service.from('notes').select('*', { count: 'exact' }).eq('owner', owner);
      expect(error).toBeNull();
      expect(count).toBeGreaterThanOrEqual(acknowledged + 1);
    }, 15_000);
  });

  test('a crash nobody asked for is mended without help', async () => {
    process.kill(stack.postgresPid ?? 0, 'SIGKILL');
    await vi.waitFor(async () => {
      expect((await client(stack.serviceRoleKey).from('notes').select('id')).error).toBeNull();
    }, 15_000);
  });
});

test('stopping leaves no process and no open port', async () => {
  const pids = [stack.postgresPid ?? 0, ...stack.functionsPids];
  await stack.stop();
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
  expect(await isListening(Number(new URL(stack.apiUrl).port))).toBe(false);
});
