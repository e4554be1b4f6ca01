import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SurveyDefinition } from '../../shared/domain/survey.ts';
import type {
  ConversationSummary,
  Thread,
  ThreadAttachment,
  ThreadMessage,
} from '../../shared/domain/widget.ts';
import { mount } from '../app/main.tsx';
import { type TestCore, testCore } from '../client/test-core.ts';
import type { AppHandle } from '../loader/core.ts';

const id = '5e4a1c0e-0001-4000-8000-000000000001';
let conversation: ConversationSummary;
let messages: ThreadMessage[];
let team: Thread['team'];
let survey: Thread['survey'];
let known: boolean;
let on: TestCore;
let panel: AppHandle;
let asked: string[];
let late: boolean;
/** What every look comes to, in place of an answer. */
let fails: (() => Promise<Response>) | null;
/** What was answered to the survey. */
let told: Record<string, unknown>[];
let turn = 0;
let project: string;

const satisfaction: SurveyDefinition = {
  id: '5e4a1c0e-0002-4000-8000-000000000001',
  slug: 'csat',
  kind: 'csat',
  questions: [
    { id: 'score', kind: 'csat', title: { en: 'How satisfied are you?' }, required: true },
    { id: 'why', kind: 'text', title: { en: 'What could be better?' }, required: false },
  ],
  thanks: null,
  trigger: {
    pages: [],
    event: null,
    delaySeconds: 0,
    scrollPercent: null,
    exitIntent: false,
    conversationClosed: true,
  },
};

const message = (
  author: 'visitor' | 'member',
  body: string,
  attachments: ThreadAttachment[] = [],
): ThreadMessage => ({
  id: crypto.randomUUID(),
  author,
  authorName: author === 'member' ? 'Nora' : null,
  body,
  createdAt: new Date().toISOString(),
  attachments,
});

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

beforeEach(async () => {
  localStorage.clear();
  turn += 1;
  project = `pk_threads_${Date.now()}_${turn}`;
  asked = [];
  known = true;
  survey = null;
  late = false;
  fails = null;
  told = [];
  conversation = {
    id,
    number: 12,
    kind: 'bug',
    status: 'open',
    preview: 'Fixed today',
    unread: 1,
    lastMessageAt: new Date().toISOString(),
    reopenUntil: null,
  };
  team = { people: [{ name: 'Nora' }, { name: 'Li' }], away: false, backAt: null, replyMinutes: 100 };
  messages = [message('visitor', 'It broke'), message('member', 'Fixed today')];
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const name = `${init.method ?? 'GET'} ${new URL(url).pathname.replace('/functions/v1/widget', '')}`;
    asked.push(name);
    if (fails) return fails();
    if (!known) return json({ error: { code: 'invalid_token', message: '' } }, 401);
    switch (name) {
      case 'GET /conversations':
        return json({ conversations: [conversation], team });
      case `GET /conversations/${id}`:
        return json({ conversation, messages, team, survey });
      case `POST /conversations/${id}/read`:
        conversation = { ...conversation, unread: 0 };
        return json({ unread: 0 });
      case `POST /conversations/${id}/messages`: {
        if (late) return json({ error: { code: 'closed', message: '' } }, 409);
        const reply = message('visitor', JSON.parse(String(init.body)).body);
        messages = [...messages, reply];
        return json({ messageId: reply.id });
      }
      case `POST /surveys/${satisfaction.id}/responses`:
        told.push(JSON.parse(String(init.body)));
        survey = null;
        return json({ responseId: crypto.randomUUID() });
      default:
        return json({ error: { code: 'not_found', message: name } }, 404);
    }
  });
  on = testCore({ project });
  panel = await mount(on.core);
  panel.open('conversations');
});
afterEach(() => {
  on.end();
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
  await expect.element(page.getByText('Nora', { exact: true })).toBeVisible();
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
  panel.close();
  known = false;
  panel.open('conversations');
  await expect.element(page.getByText('No conversations yet')).toBeVisible();
  await page.getByRole('button', { name: 'Write to the team' }).click();
  await expect.element(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
});

test('what could not be fetched is tried again on demand: busy, in vain, at last; the focus stays in the panel', async () => {
  panel.close();
  on.visitorChanged('other');
  fails = async () => json({ error: { code: 'internal', message: '' } }, 500);
  panel.open('conversations');
  const again = page.getByRole('button', { name: 'Try again' });
  await again.click();
  const failed = 'Your conversations could not be loaded';
  const spoken = page.getByRole('status').filter({ hasText: failed });
  await expect.element(spoken).toBeInTheDocument();
  await expect.element(again).not.toHaveAttribute('aria-busy', 'true');

  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  fails = async () => {
    await held;
    return json({ conversations: [conversation], team });
  };
  const looks = asked.length;
  await again.click();
  await expect.element(again).toHaveAttribute('aria-busy', 'true');
  await vi.waitFor(() => expect(asked.length).toBe(looks + 1));
  await again.click({ force: true });
  expect(inside()).toBe(again.element());
  fails = null;
  answer();
  await expect.element(page.getByRole('button', { name: /Problem 12/ })).toBeVisible();
  await vi.waitFor(() => expect(inside()?.textContent).toBe('Your conversations'));
  expect(asked.filter((name) => name === 'GET /conversations').length).toBeGreaterThan(looks);

  fails = async () => json({ error: { code: 'internal', message: '' } }, 500);
  await openThread();
  await again.click();
  await expect.element(spoken).toBeInTheDocument();
  fails = null;
  await again.click();
  await expect.element(page.getByText('It broke')).toBeVisible();
});

test('without a network it does not look as if conversations were on their way', async () => {
  panel.close();
  on.visitorChanged('other');
  const offline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  panel.open('conversations');
  const again = page.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect.element(again).not.toHaveAttribute('aria-busy', 'true');
  offline.mockRestore();
  dispatchEvent(new Event('online'));
  await expect.element(page.getByRole('button', { name: /Problem 12/ })).toBeVisible();
});

test('on a phone whose keyboard is up the button that sends the answer is in sight while one writes', async () => {
  await openThread();
  await page.viewport(360, 420);
  const field = page.getByRole('textbox', { name: 'Your answer' });
  await userEvent.fill(field, 'Line\n'.repeat(12));
  const send = () =>
    page.getByRole('button', { name: 'Send', exact: true }).element().getBoundingClientRect();
  await vi.waitFor(() => expect(send().bottom).toBeLessThanOrEqual(420));
  expect(send().top).toBeGreaterThan(0);
  await page.viewport(1280, 800);
});

test('who answers and when to expect it stands above list and thread', async () => {
  await expect.element(page.getByText('We usually answer within 2 hours.')).toBeVisible();
  await expect.element(page.getByText('Nora & Li')).toBeVisible();
  await openThread();
  await expect.element(page.getByText('It broke')).toBeVisible();
  await expect.element(page.getByText('We usually answer within 2 hours.')).toBeVisible();
});

test('an address in a message can be followed, in a tab that cannot reach back; lines stay lines', async () => {
  messages = [message('member', 'Look here:\nhttps://example.com/help. <b>No</b> javascript:alert(1)')];
  await openThread();
  const link = page.getByRole('link', { name: 'https://example.com/help' });
  await expect.element(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  await expect.element(link).toHaveAttribute('target', '_blank');
  await expect.element(page.getByText('<b>No</b> javascript:alert(1)', { exact: false })).toBeVisible();
  expect(page.getByRole('link').elements()).toHaveLength(1);
});

const attachment = (rest: Partial<ThreadAttachment>): ThreadAttachment => ({
  id: crypto.randomUUID(),
  url: picture(),
  name: null,
  contentType: 'image/png',
  bytes: 2000,
  width: 400,
  height: 300,
  ...rest,
});
const picture = () => {
  const canvas = document.createElement('canvas');
  canvas.width = 400;
  canvas.height = 300;
  return canvas.toDataURL();
};
const inside = () => document.querySelector('hearback-widget')?.shadowRoot?.activeElement;

test('a file is a row with its name and size that saves it', async () => {
  const pdf = { name: 'invoice.pdf', contentType: 'application/pdf', bytes: 1_300_000 } as const;
  messages = [message('member', '', [attachment({ ...pdf, width: null, height: null })])];
  await openThread();
  const link = page.getByRole('link', { name: /^Download\s*invoice\.pdf\s*1\.2 MB$/ });
  await expect.element(link).toHaveAttribute('download', 'invoice.pdf');
});

test('a picture opens over everything, is made larger and smaller by keys, and gives the focus back', async () => {
  messages = [message('member', 'See', [attachment({})])];
  await openThread();
  const thumb = page.getByRole('button', { name: 'Picture from Nora' });
  await thumb.click();
  const viewer = page.getByRole('dialog', { name: 'Picture from Nora' });
  await expect.element(viewer).toBeVisible();
  const level = viewer.getByRole('status');
  await expect.element(level).toHaveTextContent('100%');
  await userEvent.keyboard('++');
  await expect.element(level).toHaveTextContent('200%');
  const image = viewer.getByRole('img').element();
  expect(image.getBoundingClientRect().width).toBe(800);
  await viewer.getByRole('button', { name: 'Smaller' }).click();
  await expect.element(level).toHaveTextContent('150%');
  // Escape leaves the picture, not the panel.
  await userEvent.keyboard('{Escape}');
  await expect.element(viewer).not.toBeInTheDocument();
  await expect.element(page.getByRole('dialog', { name: 'Your conversations' })).toBeVisible();
  expect(inside()).toBe(thumb.element());
});

test('a conversation closed lately says until when an answer opens it again', async () => {
  conversation = { ...conversation, status: 'closed', reopenUntil: '2999-12-24T10:00:00Z' };
  await openThread();
  await expect.element(page.getByText('If you write by December 24, 2999', { exact: false })).toBeVisible();
  await expect.element(page.getByLabelText('Your answer')).toBeVisible();
});

test('one closed long ago takes no answer, and leads to a new one that names it', async () => {
  conversation = { ...conversation, status: 'closed', reopenUntil: '2020-12-24T10:00:00Z' };
  await openThread();
  await page.getByRole('button', { name: 'Start a new conversation' }).click();
  await expect
    .element(page.getByLabelText('What happened, and what did you expect?'))
    .toHaveValue('This follows Problem 12.\n\n');
});

test('an answer that came too late can go as a new conversation, word for word', async () => {
  await openThread();
  late = true;
  await userEvent.fill(page.getByLabelText('Your answer'), 'Still broken');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Send it as a new conversation' }).click();
  await expect
    .element(page.getByLabelText('What happened, and what did you expect?'))
    .toHaveValue('This follows Problem 12.\n\nStill broken');
});

test('the page hears once of every answer, and of how many are unread', async () => {
  await openThread();
  await vi.waitFor(() => expect(on.heard).toContainEqual({ type: 'unread', detail: { count: 0 } }));
  panel.close();
  conversation = { ...conversation, unread: 1 };
  panel.open('conversations');
  await expect.element(page.getByRole('img', { name: '1 new answer' })).toBeVisible();
  conversation = { ...conversation, lastMessageAt: new Date(Date.now() + 1000).toISOString() };
  panel.close();
  panel.open('conversations');
  await vi.waitFor(() =>
    expect(on.heard.filter(({ type }) => type === 'answered')).toEqual([
      { type: 'answered', detail: { conversation: id } },
      { type: 'answered', detail: { conversation: id } },
    ]),
  );
});

test('what came along from another device is listed at once; of somebody else nothing stays in sight', async () => {
  await expect.element(page.getByRole('button', { name: /Problem 12/ })).toBeVisible();
  conversation = { ...conversation, kind: 'idea', number: 3 };
  on.visitorChanged('same');
  await expect.element(page.getByRole('button', { name: /Idea 3/ })).toBeVisible();
  on.visitorChanged('other');
  await expect.element(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Idea 3/ })).not.toBeInTheDocument();
});

test('a closed conversation asks its survey, in place; the answer names the conversation', async () => {
  conversation = { ...conversation, status: 'closed', reopenUntil: '2999-12-24T10:00:00Z' };
  survey = satisfaction;
  await openThread();
  await page.getByRole('button', { name: /^4 of 5/ }).click();
  await vi.waitFor(() =>
    expect(told.at(-1)).toMatchObject({ answers: { score: 4 }, conversationId: id, outcome: 'partial' }),
  );
  // The server has named no survey since: the next question stands all the same.
  await expect.element(page.getByText('What could be better?')).toBeVisible();
});
