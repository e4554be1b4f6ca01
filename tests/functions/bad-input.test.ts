// What must not get in: each with the right status, one plain sentence, and nothing of it stored.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../shared/domain/limits.ts';
import { newWorkspace, superuser, type Workspace } from '../support/callers.ts';
import { origin, question, refusal, stored, Visitor } from './visitor.ts';

let workspace: Workspace;
let visitor: Visitor;
let surveyId: string;
let before: Record<string, number>;

beforeAll(async () => {
  workspace = await newWorkspace([origin]);
  const [survey] = await superuser()<{ id: string }[]>`
    insert into public.surveys (project_id, active) values (${workspace.projectId}, true) returning id`;
  surveyId = survey?.id ?? '';
});
beforeEach(async () => {
  visitor = new Visitor(workspace.projectKey);
  before = await stored(workspace.projectId);
});
afterEach(async () => {
  expect(await stored(workspace.projectId)).toEqual(before);
});

describe('who is calling', () => {
  test('an unknown project key', async () => {
    const answer = await visitor.post('/conversations', question(), {
      'x-hearback-project': 'pk_nobody_has_this',
    });
    expect(refusal(answer)).toMatchObject({ status: 404, code: 'unknown_project' });
  });

  test.each(['', 'sk_wrong', "pk_'; drop table members --"])(
    'a project key that is none: %j',
    async (key) => {
      const answer = await visitor.post('/conversations', question(), { 'x-hearback-project': key });
      expect(refusal(answer)).toMatchObject({ status: 404, code: 'unknown_project' });
    },
  );

  test.each(['https://evil.example', `${origin}.evil.example`, 'null', ''])(
    'a foreign origin: %j',
    async (from) => {
      const answer = await visitor.post('/conversations', question(), { origin: from });
      expect(refusal(answer)).toMatchObject({ status: 403, code: 'foreign_origin' });
    },
  );

  test('a token that is malformed, and one that is missing where it is needed', async () => {
    for (const token of ['short', '']) {
      const answer = await visitor.post('/conversations', question(), { 'x-hearback-visitor': token });
      expect(refusal(answer)).toMatchObject({ status: 401, code: 'invalid_token' });
    }
  });

  test('a token that nobody wrote with may read nothing', async () => {
    for (const path of ['/unread', `/conversations/${randomUUID()}`]) {
      expect(refusal(await visitor.get(path))).toMatchObject({ status: 401, code: 'invalid_token' });
    }
    const answer = await visitor.post(`/conversations/${randomUUID()}/messages`, {
      idempotencyKey: randomUUID(),
      body: 'Hello',
    });
    expect(refusal(answer)).toMatchObject({ status: 401, code: 'invalid_token' });
    // He has no conversations, and may know who would answer.
    const list = await visitor.get('/conversations');
    expect(list).toMatchObject({ status: 200, body: { conversations: [], team: expect.any(Object) } });
  });
});

describe('the body', () => {
  test.each(['{"kind": ', '[1,2', 'hello', '\ufeff{]'])('malformed JSON: %j', async (body) => {
    expect(refusal(await visitor.post('/conversations', body))).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
  });

  test('bytes that are no UTF-8', async () => {
    const answer = await visitor.post('/conversations', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]));
    expect(refusal(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('oversized JSON', async () => {
    const answer = await visitor.post('/conversations', question({ padding: 'x'.repeat(limits.bodyBytes) }));
    expect(refusal(answer)).toMatchObject({ status: 413, code: 'too_large' });
  });

  test('oversized JSON that comes in pieces and announces no length', async () => {
    const piece = new TextEncoder().encode(`"${'x'.repeat(1000)}",`);
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 400) controller.close();
        else controller.enqueue(piece);
      },
    });
    const response = await fetch(`${visitor.url}/conversations`, {
      method: 'POST',
      headers: visitor.headers(),
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  test.each([
    ['text over the limit', { body: 'x'.repeat(5001) }, 'body'],
    ['text of blanks only', { body: ' \n ' }, 'body'],
    ['an unknown kind', { kind: 'complaint' }, 'kind'],
    ['a score as a conversation', { kind: 'score' }, 'kind'],
    ['a language that is not spoken', { locale: 'fr' }, 'locale'],
    ['an idempotency key that is none', { idempotencyKey: '12' }, 'idempotencyKey'],
    ['an e-mail address that is none', { email: 'nobody' }, 'email'],
    ['a page that is no web page', { context: { pageUrl: 'javascript:alert(1)' } }, 'context.pageUrl'],
    ['a field that is not known', { author: 'member' }, 'author'],
    [
      'six pictures',
      { attachments: Array.from({ length: 6 }, () => ({ uploadId: randomUUID() })) },
      'attachments',
    ],
    [
      'annotations over the limit',
      {
        attachments: [
          {
            uploadId: randomUUID(),
            annotation: {
              version: 1,
              width: 4,
              height: 3,
              shapes: [{ id: 's1', kind: 'text', text: 'x'.repeat(33_000) }],
            },
          },
        ],
      },
      'attachments.0.annotation',
    ],
  ])('%s', async (_, wrong, field) => {
    const answer = await visitor.post('/conversations', question(wrong));
    expect(refusal(answer)).toMatchObject({ status: 400, code: 'invalid_request', field });
  });

  test('a character that no text can hold', async () => {
    const answer = await visitor.post('/conversations', question({ body: 'a\u0000b' }));
    expect(refusal(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('such a character in a search', async () => {
    const answer = await visitor.get('/articles?q=abc%00def&locale=en');
    expect(refusal(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('a picture that was never uploaded', async () => {
    const answer = await visitor.post(
      '/conversations',
      question({ attachments: [{ uploadId: randomUUID() }] }),
    );
    expect(refusal(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});

describe('an answer to a survey', () => {
  const respond = (answers: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    visitor.post(`/surveys/${surveyId}/responses`, {
      idempotencyKey: randomUUID(),
      outcome: 'answered',
      answers,
      locale: 'en',
      ...more,
    });

  test.each([11, -1, 7.5, '9', ['9']])('with a score of %j', async (score) => {
    expect(refusal(await respond({ score }))).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('with a score that is no value at all', async () => {
    expect(refusal(await respond({ score: null }))).toMatchObject({ status: 400, field: 'answers.score' });
  });

  test('with a reason over the limit', async () => {
    expect(refusal(await respond({ score: 9, reason: 'x'.repeat(2001) }))).toMatchObject({
      status: 400,
      field: 'answers.reason',
    });
  });

  test('with an outcome that nobody knows', async () => {
    expect(refusal(await respond({ score: 9 }, { outcome: 'ignored' }))).toMatchObject({
      status: 400,
      field: 'outcome',
    });
  });

  test('for a survey of nobody', async () => {
    const answer = await visitor.post(`/surveys/${randomUUID()}/responses`, {
      idempotencyKey: randomUUID(),
      outcome: 'shown',
      locale: 'en',
    });
    expect(refusal(answer)).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('the address', () => {
  test.each(['/nothing', '/conversations/12/messages/3', ''])('nothing under %j', async (path) => {
    expect(refusal(await visitor.get(path))).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('an id that is none', async () => {
    expect(refusal(await visitor.get('/conversations/12'))).toMatchObject({ status: 404, code: 'not_found' });
    expect(refusal(await visitor.get('/articles/12'))).toMatchObject({ status: 404, code: 'not_found' });
  });

  test.each([
    ['DELETE', '/conversations', 'GET, POST'],
    ['PUT', '/uploads', 'POST'],
    ['POST', '/unread', 'GET'],
  ])('%s where only others are taken', async (method, path, allow) => {
    const answer = await visitor.call(method, path);
    expect(refusal(answer)).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(answer.headers.get('allow')).toBe(allow);
  });

  test('articles are searched with a text and a language', async () => {
    expect(refusal(await visitor.get('/articles'))).toMatchObject({ status: 400, field: 'q' });
    expect(refusal(await visitor.get('/articles?q=export&locale=fr'))).toMatchObject({
      status: 400,
      field: 'locale',
    });
  });
});

test('every answer may be read by a page of any origin, refusals and their waiting time too', async () => {
  const answers = [
    await visitor.get('/nothing'),
    await visitor.get('/unread', { origin: 'https://evil.example' }),
  ];
  for (const { headers } of answers) {
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toContain('retry-after');
  }
  const preflight = await fetch(`${visitor.url}/conversations`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-hearback-visitor');
  expect(Number(preflight.headers.get('access-control-max-age'))).toBeGreaterThan(0);
});
