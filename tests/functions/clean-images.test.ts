// The second image of a picture with marks, of which staff see the marks hidden: it is let in as strictly as the first.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Thread } from '../../shared/domain/widget.ts';
import { newWorkspace, superuser, type Workspace } from '../support/callers.ts';
import { png } from './pictures.ts';
import { origin, question, refusal, stored, Visitor } from './visitor.ts';

let workspace: Workspace;
let visitor: Visitor;

beforeAll(async () => {
  workspace = await newWorkspace([origin]);
});
beforeEach(() => {
  visitor = new Visitor(workspace.projectKey);
});

/** Annotation data of a picture of this size. */
const marks = (width = 40, height = 30, more: Record<string, unknown> = {}) => ({
  version: 1,
  width,
  height,
  crop: null,
  shapes: [{ id: 's1', kind: 'box', x: 1, y: 2, width: 10, height: 10, colour: 'red', thickness: 4 }],
  ...more,
});
const both = async (who = visitor) => ({
  uploadId: await who.upload(png(40, 30)),
  cleanUploadId: await who.upload(png(40, 30, 9)),
});
const rows = (ids: readonly string[]) => superuser()<Record<string, unknown>[]>`
  select id, state, clean_of, message_id is not null as sent, annotation is not null as marked, width, height, bytes,
    length(sha256) as hash
  from public.attachments where id in ${superuser()(ids)} order by clean_of is not null`;

describe('a message', () => {
  test('takes a picture with its clean image; size, bytes and hash of both are kept', async () => {
    const images = await both();
    await visitor.start({ attachments: [{ ...images, annotation: marks() }] });
    const facts = { state: 'attached', sent: true, width: 40, height: 30, hash: 64 };
    expect([...(await rows(Object.values(images)))]).toEqual([
      {
        ...facts,
        id: images.uploadId,
        clean_of: null,
        marked: true,
        bytes: png(40, 30).byteLength,
      },
      {
        ...facts,
        id: images.cleanUploadId,
        clean_of: images.uploadId,
        marked: false,
        bytes: png(40, 30, 9).byteLength,
      },
    ]);
  });

  test('is seen by its visitor with the picture as he sent it, once', async () => {
    const images = await both();
    const id = await visitor.start({ attachments: [{ ...images, annotation: marks() }] });
    const { messages } = (await visitor.get(`/conversations/${id}`)).body as Thread;
    expect(messages[0]?.attachments.map((picture) => picture.id)).toEqual([images.uploadId]);
  });

  test('sent again with its key answers the first result, with nothing doubled', async () => {
    const body = question({ attachments: [{ ...(await both()), annotation: marks() }] });
    const first = await visitor.post('/conversations', body);
    const before = await stored(workspace.projectId);
    expect((await visitor.post('/conversations', body)).body).toEqual(first.body);
    expect(await stored(workspace.projectId)).toEqual(before);
  });

  test('that answers takes clean images too', async () => {
    const id = await visitor.start();
    const images = await both();
    const reply = {
      idempotencyKey: randomUUID(),
      body: 'Here',
      attachments: [{ ...images, annotation: marks() }],
    };
    expect((await visitor.post(`/conversations/${id}/messages`, reply)).status).toBe(200);
    expect((await rows([images.cleanUploadId]))[0]).toMatchObject({ clean_of: images.uploadId });
  });

  test('that is deleted takes both with it', async () => {
    const images = await both();
    const id = await visitor.start({ attachments: [{ ...images, annotation: marks() }] });
    await superuser()`delete from public.conversations where id = ${id}`;
    expect(await rows(Object.values(images))).toHaveLength(0);
  });
});

describe('a clean image is refused, and the message with it,', () => {
  const refusedAs = async (attachment: Record<string, unknown>, more: Record<string, unknown>[] = []) => {
    const before = await stored(workspace.projectId);
    const answer = await visitor.post('/conversations', question({ attachments: [attachment, ...more] }));
    expect(await stored(workspace.projectId)).toEqual(before);
    return refusal(answer);
  };
  const invalid = { status: 400, code: 'invalid_request' };

  test('that is of another size; both can still be sent rightly', async () => {
    const uploadId = await visitor.upload(png(40, 30));
    const cleanUploadId = await visitor.upload(png(40, 31));
    const wrong = await refusedAs({ uploadId, cleanUploadId, annotation: marks() });
    expect(wrong).toMatchObject(invalid);
    expect(wrong.message).toContain('40 by 31');
    const right = { uploadId, cleanUploadId: await visitor.upload(png(40, 30, 5)), annotation: marks() };
    expect((await visitor.post('/conversations', question({ attachments: [right] }))).status).toBe(200);
  });

  test('of another visitor', async () => {
    const other = new Visitor(workspace.projectKey);
    const { cleanUploadId } = await both(other);
    const uploadId = await visitor.upload(png(40, 30));
    expect(await refusedAs({ uploadId, cleanUploadId, annotation: marks() })).toMatchObject(invalid);
  });

  test('of another project', async () => {
    const elsewhere = new Visitor((await newWorkspace([origin])).projectKey);
    Object.assign(elsewhere, { token: visitor.token });
    const cleanUploadId = await elsewhere.upload(png(40, 30));
    const uploadId = await visitor.upload(png(40, 30));
    expect(await refusedAs({ uploadId, cleanUploadId, annotation: marks() })).toMatchObject(invalid);
  });

  test('that was used already, as clean image or as picture', async () => {
    const used = await both();
    await visitor.start({ attachments: [{ ...used, annotation: marks() }] });
    for (const cleanUploadId of Object.values(used)) {
      const uploadId = await visitor.upload(png(40, 30));
      expect(await refusedAs({ uploadId, cleanUploadId, annotation: marks() })).toMatchObject(invalid);
    }
    // The clean image of a sent picture is no picture of its own.
    expect(await refusedAs({ uploadId: used.cleanUploadId })).toMatchObject(invalid);
  });

  test('that is the picture itself, or the clean image of two', async () => {
    const { uploadId, cleanUploadId } = await both();
    const annotation = marks();
    expect(await refusedAs({ uploadId, cleanUploadId: uploadId, annotation })).toMatchObject(invalid);
    const second = { uploadId: await visitor.upload(png(40, 30)), cleanUploadId, annotation };
    expect(await refusedAs({ uploadId, cleanUploadId, annotation }, [second])).toMatchObject(invalid);
  });

  test('that was reserved and never put, or that nobody knows', async () => {
    const uploadId = await visitor.upload(png(40, 30));
    const place = { idempotencyKey: randomUUID(), contentType: 'image/png', bytes: 100 };
    const reserved = (await visitor.post('/uploads', place)).body as { uploadId: string };
    for (const cleanUploadId of [reserved.uploadId, randomUUID()])
      expect(await refusedAs({ uploadId, cleanUploadId, annotation: marks() })).toMatchObject(invalid);
  });

  test('without marks that it could lack', async () => {
    expect(await refusedAs(await both())).toMatchObject({ ...invalid, field: 'attachments.0.annotation' });
  });
});

describe('marks are refused', () => {
  test.each([
    ['of a picture of another size', marks(41, 30)],
    ['turned on their side', marks(30, 40)],
  ])('%s', async (_, annotation) => {
    const uploadId = await visitor.upload(png(40, 30));
    const answer = await visitor.post(
      '/conversations',
      question({ attachments: [{ uploadId, annotation }] }),
    );
    expect(refusal(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test.each([
    ['of a version that nobody reads', { version: 2 }],
    ['with more than shapes in them', { pixels: 'AAAA' }],
    ['with a number beyond all pictures', { shapes: [{ id: 's1', kind: 'box', x: 1e300 }] }],
    ['with data in data', { shapes: [{ id: 's1', kind: 'box', at: { x: { y: { z: 1 } } } }] }],
  ])('%s', async (_, wrong) => {
    const annotation = marks(40, 30, wrong);
    const answer = await visitor.post(
      '/conversations',
      question({ attachments: [{ uploadId: randomUUID(), annotation }] }),
    );
    expect(refusal(answer)).toMatchObject({
      status: 400,
      field: expect.stringMatching(/^attachments\.0\.annotation/),
    });
  });
});

test('five pictures full of marks fit into one message', async () => {
  const points = Array.from({ length: 4000 }, (_, index) => 100 + (index % 800) + 0.5);
  const annotation = marks(40, 30, { shapes: [{ id: 's1', kind: 'pen', points }] });
  expect(JSON.stringify(annotation).length).toBeGreaterThan(20_000);
  const uploads = await Promise.all(Array.from({ length: 5 }, () => both()));
  const attachments = uploads.map((images) => ({ ...images, annotation }));
  expect((await visitor.post('/conversations', question({ attachments }))).status).toBe(200);
});

test('clean images that were never sent are removed with their files', async () => {
  const sql = superuser();
  const images = await both();
  await sql`update public.attachments set created_at = now() - interval '8 days' where id = ${images.cleanUploadId}`;
  const place = { idempotencyKey: randomUUID(), contentType: 'image/png', bytes: 100 };
  await visitor.post('/uploads', place);
  await vi.waitFor(async () => {
    const kept = await sql`
      select a.id from public.attachments a join storage.objects o on o.name = a.path where a.id in ${sql(Object.values(images))}`;
    expect([...kept]).toEqual([{ id: images.uploadId }]);
  }, 10_000);
  const late = await visitor.post(
    '/conversations',
    question({ attachments: [{ ...images, annotation: marks() }] }),
  );
  expect(refusal(late)).toMatchObject({ status: 400 });
});
