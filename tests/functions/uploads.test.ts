// A picture's way in: what is no picture, too large or in the wrong place leaves nothing behind.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newWorkspace, superuser, type Workspace } from '../support/callers.ts';
import { gif, png, text } from './pictures.ts';
import { origin, put, question, refusal, stored, Visitor } from './visitor.ts';

let workspace: Workspace;
let visitor: Visitor;

beforeAll(async () => {
  workspace = await newWorkspace([origin]);
});
beforeEach(() => {
  visitor = new Visitor(workspace.projectKey);
});

type Reserved = { uploadId: string; url: string };

async function reserve(bytes: number, contentType = 'image/png', idempotencyKey: string = randomUUID()) {
  const answer = await visitor.post('/uploads', { idempotencyKey, contentType, bytes });
  expect(answer.status).toBe(200);
  return answer.body as Reserved;
}

const finalise = (uploadId: string) => visitor.post(`/uploads/${uploadId}/finalise`);

describe('a picture', () => {
  test('is kept with what its bytes say of it', async () => {
    const bytes = png(40, 30);
    const { uploadId, url } = await reserve(bytes.byteLength);
    expect((await put(url, bytes)).ok).toBe(true);
    const answer = await finalise(uploadId);
    expect(answer.body).toMatchObject({
      uploadId,
      contentType: 'image/png',
      width: 40,
      height: 30,
      bytes: bytes.byteLength,
    });
    expect((await finalise(uploadId)).body).toEqual(answer.body);
  });

  test('whose answers were lost is not uploaded twice', async () => {
    const key = randomUUID();
    const bytes = gif();
    const first = await reserve(bytes.byteLength, 'image/gif', key);
    const again = await reserve(bytes.byteLength, 'image/gif', key);
    expect(again.uploadId).toBe(first.uploadId);
    await put(again.url, bytes, 'image/gif');
    // The bytes are there, the visitor does not know it: reserving once more finds and finalises them.
    expect(await reserve(bytes.byteLength, 'image/gif', key)).toEqual({
      uploadId: first.uploadId,
      url: null,
    });
    const started = await visitor.post(
      '/conversations',
      question({ attachments: [{ uploadId: first.uploadId }] }),
    );
    expect(started.status).toBe(200);
  });

  test('goes with one message only, even if two are sent at once', async () => {
    const uploadId = await visitor.upload();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        visitor.post('/conversations', question({ attachments: [{ uploadId }] })),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400]);
  });

  test('of another visitor can neither be finalised nor sent', async () => {
    const uploadId = await visitor.upload();
    const other = new Visitor(workspace.projectKey);
    await other.start();
    expect(refusal(await other.post(`/uploads/${uploadId}/finalise`))).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    const answer = await other.post('/conversations', question({ attachments: [{ uploadId }] }));
    expect(refusal(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});

describe('nothing stays of', () => {
  async function refusedAfterPut(
    bytes: Uint8Array<ArrayBuffer>,
    announced: { bytes?: number; type?: string } = {},
  ) {
    await visitor.start();
    const before = await stored(workspace.projectId);
    const { uploadId, url } = await reserve(announced.bytes ?? bytes.byteLength, announced.type);
    expect((await put(url, bytes, announced.type)).ok).toBe(true);
    const answer = await finalise(uploadId);
    expect(await stored(workspace.projectId)).toEqual(before);
    expect(refusal(await finalise(uploadId)).code).toBe('not_found');
    return refusal(answer);
  }

  test('bytes that are no picture under the name of one', async () => {
    expect(await refusedAfterPut(text())).toMatchObject({ status: 415, code: 'unsupported_image' });
  });

  test('a picture of another type than announced', async () => {
    expect(await refusedAfterPut(gif())).toMatchObject({ status: 415, code: 'unsupported_image' });
  });

  test('a web page that begins like a picture', async () => {
    const page = new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n<script>alert(1)</script>', 'latin1'));
    expect(await refusedAfterPut(page)).toMatchObject({ status: 415, code: 'unsupported_image' });
  });

  test('other bytes than announced', async () => {
    expect(await refusedAfterPut(png(4, 3, 500), { bytes: 68 })).toMatchObject({
      status: 400,
      code: 'invalid_request',
      field: 'bytes',
    });
  });

  test('a picture with too long a side', async () => {
    expect(await refusedAfterPut(png(16_384, 1))).toMatchObject({ status: 413, code: 'too_large' });
  });

  test('a small file that unpacks to more than a browser can be trusted with', async () => {
    expect(await refusedAfterPut(png(16_000, 16_000))).toMatchObject({ status: 413, code: 'too_large' });
  });

  test('a picture over 10 MB, announced or not', async () => {
    await visitor.start();
    const before = await stored(workspace.projectId);
    const large = png(4, 3, 10 * 1024 * 1024);
    const announced = await visitor.post('/uploads', {
      idempotencyKey: randomUUID(),
      contentType: 'image/png',
      bytes: large.byteLength,
    });
    expect(refusal(announced)).toMatchObject({ status: 400, field: 'bytes' });
    expect(await stored(workspace.projectId)).toEqual(before);
    const { uploadId, url } = await reserve(100);
    expect((await put(url, large)).status).toBe(413);
    expect(refusal(await finalise(uploadId))).toMatchObject({ status: 409, code: 'conflict' });
    expect((await stored(workspace.projectId)).files).toBe(before.files);
  });

  test('a type that is no picture', async () => {
    const before = await stored(workspace.projectId);
    const answer = await visitor.post('/uploads', {
      idempotencyKey: randomUUID(),
      contentType: 'image/svg+xml',
      bytes: 10,
    });
    expect(refusal(answer)).toMatchObject({ status: 400, field: 'contentType' });
    expect(await stored(workspace.projectId)).toEqual(before);
  });
});

describe('an upload link', () => {
  test('is good for its own path only', async () => {
    const bytes = png();
    const { url } = await reserve(bytes.byteLength);
    const before = (await stored(workspace.projectId)).files;
    const other = await reserve(bytes.byteLength);
    const path = new URL(other.url).pathname;
    for (const elsewhere of [
      path,
      path.replace(/[^/]+$/, 'mine.png'),
      path.replace('/attachments/', '/captures/'),
    ]) {
      const target = new URL(url);
      target.pathname = elsewhere;
      expect((await put(target.href, bytes)).ok).toBe(false);
    }
    expect((await stored(workspace.projectId)).files).toBe(before);
  });

  test('takes no second picture in the place of the first', async () => {
    const bytes = png();
    const { uploadId, url } = await reserve(bytes.byteLength);
    await put(url, bytes);
    await finalise(uploadId);
    expect((await put(url, png(4, 3, 10))).ok).toBe(false);
  });

  test('outlives no row of its path, however late it was asked for', async () => {
    const sql = superuser();
    const bytes = text();
    const key = randomUUID();
    const { uploadId } = await reserve(bytes.byteLength, 'image/png', key);
    await sql`update public.attachments set created_at = now() - interval '23 hours' where id = ${uploadId}`;
    const late = await reserve(bytes.byteLength, 'image/png', key);
    await put(late.url, bytes);
    expect(refusal(await finalise(uploadId))).toMatchObject({ code: 'unsupported_image' });
    const [row] = await sql<{ path: string }[]>`select path from public.attachments where id = ${uploadId}`;
    const path = row?.path ?? '';
    // The link of an hour ago is good for another hour: what it brings must still be found and removed.
    expect(await sql`select public.widget_stale_uploads(${workspace.projectKey})`).toHaveLength(0);
    await sql`select public.widget_forget_uploads(${[path]})`;
    expect(await sql`select from public.attachments where id = ${uploadId}`).toHaveLength(1);
  });

  test('is not given for a path that is to be forgotten', async () => {
    const key = randomUUID();
    const first = await reserve(100, 'image/png', key);
    await superuser()`update public.attachments set created_at = now() - interval '25 hours' where id = ${first.uploadId}`;
    expect((await reserve(100, 'image/png', key)).uploadId).not.toBe(first.uploadId);
  });

  test('asked for again and again is limited like any other request', async () => {
    const body = { idempotencyKey: randomUUID(), contentType: 'image/png', bytes: 100 };
    const answers = await Promise.all(Array.from({ length: 60 }, () => visitor.post('/uploads', body)));
    expect(answers.map(({ status }) => status)).toContain(429);
  });

  test('that was not used yet says so when it is finalised', async () => {
    const { uploadId } = await reserve(100);
    expect(refusal(await finalise(uploadId))).toMatchObject({ status: 409, code: 'conflict' });
  });

  test('of one key is not handed out for another picture', async () => {
    const key = randomUUID();
    await reserve(100, 'image/png', key);
    const answer = await visitor.post('/uploads', {
      idempotencyKey: key,
      contentType: 'image/gif',
      bytes: 100,
    });
    expect(refusal(answer)).toMatchObject({ status: 409, code: 'conflict' });
  });
});

test('pictures that were never sent are removed, with their files, while others upload', async () => {
  const sql = superuser();
  const forgotten = await visitor.upload();
  const kept = await visitor.upload();
  await visitor.post('/conversations', question({ attachments: [{ uploadId: kept }] }));
  await sql`update public.attachments set created_at = now() - interval '8 days' where id in (${forgotten}, ${kept})`;
  const rows = () => sql`
    select a.id, o.name is not null as file
    from public.attachments a left join storage.objects o on o.name = a.path
    where a.id in (${forgotten}, ${kept})`;
  await reserve(100);
  await vi.waitFor(async () => expect([...(await rows())]).toEqual([{ id: kept, file: true }]), 10_000);
});
