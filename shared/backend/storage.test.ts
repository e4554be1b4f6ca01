import { expect, test, vi } from 'vitest';
import { exchange } from '../outbox/http.ts';
import { openStorage, readLinks, readUploadLink } from './storage.ts';

const apiUrl = 'https://api.example.com';
const hour = 3600_000;

function storageOf(answer: (path: string, body: unknown) => unknown) {
  let time = 0;
  const asked = vi.fn(answer);
  const put = vi.fn<typeof fetch>(async () => Response.json({ Key: 'x' }));
  const storage = openStorage({
    apiUrl,
    send: (path, init, read) =>
      exchange(async () => {
        const found = asked(path, JSON.parse(String(init.body)));
        return found instanceof Response ? found : Response.json(found);
      }, read),
    fetch: put,
    now: () => time,
  });
  return {
    storage,
    asked,
    put,
    wait(ms: number) {
      time += ms;
    },
  };
}
const signEach = (_path: string, body: unknown) =>
  (body as { paths: string[] }).paths.map((path) =>
    path === 'gone.png'
      ? { path, error: 'Either the object does not exist or you do not have access to it', signedURL: null }
      : { path, error: null, signedURL: `/object/sign/captures/${path}?token=t` },
  );

test('links asked for at the same time go in one request', async () => {
  const { storage, asked } = storageOf(signEach);
  const links = await Promise.all(
    ['a.png', 'b.png', 'a.png'].map((path) => storage.signedUrl('captures', path)),
  );
  expect(links.map((link) => link.kind === 'ok' && link.body)).toEqual([
    'https://api.example.com/storage/v1/object/sign/captures/a.png?token=t',
    'https://api.example.com/storage/v1/object/sign/captures/b.png?token=t',
    'https://api.example.com/storage/v1/object/sign/captures/a.png?token=t',
  ]);
  expect(asked).toHaveBeenCalledExactlyOnceWith('/storage/v1/object/sign/captures', {
    expiresIn: 3600,
    paths: ['a.png', 'b.png'],
  });
});

test('a link is given again until five minutes before its end', async () => {
  const { storage, asked, wait } = storageOf(signEach);
  await storage.signedUrl('captures', 'a.png');
  wait(hour - 300_001);
  await storage.signedUrl('captures', 'a.png');
  expect(asked).toHaveBeenCalledTimes(1);
  wait(1);
  await storage.signedUrl('captures', 'a.png');
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a file that may not be read is refused, without harm to the others, and is asked for again', async () => {
  const { storage, asked } = storageOf(signEach);
  const [gone, there] = await Promise.all([
    storage.signedUrl('captures', 'gone.png'),
    storage.signedUrl('captures', 'a.png'),
  ]);
  expect(gone).toEqual({ kind: 'refused', error: { code: 'not_found' } });
  expect(there.kind).toBe('ok');
  await storage.signedUrl('captures', 'gone.png');
  expect(asked).toHaveBeenCalledTimes(2);
});

test('links are forgotten with the member they were given to', async () => {
  const { storage, asked } = storageOf(signEach);
  await storage.signedUrl('captures', 'a.png');
  storage.forget();
  await storage.signedUrl('captures', 'a.png');
  expect(asked).toHaveBeenCalledTimes(2);
});

test('an upload asks for a link and puts the bytes there with their type', async () => {
  const { storage, asked, put } = storageOf(() => ({
    url: '/object/upload/sign/captures/p/a%20b.png?token=t',
  }));
  const file = new Blob(['x']);
  expect(await storage.upload('captures', 'p/a b.png', file, 'image/png')).toEqual({
    kind: 'ok',
    body: null,
  });
  expect(asked).toHaveBeenCalledWith('/storage/v1/object/upload/sign/captures/p/a%20b.png', {});
  expect(put).toHaveBeenCalledWith(
    'https://api.example.com/storage/v1/object/upload/sign/captures/p/a%20b.png?token=t',
    expect.objectContaining({ method: 'PUT', headers: { 'content-type': 'image/png' }, body: file }),
  );
});

test('an upload that may not be is refused before any byte is sent', async () => {
  const { storage, put } = storageOf(() => Response.json({}, { status: 403 }));
  expect(await storage.upload('captures', 'p/a.png', new Blob(['x']), 'image/png')).toEqual({
    kind: 'refused',
    error: { code: 'forbidden' },
  });
  expect(put).not.toHaveBeenCalled();
});

test.each([
  [{ url: '/object/upload/sign/captures/a?token=t' }],
  [{ signedUrl: '/storage/v1/object/upload/sign/captures/a?token=t' }],
  [{ url: 'https://api.example.com/storage/v1/object/upload/sign/captures/a?token=t' }],
])('the upload link of %j is found', (answer) => {
  expect(readUploadLink(answer, apiUrl)).toBe(
    'https://api.example.com/storage/v1/object/upload/sign/captures/a?token=t',
  );
});

test('an answer without links is no answer', () => {
  expect(() => readUploadLink({}, apiUrl)).toThrow();
  expect(() => readLinks({ message: 'x' }, apiUrl)).toThrow();
});
