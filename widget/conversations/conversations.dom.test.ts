import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ConversationSummary, ThreadMessage } from '../../shared/domain/widget.ts';
import { start } from '../loader/start.ts';

const id = '5e4a1c0e-0001-4000-8000-000000000001';
let conversation: ConversationSummary;
let messages: ThreadMessage[];
let known: boolean;
let asked: string[];
let turn = 0;
let project: string;

const message = (author: 'visitor' | 'member', body: string): ThreadMessage => ({
  id: crypto.randomUUID(),
  author,
  authorName: author === 'member' ? 'Nora' : null,
  body,
  createdAt: new Date().toISOString(),
  attachments: [],
});
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

beforeEach(() => {
  localStorage.clear();
  turn += 1;
  project = `pk_threads_${Date.now()}_${turn}`;
  asked = [];
  known = true;
  conversation = {
    id,
    number: 12,
    kind: 'bug',
    status: 'open',
    preview: 'Fixed today',
    unread: 1,
    lastMessageAt: new Date().toISOString(),
  };
  messages = [message('visitor', 'It broke'), message('member', 'Fixed today')];
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const name = `${init.method ?? 'GET'} ${new URL(url).pathname.replace('/functions/v1/widget', '')}`;
    asked.push(name);
    if (!known) return json({ error: { code: 'invalid_token', message: '' } }, 401);
    switch (name) {
      case 'GET /conversations':
        return json({ conversations: [conversation] });
      case `GET /conversations/${id}`:
        return json({ conversation, messages });
      case `POST /conversations/${id}/read`:
        conversation = { ...conversation, unread: 0 };
        return json({ unread: 0 });
      case `POST /conversations/${id}/messages`: {
        const reply = message('visitor', JSON.parse(String(init.body)).body);
        messages = [...messages, reply];
        return json({ messageId: reply.id });
      }
      default:
        return json({ error: { code: 'not_found', message: name } }, 404);
    }
  });
  start(
    { project, api: 'https://api.test', locale: 'en' },
    {
      app: () => import('../app/main.tsx'),
      survey: () => import('../survey/main.ts'),
      background: () => import('../background/main.ts'),
    },
  ).open('conversations');
});
afterEach(() => {
  window.Hearback?.destroy();
  vi.unstubAllGlobals();
});

const openThread = () => page.getByRole('button', { name: /Problem 12/ }).click();

test('the list says what it is, how it stands and what is new', async () => {
  const row = page.getByRole('button', { name: /Problem 12/ });
  await expect.element(row).toHaveTextContent('Problem 12nowFixed todayOpen1');
  await expect.element(page.getByRole('img', { name: '1 new answer' })).toBeVisible();
});

test('an opened thread shows both sides and is read from then on', async () => {
  await openThread();
  await expect.element(page.getByText('It broke')).toBeVisible();
  await expect.element(page.getByText('Nora', { exact: false })).toBeVisible();
  await vi.waitFor(() => expect(asked).toContain(`POST /conversations/${id}/read`));
});

test('a reply goes through the outbox and stands in the thread', async () => {
  await openThread();
  await userEvent.fill(page.getByLabelText('Your answer'), 'Works, thanks');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.element(page.getByText('Works, thanks')).toBeVisible();
  await vi.waitFor(() => expect(asked).toContain(`POST /conversations/${id}/messages`));
  await expect.element(page.getByText('Not sent yet', { exact: false })).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('Your answer')).toHaveValue('');
});

test('a browser the server does not know has no conversations, and a way to start one', async () => {
  window.Hearback?.close();
  known = false;
  window.Hearback?.open('conversations');
  await expect.element(page.getByText('No conversations yet')).toBeVisible();
  await page.getByRole('button', { name: 'Write to the team' }).click();
  await expect.element(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
});
