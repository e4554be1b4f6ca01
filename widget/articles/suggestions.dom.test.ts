import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../app/main.tsx';
import { type TestCore, testCore } from '../client/test-core.ts';

const article = (number: number, title: string) => ({
  id: `5e4a1c0e-0001-4000-8000-00000000000${number}`,
  title,
  excerpt: 'Press Export.',
  locale: 'en',
});
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

let on: TestCore;
let turn = 0;
/** Every search, as it was asked, and whether it was given up. */
let searches: { q: string; signal: AbortSignal | null | undefined }[];
let told: { outcome: string }[];
let find: () => Promise<Response>;

beforeEach(async () => {
  localStorage.clear();
  turn += 1;
  searches = [];
  told = [];
  find = async () => json({ articles: [article(1, 'Exporting a table'), article(2, 'Exporting a chart')] });
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replace('/functions/v1/widget', '');
    if (path === '/articles') {
      searches.push({ q: searchParams.get('q') ?? '', signal: init.signal });
      return find();
    }
    if (path.startsWith('/articles/'))
      return json({
        ...article(1, 'x'),
        body: '## Steps\n\nPress **Export**.',
        updatedAt: '2026-11-01T10:00:00Z',
      });
    if (path === '/suggestion-events') told.push(JSON.parse(String(init.body)));
    return json({});
  });
  on = testCore({ project: `pk_ask_${Date.now()}_${turn}` });
  (await mount(on.core)).open('question');
});
afterEach(() => {
  on.end();
  vi.unstubAllGlobals();
});

const text = () => page.getByLabelText('Your question');
const first = () => page.getByRole('button', { name: /Exporting a table/ });
const focused = () => on.core.shadow.activeElement;
const ask = (question = 'how to export') => userEvent.fill(text(), question);

test('arrows lead from the end of the text into the articles and back; how many there are is said', async () => {
  await ask();
  await expect.element(first()).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('2 articles may help');
  await userEvent.click(text());
  await userEvent.keyboard('{End}{ArrowDown}');
  expect(focused()).toBe(first().element());
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()?.textContent).toContain('Exporting a chart');
  await userEvent.keyboard('{Home}{ArrowUp}');
  expect(focused()?.tagName).toBe('TEXTAREA');
  // Within the text the arrow moves the cursor, as anywhere.
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowDown}');
  expect(focused()?.tagName).toBe('TEXTAREA');
});

test('a newer text gives up the search for the older one, and its answer is not shown', async () => {
  let answer = (_: Response) => {};
  find = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  await ask('how to exp');
  await vi.waitFor(() => expect(searches).toHaveLength(1));
  const late = answer;
  find = async () => json({ articles: [article(3, 'Something else')] });
  await ask('how to import');
  await expect.element(page.getByRole('button', { name: /Something else/ })).toBeVisible();
  expect(searches.map(({ q, signal }) => [q, signal?.aborted])).toEqual([
    ['how to exp', true],
    ['how to import', false],
  ]);
  late(json({ articles: [article(1, 'Exporting a table')] }));
  await expect.element(page.getByRole('button', { name: /Something else/ })).toBeVisible();
  await expect.element(first()).not.toBeInTheDocument();
});

test('a slow search is spoken of quietly; one that fails says nothing and keeps the text', async () => {
  let fail = (_: Error) => {};
  find = () =>
    new Promise((_, reject) => {
      fail = reject;
    });
  await ask();
  await expect.element(page.getByText('Looking for articles', { exact: false })).toBeVisible();
  fail(new TypeError('no network'));
  await expect.element(page.getByText('Looking for articles', { exact: false })).not.toBeInTheDocument();
  await expect.element(text()).toHaveValue('how to export');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('fewer than three letters or two Chinese characters are not searched for', async () => {
  await ask('ex');
  await ask('退');
  await ask('退款');
  await vi.waitFor(() => expect(searches.map(({ q }) => q)).toEqual(['退款']));
});

test('what was read is marked, told to the page, and goes along: “Still ask” leads to the button that sends', async () => {
  await ask();
  await first().click();
  await expect.element(page.getByRole('heading', { name: 'Steps', level: 4 })).toBeVisible();
  expect(on.heard).toContainEqual({
    type: 'article-opened',
    detail: { id: article(1, '').id, title: 'Exporting a table' },
  });
  await page.getByRole('button', { name: 'Still ask' }).click();
  await vi.waitFor(() => expect(focused()?.textContent).toBe('Send'));
  expect(first().element().textContent).toMatch(/Read$/);
  await expect.element(text()).toHaveValue('how to export');
});

test('there is one way back from an article: to the question, with the focus where the reading began', async () => {
  const back = page.getByRole('button', { name: /^Back/ });
  await ask();
  for (const leave of [() => back.click(), () => userEvent.keyboard('{Escape}')]) {
    await first().click();
    await expect.element(page.getByRole('heading', { name: 'Steps' })).toBeVisible();
    await expect.element(back).toHaveAccessibleName('Back to the question');
    // Escape also from beside the article.
    on.core.shadow.querySelector<HTMLElement>('h2')?.focus();
    await leave();
    await vi.waitFor(() => expect(focused()).toBe(first().element()));
    await expect.element(text()).toHaveValue('how to export');
    await expect.element(back).toHaveAccessibleName('Back');
  }
  await back.click();
  await expect.element(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
});

test('who was helped has an empty form, and his question back if he was not', async () => {
  await ask();
  await first().click();
  await page.getByRole('button', { name: 'This answered my question' }).click();
  await expect.element(page.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
  await page.getByRole('button', { name: /give me my question back/ }).click();
  await expect.element(text()).toHaveValue('how to export');
  expect(told.map(({ outcome }) => outcome)).toEqual(['shown', 'shown', 'opened', 'helped']);
});
