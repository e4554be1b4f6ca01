// The visitor's side of a conversation, through the function.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ConversationList, thread } from '../../shared/domain/widget.ts';
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

/** What an agent says in the inbox. */
async function answered(conversation: string, body: string, internal = false): Promise<string> {
  const { data, error } = await workspace.people.agent.client
    .from('messages')
    .insert({ conversation_id: conversation, project_id: workspace.projectId, body, internal })
    .select('id')
    .single();
  if (error !== null) throw error;
  return data.id;
}

const unread = async () => ((await visitor.get('/unread')).body as { unread: number }).unread;
const read = async (conversation: string) =>
  thread.parse((await visitor.get(`/conversations/${conversation}`)).body);

describe('a question', () => {
  test('arrives with its picture, and the visitor reads both', async () => {
    const bytes = png(20, 10);
    const uploadId = await visitor.upload(bytes);
    const context = { pageUrl: `${origin}/orders`, viewportWidth: 1280 };
    const annotation = { version: 1, width: 20, height: 10, shapes: [] };
    const id = await visitor.start({ attachments: [{ uploadId, annotation }], context });
    const { messages } = await read(id);
    expect(messages).toHaveLength(1);
    const [picture] = messages[0]?.attachments ?? [];
    expect(picture).toMatchObject({ width: 20, height: 10, contentType: 'image/png' });
    const file = await fetch(picture?.url ?? '');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    const [row] = await superuser()`select context, number from public.conversations where id = ${id}`;
    expect(row).toMatchObject({ context });
  });

  test('that is sent again with its key answers the first result and is kept once', async () => {
    const body = question();
    const first = await visitor.post('/conversations', body);
    const before = await stored(workspace.projectId);
    const again = await visitor.post('/conversations', { ...body, body: 'Another text' });
    expect(again.body).toEqual(first.body);
    expect(await stored(workspace.projectId)).toEqual(before);
  });

  test('that is sent twenty times at once, as the first word of a visitor, is kept once', async () => {
    const body = question();
    const before = await stored(workspace.projectId);
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.post('/conversations', body)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const after = await stored(workspace.projectId);
    expect(after.conversations).toBe((before.conversations ?? 0) + 1);
    expect(after.messages).toBe((before.messages ?? 0) + 1);
    expect(after.visitors).toBe((before.visitors ?? 0) + 1);
  });

  test('under a key that another visitor used is a question of its own', async () => {
    const body = question();
    const first = await visitor.post('/conversations', body);
    const second = await new Visitor(workspace.projectKey).post('/conversations', body);
    expect(second.status).toBe(200);
    expect(second.body).not.toEqual(first.body);
  });
});

describe('an answer', () => {
  test('shows as unread until the visitor has read it, with the name of who wrote it', async () => {
    const id = await visitor.start();
    expect(await unread()).toBe(0);
    await answered(id, 'Under Settings, Bills.');
    expect(await unread()).toBe(1);
    const { conversation, messages } = await read(id);
    expect(conversation).toMatchObject({ unread: 1, preview: 'Under Settings, Bills.' });
    expect(messages[1]).toMatchObject({ author: 'member', authorName: 'The agent' });
    expect((await visitor.post(`/conversations/${id}/read`)).body).toEqual({ unread: 0 });
    expect(await unread()).toBe(0);
  });

  test('that arrived after the thread was shown stays unread', async () => {
    const id = await visitor.start();
    const seen = await answered(id, 'First');
    await answered(id, 'Second');
    const answer = await visitor.post(`/conversations/${id}/read`, { lastMessageId: seen });
    expect(answer.body).toEqual({ unread: 1 });
  });

  test('can be answered in turn, and opens a closed conversation again', async () => {
    const id = await visitor.start();
    await workspace.people.agent.client.from('conversations').update({ status: 'closed' }).eq('id', id);
    const body = { idempotencyKey: randomUUID(), body: 'It is not there.' };
    const sent = await visitor.post(`/conversations/${id}/messages`, body);
    expect(sent.status).toBe(200);
    expect((await visitor.post(`/conversations/${id}/messages`, body)).body).toEqual(sent.body);
    const { conversation, messages } = await read(id);
    expect(conversation.status).toBe('open');
    expect(messages.map((message) => message.body)).toEqual([
      'How do I export my bills?',
      'It is not there.',
    ]);
    const [row] = await superuser()`select closed_at from public.conversations where id = ${id}`;
    expect(row?.closed_at).toBeNull();
  });

  test('to a conversation closed more than a fortnight ago is refused, and opens nothing', async () => {
    const id = await visitor.start();
    const sql = superuser();
    await workspace.people.agent.client.from('conversations').update({ status: 'closed' }).eq('id', id);
    const { conversation } = await read(id);
    const [row] = await sql<{ until: Date }[]>`
      select closed_at + interval '14 days' as until from public.conversations where id = ${id}`;
    expect(new Date(conversation.reopenUntil ?? 0)).toEqual(row?.until);
    const body = { idempotencyKey: randomUUID(), body: 'It came back.' };
    const ago = (days: number) =>
      sql`update public.conversations set closed_at = now() - make_interval(days => ${days}) where id = ${id}`;
    await ago(15);
    const before = await stored(workspace.projectId);
    const refused = refusal(await visitor.post(`/conversations/${id}/messages`, body));
    expect(refused).toMatchObject({ status: 409, code: 'closed' });
    expect(await stored(workspace.projectId)).toEqual(before);
    expect((await read(id)).conversation.status).toBe('closed');
    await ago(13);
    expect((await visitor.post(`/conversations/${id}/messages`, body)).status).toBe(200);
    expect((await read(id)).conversation).toMatchObject({ status: 'open', reopenUntil: null });
    // A repeat of what was taken in time is answered, however late it comes.
    await workspace.people.agent.client.from('conversations').update({ status: 'closed' }).eq('id', id);
    await ago(15);
    expect((await visitor.post(`/conversations/${id}/messages`, body)).status).toBe(200);
  });

  test('says beside it who answers and how long it takes', async () => {
    const id = await visitor.start();
    await answered(id, 'Under Settings, Bills.');
    const { team } = (await visitor.get('/conversations')).body as ConversationList;
    expect(team).toEqual({ people: [{ name: 'The agent' }], away: false, backAt: null, replyMinutes: 1 });
    expect((await read(id)).team).toEqual(team);
  });

  test('that is an internal note reaches no visitor: not the thread, the list nor the badge', async () => {
    const id = await visitor.start();
    await answered(id, 'This customer again', true);
    expect(await unread()).toBe(0);
    expect(JSON.stringify(await read(id))).not.toContain('again');
    expect(JSON.stringify((await visitor.get('/conversations')).body)).not.toContain('again');
  });
});

describe("another visitor's conversation", () => {
  test('can be neither read, answered nor marked as read', async () => {
    const id = await visitor.start();
    const stranger = new Visitor(workspace.projectKey);
    await stranger.start();
    const before = await stored(workspace.projectId);
    for (const answer of [
      await stranger.get(`/conversations/${id}`),
      await stranger.post(`/conversations/${id}/messages`, { idempotencyKey: randomUUID(), body: 'Hello' }),
      await stranger.post(`/conversations/${id}/read`),
    ]) {
      expect(refusal(answer)).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect(await stored(workspace.projectId)).toEqual(before);
    const { conversations } = (await stranger.get('/conversations')).body as ConversationList;
    expect(conversations.map((conversation) => conversation.id)).not.toContain(id);
  });

  test('is not reached with the right token through another project', async () => {
    const id = await visitor.start();
    const elsewhere = await newWorkspace([origin]);
    const answer = await visitor.get(`/conversations/${id}`, { 'x-hearback-project': elsewhere.projectKey });
    expect(refusal(answer)).toMatchObject({ status: 401, code: 'invalid_token' });
  });
});

test('who writes too often is told when to come back, and his burst is not lost', async () => {
  const statuses: number[] = [];
  let waiting = 0;
  for (let index = 0; index < 12; index += 1) {
    const answer = await visitor.post('/conversations', question());
    statuses.push(answer.status);
    if (answer.status !== 429) continue;
    const refused = refusal(answer);
    expect(refused.code).toBe('rate_limited');
    expect(answer.headers.get('retry-after')).toBe(String(refused.retryAfter));
    waiting = refused.retryAfter ?? 0;
  }
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(10);
  expect(statuses).toContain(429);
  expect(waiting).toBeGreaterThan(0);
  expect(waiting).toBeLessThanOrEqual(10);
});
