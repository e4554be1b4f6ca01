// What a visitor sends who writes his requests by hand.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { thread } from '../../shared/domain/widget.ts';
import { newProject, type Project } from '../database/rows.ts';
import { superuser } from '../support/callers.ts';
import { png } from './pictures.ts';
import { put, question, refusal, stored, Visitor } from './visitor.ts';

const sql = superuser();
let project: Project;
let visitor: Visitor;
beforeAll(async () => {
  project = await newProject(sql);
  visitor = new Visitor(project.key);
});

test('the address of a page that answers a survey is kept without its secrets', async () => {
  const [survey] = await sql<{ id: string }[]>`
    insert into public.surveys (project_id, active) values (${project.id}, true) returning id`;
  const pageUrl =
    'https://app.example.com/reset?token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc&to=ada@example.com';
  const answer = await visitor.post(`/surveys/${survey?.id}/responses`, {
    idempotencyKey: randomUUID(),
    outcome: 'shown',
    locale: 'en',
    pageUrl,
  });
  expect(answer.status).toBe(200);
  const [row] = await sql<{ page_url: string }[]>`
    select page_url from public.responses where survey_id = ${survey?.id ?? ''}`;
  expect(row?.page_url).toMatch(/^https:\/\/app\.example\.com\/reset\?/);
  expect(row?.page_url).not.toMatch(/eyJ|ada@/);
});

test('logs hold as much as they may and no more, whatever is made long', async () => {
  const before = await stored(project.id);
  const at = `2026-01-01T00:00:00.${'1'.repeat(200_000)}Z`;
  const line = { at, kind: 'note', text: 'x' };
  const answer = await visitor.post('/conversations', question({ context: { logs: { steps: [line] } } }));
  expect(refusal(answer)).toMatchObject({ status: 400, field: 'context.logs.steps.0.at' });
  expect(await stored(project.id)).toEqual(before);
  const fine = { ...line, at: '2026-01-01T00:00:00.123456Z' };
  await visitor.start({ context: { logs: { steps: [fine] } } });
});

test('names that mean something to JavaScript are names', async () => {
  const body = JSON.stringify(question({ context: { custom: { constructor: 'a', toString: 'b' } } })).replace(
    '"constructor"',
    '"__proto__":"x","constructor"',
  );
  const answer = await visitor.post('/conversations', body);
  expect(answer.status).toBe(200);
  const { conversationId } = answer.body as { conversationId: string };
  const [row] =
    await sql`select context -> 'custom' as custom from public.conversations where id = ${conversationId}`;
  expect(row?.custom).toEqual({ constructor: 'a', toString: 'b' });
});

test('a page or a drawing with a script is never served as one, however it is announced and put', async () => {
  const page = new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>'));
  const reserve = async (contentType: string) => {
    const { body } = await visitor.post('/uploads', {
      idempotencyKey: randomUUID(),
      contentType,
      bytes: page.byteLength,
      name: 'page.html',
    });
    return body as { uploadId: string; url: string };
  };
  for (const type of [
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'TEXT/HTML',
    'text/plain, text/html',
  ])
    expect((await put((await reserve('text/plain')).url, page, type)).ok, type).toBe(false);
  // As text it is text, also for whoever takes the name away that it is to be saved under.
  const { uploadId, url } = await reserve('text/plain');
  await put(url, page, 'text/plain');
  await visitor.post(`/uploads/${uploadId}/finalise`);
  const id = await visitor.start({ attachments: [{ uploadId }] });
  const [file] =
    thread.parse((await visitor.get(`/conversations/${id}`)).body).messages[0]?.attachments ?? [];
  expect(file?.name).toBe('page.html.txt');
  const bare = await fetch((file?.url ?? '').replace(/&download=.*$/, ''));
  expect(bare.headers.get('content-type')).toMatch(/^text\/plain\b/);
  // The link takes bytes once: what was looked at stays what it is.
  for (const again of [
    put(url, page),
    fetch(url, { method: 'PUT', body: page, headers: { 'x-upsert': 'true', 'content-type': 'text/plain' } }),
  ])
    expect((await again).ok).toBe(false);
});

test("another visitor's upload, reply and read are out of reach", async () => {
  const eve = new Visitor(project.key);
  const id = await visitor.start();
  const uploadId = await visitor.upload(png());
  await eve.start();
  expect(refusal(await eve.post(`/uploads/${uploadId}/finalise`))).toMatchObject({ code: 'not_found' });
  for (const attachments of [
    [{ uploadId }],
    [
      {
        uploadId: await eve.upload(),
        cleanUploadId: uploadId,
        annotation: { version: 1, width: 4, height: 3, shapes: [] },
      },
    ],
  ])
    expect(refusal(await eve.post('/conversations', question({ attachments })))).toMatchObject({
      code: 'invalid_request',
    });
  const reply = { idempotencyKey: randomUUID(), body: 'Hello' };
  for (const answer of [
    await eve.get(`/conversations/${id}`),
    await eve.post(`/conversations/${id}/messages`, reply),
    await eve.post(`/conversations/${id}/read`),
  ])
    expect(refusal(answer)).toMatchObject({ code: 'not_found' });
});
