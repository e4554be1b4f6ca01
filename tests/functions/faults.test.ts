// kill -9 in the middle of a send: after the restart a repeat with the same keys leaves the conversation there
// exactly once, with its picture. On a stack of its own, whose disk is waited for.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../supabase/local/processes.ts';
import { type Stack, startStack } from '../../supabase/local/stack.ts';
import { png } from './pictures.ts';
import { origin, question, Visitor } from './visitor.ts';

let stack: Stack;
let sql: Sql;
let dataDir: string;
let projectKey: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hearback-faults-'));
  stack = await startStack({
    dataDir,
    apiPort: await freePort(),
    pgPort: await freePort(),
    functionsPort: await freePort(),
    persistent: true,
  });
  sql = postgres(stack.adminDbUrl, { max: 1, onnotice: () => {} });
  const [project] = await sql<{ key: string }[]>`
    with workspace as (insert into public.workspaces (name) values ('Faults') returning id)
    insert into public.projects (workspace_id, name, allowed_origins) select id, 'Faults', ${[origin]} from workspace
    returning publishable_key as key`;
  projectKey = project?.key ?? '';
}, 120_000);

afterAll(async () => {
  await sql?.end({ timeout: 1 });
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Repeats a step until the server has acknowledged it, as the outbox does; a refusal for good fails the test. */
async function insist<T>(step: () => Promise<{ status: number; body: T }>): Promise<T> {
  const until = Date.now() + 60_000;
  for (;;) {
    const answer = await step().catch(() => ({ status: 0, body: undefined }));
    if (answer.status >= 200 && answer.status < 300) return answer.body as T;
    const passing = answer.status === 0 || answer.status === 429 || answer.status >= 500;
    if (!passing || Date.now() > until) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A whole send with its keys; `at` is told the name of each step as it begins. */
async function send(visitor: Visitor, at: (step: string) => void): Promise<string> {
  const bytes = png(16, 9);
  const picture = { idempotencyKey: randomUUID(), contentType: 'image/png', bytes: bytes.byteLength };
  at('reserve');
  const uploadId = await insist(async () => {
    const reserved = await visitor.post('/uploads', picture);
    if (reserved.status !== 200) return { status: reserved.status, body: '' };
    const upload = reserved.body as { uploadId: string; url: string | null };
    if (upload.url !== null) {
      at('put');
      const put = await fetch(upload.url, {
        method: 'PUT',
        body: bytes,
        headers: { 'content-type': 'image/png' },
      });
      // "It is there already" is no fault: an earlier try put it there.
      if (put.status >= 500) return { status: put.status, body: '' };
      at('finalise');
      const finalised = await visitor.post(`/uploads/${upload.uploadId}/finalise`);
      if (finalised.status !== 200)
        return { status: finalised.status === 409 ? 503 : finalised.status, body: '' };
    }
    return { status: 200, body: upload.uploadId };
  });
  const body = question({ attachments: [{ uploadId }] });
  at('conversation');
  const started = await insist(() => visitor.post('/conversations', body));
  at('repeat');
  expect(await insist(() => visitor.post('/conversations', body))).toEqual(started);
  return (started as { conversationId: string }).conversationId;
}

const kinds = { functions: () => stack.killFunctions(), PostgreSQL: () => stack.killPostgres() };
const restart = { functions: () => stack.startFunctions(), PostgreSQL: () => stack.startPostgres() };

test.each([
  ['functions', 'reserve'],
  ['functions', 'finalise'],
  ['functions', 'conversation'],
  ['PostgreSQL', 'reserve'],
  ['PostgreSQL', 'put'],
  ['PostgreSQL', 'conversation'],
] as const)(
  'killing %s during "%s" loses nothing and doubles nothing',
  async (what, when) => {
    const visitor = new Visitor(projectKey, stack.apiUrl);
    let killed: Promise<void> | undefined;
    const id = await send(visitor, (step) => {
      if (step !== when || killed !== undefined) return;
      // At the same moment as the request, so that some of these kills meet it half done.
      killed = kinds[what]().then(() => restart[what]());
    });
    await killed;
    expect(killed).toBeDefined();
    const { conversations } = (await insist(() => visitor.get('/conversations'))) as {
      conversations: { id: string }[];
    };
    expect(conversations.map((conversation) => conversation.id)).toEqual([id]);
    const thread = (await insist(() => visitor.get(`/conversations/${id}`))) as {
      messages: { attachments: { url: string }[] }[];
    };
    expect(thread.messages).toHaveLength(1);
    const [picture] = thread.messages[0]?.attachments ?? [];
    expect(thread.messages[0]?.attachments).toHaveLength(1);
    const file = await insist(async () => {
      const response = await fetch(picture?.url ?? '');
      return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
    });
    expect(file).toEqual(png(16, 9));
  },
  120_000,
);

test('while PostgreSQL is down the answer is 503 with a time to come back, and tells no more', async () => {
  const visitor = new Visitor(projectKey, stack.apiUrl);
  await stack.killPostgres();
  try {
    const answer = await visitor.post('/conversations', question());
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.body).toMatchObject({ error: { code: 'unavailable' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/ECONN|127\.0\.0\.1|sql/i);
  } finally {
    await stack.startPostgres();
  }
}, 60_000);
