// Files that are no pictures, from a visitor to staff and back: what they are, what they are called, how they are read.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { thread } from '../../shared/domain/widget.ts';
import { newWorkspace, type Person, stack, superuser, type Workspace } from '../support/callers.ts';
import { png, text } from './pictures.ts';
import { type Answer, origin, put, question, refusal, stored, Visitor } from './visitor.ts';

let workspace: Workspace;
let visitor: Visitor;

beforeAll(async () => {
  workspace = await newWorkspace([origin]);
  visitor = new Visitor(workspace.projectKey);
  await visitor.start();
});

const bytes = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'));
const pdf = () => bytes('%PDF-1.7\n%%EOF\n');
const log = () => new Uint8Array(Buffer.from('12:00 导出失败: timeout\n'));

type Post = (path: string, body?: unknown) => Promise<Answer>;

/** Reserve, put, finalise; answers the last answer. */
async function upload(post: Post, content: Uint8Array<ArrayBuffer>, contentType: string, more: object) {
  const reserved = await post('', {
    idempotencyKey: randomUUID(),
    contentType,
    bytes: content.byteLength,
    ...more,
  });
  if (reserved.status !== 200) return reserved;
  const { uploadId, url } = reserved.body as { uploadId: string; url: string };
  expect((await put(url, content, contentType)).ok).toBe(true);
  return post(`/${uploadId}/finalise`);
}
const visitorUpload = (content: Uint8Array<ArrayBuffer>, contentType: string, name?: string) =>
  upload(
    (path, body) => visitor.post(`/uploads${path}`, body),
    content,
    contentType,
    name === undefined ? {} : { name },
  );

/** Speaks to the function `uploads` as a member. */
const asMember =
  (who?: Person): Post =>
  async (path, body = {}) => {
    const response = await fetch(`${stack().apiUrl}/functions/v1/uploads${path}`, {
      method: 'POST',
      headers: who === undefined ? {} : { authorization: `Bearer ${who.accessToken}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
const memberUpload = (who: Person, content: Uint8Array<ArrayBuffer>, contentType: string, name?: string) =>
  upload(asMember(who), content, contentType, { projectId: workspace.projectId, ...(name && { name }) });
const idOf = (answer: Answer) => (answer.body as { uploadId: string }).uploadId;

const staffReply = (
  who: Person,
  conversation: string,
  uploads: object[],
  key: string = randomUUID(),
  internal = false,
) =>
  who.client.rpc('staff_reply', {
    conversation,
    body: 'Here is the guide.',
    internal,
    idempotency_key: key,
    uploads: JSON.parse(JSON.stringify(uploads)),
  });
const read = async (conversation: string) =>
  thread.parse((await visitor.get(`/conversations/${conversation}`)).body);

describe("a visitor's file", () => {
  test('arrives with its name, and is saved and never shown when it is read', async () => {
    const found = await visitorUpload(log(), 'text/plain', 'C:\\logs\\导出\u202e.log');
    expect(found.body).toMatchObject({ contentType: 'text/plain', width: null, height: null });
    const id = await visitor.start({
      attachments: [{ uploadId: idOf(found) }, { uploadId: await visitor.upload() }],
    });
    const [file, picture] = (await read(id)).messages[0]?.attachments ?? [];
    expect(file).toMatchObject({
      name: '导出.log',
      contentType: 'text/plain',
      bytes: log().byteLength,
      width: null,
    });
    expect(picture).toMatchObject({ name: null, contentType: 'image/png', width: 4 });
    const saved = await fetch(file?.url ?? '');
    expect(saved.headers.get('content-disposition')).toBe(
      `attachment; filename=${encodeURIComponent('导出.log')}; filename*=UTF-8''${encodeURIComponent('导出.log')}`,
    );
    expect(new Uint8Array(await saved.arrayBuffer())).toEqual(log());
    expect((await fetch(picture?.url ?? '')).headers.get('content-disposition')).toBeNull();
  });

  test.each([
    [
      'a program under the name of a PDF',
      () => bytes('MZ\x90\x00'),
      'application/pdf',
      415,
      'unsupported_file',
    ],
    ['a web page under the name of a video', () => text(), 'video/mp4', 415, 'unsupported_file'],
    ['text that is no UTF-8', () => bytes('caf\xe9 au lait'), 'text/plain', 415, 'unsupported_file'],
    ['text with a null in it', () => bytes('a\x00b'), 'text/csv', 415, 'unsupported_file'],
    ['a file under the name of a picture', pdf, 'image/png', 415, 'unsupported_image'],
  ])('leaves nothing behind if it is %s', async (_, content, contentType, status, code) => {
    const before = await stored(workspace.projectId);
    expect(refusal(await visitorUpload(content(), contentType, 'a'))).toMatchObject({ status, code });
    expect(await stored(workspace.projectId)).toEqual(before);
  });

  test('without a name, of another kind or with marks is refused', async () => {
    expect(refusal(await visitorUpload(pdf(), 'application/pdf'))).toMatchObject({
      status: 400,
      field: 'name',
    });
    expect(refusal(await visitorUpload(pdf(), 'text/html', 'a.html'))).toMatchObject({
      field: 'contentType',
    });
    const file = idOf(await visitorUpload(pdf(), 'application/pdf', 'a.pdf'));
    const annotation = { version: 1, width: 1, height: 1, shapes: [] };
    const sent = await visitor.post(
      '/conversations',
      question({ attachments: [{ uploadId: file, annotation }] }),
    );
    expect(refusal(sent)).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});

describe("a member's answer", () => {
  test('brings its picture and file to the visitor, once', async () => {
    const { agent } = workspace.people;
    const id = await visitor.start();
    const uploads = [
      {
        uploadId: idOf(await memberUpload(agent, png(20, 10), 'image/png')),
        annotation: { version: 1, width: 20, height: 10, shapes: [] },
      },
      { uploadId: idOf(await memberUpload(agent, pdf(), 'application/pdf', 'Guide.pdf')) },
    ];
    const key = randomUUID();
    const sent = await staffReply(agent, id, uploads, key);
    expect(sent.error).toBeNull();
    expect((await staffReply(agent, id, uploads, key)).data).toEqual(sent.data);
    const { messages } = await read(id);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({
      author: 'member',
      authorName: 'The agent',
      body: 'Here is the guide.',
    });
    expect(messages[1]?.attachments.map(({ name, width }) => ({ name, width }))).toEqual([
      { name: null, width: 20 },
      { name: 'Guide.pdf', width: null },
    ]);
    const file = await fetch(messages[1]?.attachments[1]?.url ?? '');
    expect(file.headers.get('content-disposition')).toContain('attachment');
  });

  test('as an internal note shows its file to staff and to no visitor', async () => {
    const { agent, viewer } = workspace.people;
    const id = await visitor.start();
    const uploadId = idOf(await memberUpload(agent, pdf(), 'application/pdf', 'Internal.pdf'));
    expect((await staffReply(agent, id, [{ uploadId }], randomUUID(), true)).error).toBeNull();
    expect(JSON.stringify(await read(id))).not.toContain('Internal.pdf');
    const seen = await viewer.client.from('attachments').select('name, path').eq('id', uploadId).single();
    expect(seen.data?.name).toBe('Internal.pdf');
    const link = await viewer.client.storage
      .from('attachments')
      .createSignedUrl(seen.data?.path ?? '', 60, { download: 'Internal.pdf' });
    expect((await fetch(link.data?.signedUrl ?? '')).headers.get('content-disposition')).toContain(
      'Internal.pdf',
    );
  });

  test('is written by agents and admins of the workspace only, with uploads of their own', async () => {
    const id = await visitor.start();
    const other = await newWorkspace([origin]);
    const { agent, admin, pm, viewer } = workspace.people;
    const before = (await read(id)).messages.length;
    for (const who of [pm, viewer, other.people.owner, other.people.agent]) {
      expect((await staffReply(who, id, [])).error?.code).toBe('42501');
      expect(refusal(await memberUpload(who, pdf(), 'application/pdf', 'a.pdf'))).toMatchObject({
        code: 'forbidden',
      });
    }
    expect(refusal(await asMember()('', {}))).toMatchObject({ status: 401, code: 'invalid_token' });
    const theirs = idOf(await memberUpload(admin, pdf(), 'application/pdf', 'a.pdf'));
    const visitors = await visitor.upload();
    for (const uploadId of [theirs, visitors, randomUUID()])
      expect((await staffReply(agent, id, [{ uploadId }])).error?.code).toBe('22023');
    expect(refusal(await asMember(agent)(`/${theirs}/finalise`))).toMatchObject({ status: 404 });
    expect((await read(id)).messages).toHaveLength(before);
    const taken = await visitor.post('/conversations', question({ attachments: [{ uploadId: theirs }] }));
    expect(refusal(taken)).toMatchObject({ code: 'invalid_request' });
  });

  test('has words, and marks of a size that somebody can look at', async () => {
    const { agent } = workspace.people;
    const id = await visitor.start();
    const say = (body: string, uploads: object[] = []) =>
      agent.client.rpc('staff_reply', {
        conversation: id,
        body,
        internal: false,
        idempotency_key: randomUUID(),
        uploads: JSON.parse(JSON.stringify(uploads)),
      });
    for (const body of ['', ' \n ', 'x'.repeat(5001)]) expect((await say(body)).error?.code).toBe('22023');
    const uploadId = idOf(await memberUpload(agent, png(), 'image/png'));
    const annotation = { version: 1, width: 4, height: 3, shapes: ['x'.repeat(70_000)] };
    expect((await say('See this', [{ uploadId, annotation }])).error?.code).toBe('22023');
    expect((await say('  See this \n', [{ uploadId }])).error).toBeNull();
    expect((await read(id)).messages.at(-1)?.body).toBe('See this');
  });

  test('takes no upload that was made for another project, and no more than five', async () => {
    const { agent } = workspace.people;
    const id = await visitor.start();
    const sql = superuser();
    const uploadId = idOf(await memberUpload(agent, pdf(), 'application/pdf', 'a.pdf'));
    const elsewhere = await newWorkspace([origin]);
    await sql`update public.attachments set project_id = ${elsewhere.projectId} where id = ${uploadId}`;
    expect((await staffReply(agent, id, [{ uploadId }])).error?.code).toBe('22023');
    const six = Array.from({ length: 6 }, () => ({ uploadId: randomUUID() }));
    expect((await staffReply(agent, id, six)).error?.code).toBe('22023');
  });
});
