// Filing a capture: who may, what must lie where, and that a repeat files nothing twice.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../shared/domain/limits.ts';
import { newWorkspace, type Person, stack, superuser, type Workspace } from '../support/callers.ts';
import { png, text } from './pictures.ts';
import { type Answer, refusal, stored } from './visitor.ts';

let workspace: Workspace;
let other: Workspace;
let boardId: string;

const board = async ({ projectId }: Workspace) => {
  const [row] = await superuser()<{ id: string }[]>`
    insert into public.boards (project_id, name) values (${projectId}, ${randomUUID()}) returning id`;
  return row?.id ?? '';
};

beforeAll(async () => {
  workspace = await newWorkspace();
  other = await newWorkspace();
  boardId = await board(workspace);
});

async function file(body: unknown, accessToken?: string): Promise<Answer> {
  const response = await fetch(`${stack().apiUrl}/functions/v1/captures`, {
    method: 'POST',
    headers: {
      apikey: stack().publishableKey,
      ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

const put = (person: Person, path: string, bytes: Uint8Array<ArrayBuffer>) =>
  person.client.storage
    .from('captures')
    .upload(path, new Blob([bytes], { type: 'image/png' }), { contentType: 'image/png' });

/** Puts a picture where the member may and answers what he then files. */
async function captured(person: Person, bytes = png(30, 20), id: string = randomUUID()) {
  const path = `${workspace.projectId}/${person.id}/${id}.png`;
  const { error } = await put(person, path, bytes);
  return { error, capture: filing(path, id) };
}

const filing = (path: string, id: string, more: Record<string, unknown> = {}) => ({
  id,
  projectId: workspace.projectId,
  path,
  title: 'Their new price page',
  note: '',
  sourceUrl: 'https://competitor.example/prices',
  pageTitle: 'Prices',
  boardId,
  competitorId: null,
  capturedAt: new Date().toISOString(),
  ...more,
});

describe('a product manager', () => {
  test('files what he captured, once, however often he sends it', async () => {
    const { pm } = workspace.people;
    const { capture } = await captured(pm);
    const first = await file(capture, pm.accessToken);
    expect(first.body).toMatchObject({
      captureId: capture.id,
      width: 30,
      height: 20,
      contentType: 'image/png',
    });
    const before = await stored(workspace.projectId);
    expect((await file({ ...capture, title: 'Again' }, pm.accessToken)).body).toEqual(first.body);
    expect(await stored(workspace.projectId)).toEqual(before);
    const { data } = await pm.client
      .from('captures')
      .select('title, created_by')
      .eq('id', capture.id)
      .single();
    expect(data).toEqual({ title: 'Their new price page', created_by: pm.id });
  });

  test('files a picture from a file, of which no page is known', async () => {
    const { pm } = workspace.people;
    const { capture } = await captured(pm);
    const fromFile = { ...capture, sourceUrl: null, pageTitle: '' };
    expect((await file(fromFile, pm.accessToken)).body).toMatchObject({ captureId: capture.id });
    const { data } = await pm.client.from('captures').select('source_url').eq('id', capture.id).single();
    expect(data).toEqual({ source_url: null });
  });

  test('cannot file bytes that are no picture, and they do not stay', async () => {
    const { pm } = workspace.people;
    const before = await stored(workspace.projectId);
    const { capture } = await captured(pm, text());
    expect(refusal(await file(capture, pm.accessToken))).toMatchObject({
      status: 415,
      code: 'unsupported_image',
    });
    expect(await stored(workspace.projectId)).toEqual(before);
  });

  test('is told when the picture is not there yet', async () => {
    const { pm } = workspace.people;
    const id = randomUUID();
    const capture = filing(`${workspace.projectId}/${pm.id}/${id}.png`, id);
    expect(refusal(await file(capture, pm.accessToken))).toMatchObject({ status: 409, code: 'conflict' });
  });

  test("cannot file another member's picture as his own, nor have it removed", async () => {
    const { pm, admin } = workspace.people;
    const { capture } = await captured(admin, text());
    expect(refusal(await file(capture, pm.accessToken))).toMatchObject({ status: 403, code: 'forbidden' });
    const [row] = await superuser()`select from storage.objects where name = ${capture.path}`;
    expect(row).toBeDefined();
  });

  test('cannot file on a board of another workspace', async () => {
    const { pm } = workspace.people;
    const { capture } = await captured(pm);
    const elsewhere = { ...capture, boardId: await board(other) };
    expect(refusal(await file(elsewhere, pm.accessToken))).toMatchObject({ status: 404, code: 'not_found' });
  });

  test.each([
    ['without a title', { title: '  ' }, 'title'],
    ['from a page that is no web page', { sourceUrl: 'file:///etc/passwd' }, 'sourceUrl'],
    ['with a note over the limit', { note: 'x'.repeat(5001) }, 'note'],
  ])('is told what is wrong %s', async (_, wrong, field) => {
    const { pm } = workspace.people;
    const id = randomUUID();
    const answer = await file(filing(`${workspace.projectId}/${pm.id}/${id}.png`, id, wrong), pm.accessToken);
    expect(refusal(answer)).toMatchObject({ status: 400, code: 'invalid_request', field });
  });
});

describe('a capture with a clean image', () => {
  const annotation = { version: 1, width: 30, height: 20, crop: null, shapes: [] };
  /** Picture and clean image, put by `person`. */
  async function withClean(person: Person, clean: Uint8Array<ArrayBuffer> | null = png(30, 20, 7)) {
    const { capture } = await captured(person);
    const cleanPath = capture.path.replace(/\.png$/, '.clean.png');
    if (clean !== null) await put(person, cleanPath, clean);
    return { ...capture, cleanPath, annotation };
  }
  const row = async (id: string) => {
    const [found] = await superuser()`
      select clean_path, clean_content_type, clean_bytes, length(clean_sha256) as hash from public.captures where id = ${id}`;
    return found;
  };

  test('is filed once, however often it is sent, and what its bytes say is kept', async () => {
    const { pm } = workspace.people;
    const capture = await withClean(pm);
    const first = await file(capture, pm.accessToken);
    expect(first.body).toMatchObject({ captureId: capture.id, width: 30, height: 20 });
    expect(await row(capture.id)).toEqual({
      clean_path: capture.cleanPath,
      clean_content_type: 'image/png',
      clean_bytes: png(30, 20, 7).byteLength,
      hash: 64,
    });
    const before = await stored(workspace.projectId);
    expect((await file(capture, pm.accessToken)).body).toEqual(first.body);
    expect(await stored(workspace.projectId)).toEqual(before);
  });

  test('is not filed before both are there', async () => {
    const { pm } = workspace.people;
    const capture = await withClean(pm, null);
    expect(refusal(await file(capture, pm.accessToken))).toMatchObject({ status: 409, code: 'conflict' });
    await put(pm, capture.cleanPath, png(30, 20));
    expect((await file(capture, pm.accessToken)).status).toBe(200);
  });

  test('is not filed with bytes that are no picture; those do not stay, the picture does', async () => {
    const { pm } = workspace.people;
    const capture = await withClean(pm, text());
    expect(refusal(await file(capture, pm.accessToken))).toMatchObject({ code: 'unsupported_image' });
    const files = await superuser()<{ name: string }[]>`
      select name from storage.objects where name like ${`%${capture.id}%`}`;
    expect(files.map(({ name }) => name)).toEqual([capture.path]);
    expect(await row(capture.id)).toBeUndefined();
  });

  test('is not filed where the two are of different sizes, or the marks of neither', async () => {
    const { pm } = workspace.people;
    const capture = await withClean(pm, png(20, 30));
    expect(refusal(await file(capture, pm.accessToken))).toMatchObject({ code: 'invalid_request' });
    const foreign = { ...(await withClean(pm)), annotation: { ...annotation, width: 31 } };
    expect(refusal(await file(foreign, pm.accessToken))).toMatchObject({ code: 'invalid_request' });
    expect([await row(capture.id), await row(foreign.id)]).toEqual([undefined, undefined]);
  });

  test('is not filed with an image of somebody or something else', async () => {
    const { pm, admin } = workspace.people;
    const capture = await withClean(pm);
    const others = await withClean(admin);
    for (const cleanPath of [others.cleanPath, capture.path, capture.cleanPath.replace('.clean', '')]) {
      const answer = await file({ ...capture, cleanPath }, pm.accessToken);
      expect(refusal(answer)).toMatchObject({ status: 403, code: 'forbidden' });
    }
  });
});

test('a capture from a file has no page', async () => {
  const { pm } = workspace.people;
  const { capture } = await captured(pm);
  expect((await file({ ...capture, sourceUrl: null }, pm.accessToken)).status).toBe(200);
});

describe('nothing is filed by', () => {
  test('an agent or a viewer', async () => {
    for (const person of [workspace.people.agent, workspace.people.viewer]) {
      const id = randomUUID();
      const capture = filing(`${workspace.projectId}/${person.id}/${id}.png`, id);
      expect(refusal(await file(capture, person.accessToken))).toMatchObject({
        status: 403,
        code: 'forbidden',
      });
    }
  });

  test('a product manager of another workspace', async () => {
    const { pm } = other.people;
    const id = randomUUID();
    const capture = filing(`${workspace.projectId}/${pm.id}/${id}.png`, id);
    expect(refusal(await file(capture, pm.accessToken))).toMatchObject({ status: 403, code: 'forbidden' });
  });

  test('nobody, somebody with a made-up token, and somebody whose sign-in has ended', async () => {
    const { pm } = workspace.people;
    const { capture } = await captured(pm);
    const expired = await expiredToken(pm.id);
    for (const token of [undefined, 'made.up.token', stack().publishableKey, expired]) {
      expect(refusal(await file(capture, token))).toMatchObject({ status: 401, code: 'invalid_token' });
    }
  });
});

/** A token signed by the stack itself whose hour is over. */
async function expiredToken(sub: string): Promise<string> {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub, role: 'authenticated', aud: 'authenticated', iat: now - 7200, exp: now - 3600 };
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(stack().jwtSecret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}

test('malformed or oversized bodies and other addresses are refused like everywhere', async () => {
  const { pm } = workspace.people;
  expect(refusal(await file('{', pm.accessToken))).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(refusal(await file({ x: 'y'.repeat(limits.bodyBytes) }, pm.accessToken))).toMatchObject({
    status: 413,
  });
  const address = `${stack().apiUrl}/functions/v1/captures`;
  expect((await fetch(address)).status).toBe(405);
  expect((await fetch(`${address}/more`, { method: 'POST' })).status).toBe(404);
});
