import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { start } from '../loader/start.ts';

/** The real panel in a real browser; only the server is played. */
const rooms = {
  core: () => import('../core/main.ts'),
  app: () => import('./main.tsx'),
};

type Answer = () => Response | Promise<Response>;
let answers: Record<string, Answer>;
let asked: { name: string; body: Record<string, unknown> }[];
const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const article = { id: 'a1', title: 'Exporting a table', excerpt: 'Press Export.', locale: 'en' };

/** A name of its own for every test: the outbox of one must not reach into the next. */
let turn = 0;
let project: string;
beforeEach(() => {
  localStorage.clear();
  turn += 1;
  project = `pk_panel_${Date.now()}_${turn}`;
  asked = [];
  answers = {
    'POST /conversations': () => json({ conversationId: 'c1', number: 12, messageId: 'm1' }),
    'GET /articles': () => json({ articles: [article] }),
    'GET /articles/a1': () =>
      json({ ...article, body: '1. Press **Export**.', updatedAt: '2026-11-01T10:00:00Z' }),
    'POST /suggestion-events': () => json({}),
    'GET /unread': () => json({ unread: 0 }),
  };
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const { pathname } = new URL(url);
    const name = `${init.method ?? 'GET'} ${pathname.replace('/functions/v1/widget', '')}`;
    asked.push({ name, body: typeof init.body === 'string' ? JSON.parse(init.body) : {} });
    return (await answers[name]?.()) ?? json({ error: { code: 'not_found', message: name } }, 404);
  });
});
afterEach(() => {
  window.Hearback?.destroy();
  vi.unstubAllGlobals();
});

const begin = (locale: 'en' | 'zh-CN' = 'en') => start({ project, api: 'https://api.test', locale }, rooms);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const bodies = (name: string) => asked.filter((each) => each.name === name).map((each) => each.body);
const inside = () => document.querySelector('hearback-widget')?.shadowRoot?.activeElement;

async function write(text: string) {
  begin().open('bug');
  await userEvent.fill(page.getByLabelText('What happened, and what did you expect?'), text);
}

test('the focus goes in, stays in, and comes back on Escape', async () => {
  begin();
  await button('Feedback').click();
  await expect.element(page.getByRole('dialog', { name: 'Feedback' })).toBeVisible();
  expect(inside()?.textContent).toBe('Feedback');
  await expect.element(page.getByLabelText('Language')).toBeVisible();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(inside()?.tagName).toBe('SELECT');
  await userEvent.keyboard('{Tab}');
  expect(inside()?.getAttribute('aria-label')).toBe('Close');
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(inside()?.className).toBe('launcher'));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test.for(['a mouse', 'fingers'])(
  'the language switch comes without a frame, and nothing moves for it, for %s',
  async (pointer) => {
    const touch = (enabled: boolean) => cdp().send('Emulation.setTouchEmulationEnabled', { enabled });
    onTestFinished(async () => void (await touch(false)));
    await touch(pointer === 'fingers');
    expect(matchMedia('(pointer: coarse)').matches).toBe(pointer === 'fingers');
    begin();
    await button('Feedback').click();
    const switched = page.getByLabelText('Language');
    await expect.element(switched).toBeVisible();
    // The mouse rests where the launcher was.
    await userEvent.hover(switched);
    const select = switched.element();
    const frame = () => getComputedStyle(select).borderColor;
    expect(frame()).toBe('rgba(0, 0, 0, 0)');
    await Promise.all(select.getAnimations().map(({ finished }) => finished));
    expect(frame()).toBe('rgba(0, 0, 0, 0)');
    const foot = select.closest<HTMLElement>('.foot');
    const height = foot?.offsetHeight;
    foot?.replaceChildren();
    expect(foot?.offsetHeight).toBe(height);
  },
);

test('“received” is said once the server has said so, and not before', async () => {
  let acknowledge = () => {};
  const held = new Promise<void>((resolve) => {
    acknowledge = resolve;
  });
  answers['POST /conversations'] = async () => {
    await held;
    return json({ conversationId: 'c1', number: 12, messageId: 'm1' });
  };
  await write('The export does nothing');
  await button('Send').click();
  await vi.waitFor(() => expect(bodies('POST /conversations')).toHaveLength(1));
  await expect.element(page.getByText('Received', { exact: false })).not.toBeInTheDocument();
  acknowledge();
  await expect.element(page.getByRole('heading', { name: 'Received, number 12' })).toBeVisible();
  expect(bodies('POST /conversations')[0]).toMatchObject({
    kind: 'bug',
    body: 'The export does nothing',
    locale: 'en',
    context: { pageUrl: expect.stringContaining(`${location.origin}/`), timeZone: expect.any(String) },
  });
});

test('a message that must wait says how long, and can be discarded after a question', async () => {
  answers['POST /conversations'] = () =>
    json({ error: { code: 'rate_limited', message: '' } }, 429, { 'retry-after': '40' });
  await write('Too eager');
  await button('Send').click();
  await expect.element(page.getByRole('heading', { name: /Next try in (40|39) seconds/ })).toBeVisible();
  await button('Discard').click();
  await page.getByRole('alert').getByRole('button', { name: 'Discard' }).click();
  await expect.element(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
  await expect.element(page.getByText('not sent yet', { exact: false })).not.toBeInTheDocument();
});

test('what was refused goes back into the form, word for word', async () => {
  answers['POST /conversations'] = () => json({ error: { code: 'invalid_request', message: '' } }, 400);
  await write('Refused words');
  await button('Send').click();
  await button('Edit').click();
  await expect
    .element(page.getByLabelText('What happened, and what did you expect?'))
    .toHaveValue('Refused words');
});

test('an empty message is not sent; the field says why and gets the focus', async () => {
  begin().open('idea');
  await button('Send').click();
  await expect.element(page.getByText('Please write a few words first.')).toBeVisible();
  expect(inside()?.tagName).toBe('TEXTAREA');
  expect(bodies('POST /conversations')).toEqual([]);
});

test('a draft survives a reload, with its kind', async () => {
  begin().open('idea');
  await userEvent.fill(page.getByLabelText('What would you like to do?'), 'Dark mode');
  window.Hearback?.destroy();
  begin().open();
  await expect.element(page.getByRole('dialog', { name: 'Suggest an idea' })).toBeVisible();
  await expect.element(page.getByLabelText('What would you like to do?')).toHaveValue('Dark mode');
});

test('every fact that goes with a message can be read before', async () => {
  await write('x');
  await page.getByText('What is sent with it').click();
  await expect.element(page.getByText(`${location.origin}/`, { exact: false }).first()).toBeVisible();
  for (const fact of [navigator.userAgent, Intl.DateTimeFormat().resolvedOptions().timeZone]) {
    await expect.element(page.getByText(fact, { exact: true })).toBeVisible();
  }
});

test('an article that answers the question ends it without sending; each event is told once', async () => {
  begin().open('question');
  await userEvent.fill(page.getByLabelText('Your question'), 'how to export');
  await page.getByRole('button', { name: /Exporting a table/ }).click();
  await expect.element(page.getByText('Export', { exact: true })).toBeVisible();
  await button('Still ask').click();
  await page.getByRole('button', { name: /Exporting a table/ }).click();
  await button('This answered my question').click();
  await expect.element(page.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
  await vi.waitFor(() =>
    expect(bodies('POST /suggestion-events').map(({ outcome }) => outcome)).toEqual([
      'shown',
      'opened',
      'helped',
    ]),
  );
  expect(bodies('POST /conversations')).toEqual([]);
});

async function readToTheEnd() {
  begin().open('question');
  await userEvent.fill(page.getByLabelText('Your question'), 'how to export');
  await page.getByRole('button', { name: /Exporting a table/ }).click();
  await button('This answered my question').click();
}

test('who was helped is thanked, in words that are also spoken, and may ask something else', async () => {
  await readToTheEnd();
  const thanks = page.getByRole('heading', { name: 'Thank you for telling us' });
  await expect.element(thanks).toBeVisible();
  await vi.waitFor(() => expect(inside()?.textContent).toBe('Thank you for telling us'));
  await expect.element(page.getByRole('status')).toHaveTextContent('Thank you for telling us');
  await expect.element(page.getByLabelText('Your question')).not.toBeVisible();
  await button('Ask something else').click();
  await expect.element(page.getByLabelText('Your question')).toHaveValue('');
  expect(inside()?.tagName).toBe('TEXTAREA');
  await expect.element(thanks).not.toBeInTheDocument();
});

test('after the thanks the panel is closed, and opens at home again', async () => {
  await readToTheEnd();
  const thanks = page.getByRole('heading', { name: 'Thank you for telling us' });
  await expect.element(thanks).toBeVisible();
  await page.getByRole('dialog').getByText('Close', { exact: true }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await button('Feedback').click();
  await expect.element(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
  await expect.element(thanks).not.toBeInTheDocument();
});

test('a host that leads from an article to another form shows that form', async () => {
  begin().open('question');
  await userEvent.fill(page.getByLabelText('Your question'), 'how to export');
  await page.getByRole('button', { name: /Exporting a table/ }).click();
  await expect.element(button('Still ask')).toBeVisible();
  window.Hearback?.open('idea');
  await expect.element(page.getByLabelText('What would you like to do?')).toBeVisible();
  await expect.element(button('Back')).toBeVisible();
});

test('the language can be switched and is remembered', async () => {
  begin().open();
  await userEvent.selectOptions(page.getByLabelText('Language'), 'zh-CN');
  await expect.element(page.getByRole('heading', { name: '有什么可以帮你？' })).toBeVisible();
  window.Hearback?.destroy();
  begin('en').open();
  await expect.element(page.getByRole('dialog', { name: '反馈' })).toBeVisible();
});

/** Pastes a small picture into the text; the editor opens with it. */
async function pastePicture(): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.width = 40;
  canvas.height = 30;
  canvas.getContext('2d')?.fillRect(0, 0, 40, 30);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  await write('See this');
  const data = new DataTransfer();
  if (blob) data.items.add(new File([blob], 'a.png', { type: 'image/png' }));
  inside()?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  await expect.element(page.getByText('Private fields could not be covered', { exact: false })).toBeVisible();
}

test('the panel stays until the window for drawing has come: nothing else stands on the page meanwhile', async () => {
  const gaps: string[] = [];
  const watch = new MutationObserver(() => {
    const shadow = document.querySelector('hearback-widget')?.shadowRoot;
    const panel = shadow?.querySelector<HTMLElement>('.panel');
    if (panel?.hidden && !shadow?.querySelector('.editor-layer')) gaps.push(shadow?.textContent ?? '');
  });
  begin();
  const shadow = document.querySelector('hearback-widget')?.shadowRoot;
  if (shadow) watch.observe(shadow, { subtree: true, childList: true, attributes: true });
  await pastePicture();
  expect(gaps).toEqual([]);
  watch.disconnect();
});

test('a pasted picture is attached and can be removed', async () => {
  await pastePicture();
  await button('Use picture').click();
  await expect.element(button('Edit picture 1')).toBeVisible();
  await button('Remove picture 1').click();
  await expect.element(button('Edit picture 1')).not.toBeInTheDocument();
});

test('a pasted picture that is not wanted after all is not attached', async () => {
  await pastePicture();
  await button('Cancel').click();
  await expect.element(button('Add a screenshot')).toBeVisible();
  await expect.element(button('Edit picture 1')).not.toBeInTheDocument();
});

test('what was drawn can be undone after the picture is opened again, and goes along with a clean image', async () => {
  answers['POST /uploads'] = () => json({ uploadId: crypto.randomUUID(), url: null });
  const stage = () =>
    document.querySelector('hearback-widget')?.shadowRoot?.querySelector('[role=application]');
  const marks = () => stage()?.getAttribute('aria-label');
  await pastePicture();
  await vi.waitFor(() => expect(marks()).toMatch(/marks: 0/));
  const draw = async () => {
    await vi.waitFor(() => expect(inside()).toBe(stage()));
    await userEvent.keyboard('b{Enter}');
    await vi.waitFor(() => expect(marks()).toMatch(/marks: 1/));
  };
  await draw();
  await button('Use picture').click();
  await button('Edit picture 1').click();
  await vi.waitFor(() => expect(marks()).toMatch(/marks: 1/));
  await page.getByRole('button', { name: /^Undo/ }).click();
  await vi.waitFor(() => expect(marks()).toMatch(/marks: 0/));
  await draw();
  await button('Use picture').click();
  await expect.element(button('Edit picture 1')).toBeVisible();
  await button('Send').click();
  await vi.waitFor(() => expect(bodies('POST /conversations')).toHaveLength(1));
  expect(bodies('POST /uploads')).toHaveLength(2);
  expect(bodies('POST /conversations')[0]).toMatchObject({
    attachments: [
      {
        uploadId: expect.any(String),
        cleanUploadId: expect.any(String),
        annotation: { width: 40, height: 30, shapes: [{ kind: 'box' }] },
      },
    ],
  });
});
