// From an answer to an article that the widget offers: written, previewed, published and found in both languages.
import type { Page } from 'playwright';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Visitor } from '../../functions/visitor.ts';
import { newWorkspace, superuser, type Workspace } from '../../support/callers.ts';
import { addressOf, openInboxes, soon } from './pages.ts';
import { startConversation } from './visitors.ts';

const inboxes = openInboxes();
let workspace: Workspace;
let page: Page;

beforeAll(async () => {
  workspace = await newWorkspace();
});
// Unsaved texts hold the way to other screens: each test has a page of its own.
beforeEach(async () => {
  page = await inboxes.open(workspace.people.agent, '#/articles');
});
afterEach(async () => {
  await page.close();
});

const title = () => page.getByRole('textbox', { name: 'Title' });
const body = () => page.getByRole('textbox', { name: 'Text' });
const preview = () => page.getByRole('region', { name: 'Preview' });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

/** What the widget offers to somebody who types `query`. */
async function offered(query: string, locale: string): Promise<string[]> {
  const search = new URLSearchParams({ q: query, locale });
  const answer = await new Visitor(workspace.projectKey).get(`/articles?${search}`);
  return (answer.body as { articles: { title: string }[] }).articles.map((one) => one.title);
}

const storedArticle = async (id: string) => {
  const [found] = await superuser()<
    { title: string; status: string; locale: string; body: string; source_message_id: string | null }[]
  >`select title, status, locale, body, source_message_id from public.articles where id = ${id}`;
  return found;
};
const idInAddress = async () => {
  await page.waitForURL(/#\/articles\/[0-9a-f-]{36}$/);
  return page.url().slice(-36);
};

test('an article from scratch is a draft nobody is offered, then published, then offered', async () => {
  await page.getByText('No articles yet').waitFor();
  await page.getByRole('link', { name: 'New article' }).first().click();
  await title().fill('Exporting your invoices');
  await body().fill(
    '# How\n\nOpen **Billing**, then [export](https://example.com/export).\n\n- once\n- twice',
  );
  await preview().getByRole('heading', { name: 'How', exact: true }).waitFor();
  expect(await preview().locator('strong').textContent()).toBe('Billing');
  expect(await preview().getByRole('listitem').allTextContents()).toEqual(['once', 'twice']);
  expect(await preview().getByRole('link', { name: 'export' }).getAttribute('rel')).toContain('noopener');

  await press('Save draft');
  const id = await idInAddress();
  expect(await storedArticle(id)).toMatchObject({ status: 'draft', locale: 'en', source_message_id: null });
  expect(await offered('how can I export an invoice', 'en')).toEqual([]);

  await press('Publish');
  await page.getByText('Article published: the widget offers it from now on').waitFor();
  expect(await offered('how can I export an invoice', 'en')).toEqual(['Exporting your invoices']);

  await press('Unpublish');
  await page.getByText('Article unpublished: it is a draft again').waitFor();
  expect(await offered('how can I export an invoice', 'en')).toEqual([]);
});

test('a Chinese article made from an answer is offered for two characters', async () => {
  const { id, visitor } = await startConversation(workspace.projectKey, '怎么导出账单？财务要用。', {
    locale: 'zh-CN',
  });
  await page.goto(addressOf(`#/inbox/${id}`));
  await page.getByRole('textbox', { name: 'Write a reply' }).fill('打开「账单」页面，点击右上角的**导出**。');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: 'Make an article from this answer' }).click();
  await page.getByRole('heading', { name: 'New article' }).waitFor();
  await soon(() => title().inputValue()).toBe('怎么导出账单？');
  expect(await body().inputValue()).toBe('打开「账单」页面，点击右上角的**导出**。');
  expect(await page.getByRole('combobox', { name: 'Language' }).inputValue()).toBe('zh-CN');
  expect(await preview().locator('strong').textContent()).toBe('导出');

  await press('Publish');
  await page.getByText('Article published: the widget offers it from now on').waitFor();
  const [source] = await superuser()<{ id: string }[]>`
    select id from public.messages where conversation_id = ${id} and author = 'member'`;
  expect(await storedArticle(await idInAddress())).toMatchObject({
    status: 'published',
    locale: 'zh-CN',
    source_message_id: source?.id,
  });
  expect(await offered('账单', 'zh-CN')).toEqual(['怎么导出账单？']);
  expect(await offered('发票', 'zh-CN')).toEqual([]);

  const search = new URLSearchParams({ q: '账单', locale: 'zh-CN' });
  const found = (await visitor.get(`/articles?${search}`)).body as { articles: { id: string }[] };
  const read = await visitor.get(`/articles/${found.articles[0]?.id}`);
  expect(read.body).toMatchObject({ body: '打开「账单」页面，点击右上角的**导出**。' });
});

test('scripts, handlers and javascript: links in Markdown do nothing', async () => {
  await page.goto(addressOf('#/articles/new'));
  await title().fill('<img src=x onerror="window.hacked = 1">');
  await body().fill(
    [
      '<script>window.hacked = 1</script>',
      '<img src="x" onerror="window.hacked = 1">',
      '<iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>',
      '[press me](javascript:window.hacked=1)',
      '[or me](data:text/html,<script>1</script>)',
      '![picture](javascript:window.hacked=1)',
      '<a href="javascript:window.hacked=1" onclick="window.hacked=1">or me</a>',
      'the end',
    ].join('\n\n'),
  );
  await preview().getByText('the end').waitFor();
  await preview().getByText('<script>window.hacked = 1</script>').waitFor();
  for (const words of await preview().getByText('press me').all()) await words.click();
  const found = await preview().evaluate((box) => {
    const all = [...box.querySelectorAll('*')];
    return {
      tags: all.map((one) => one.localName).filter((tag) => /script|iframe|object|embed|style/.test(tag)),
      handlers: all.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on'))),
      addresses: all
        .flatMap((one) => [one.getAttribute('href'), one.getAttribute('src')])
        .filter((address) => address !== null && !/^https?:/.test(address)),
    };
  });
  expect(found).toEqual({ tags: [], handlers: [], addresses: [] });
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('what is not saved is not lost by a wrong press', async () => {
  await page.getByRole('link', { name: 'New article' }).first().click();
  await press('Publish');
  await page.getByText('Write something here.').first().waitFor();
  await title().fill('Half a thought');
  await page.getByText('Unsaved changes').waitFor();
  await page.getByRole('link', { name: 'NPS' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Keep editing' }).click();
  expect(await title().inputValue()).toBe('Half a thought');
  await page.getByRole('link', { name: 'NPS' }).click();
  await question.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByRole('heading', { name: 'NPS', level: 1 }).waitFor();
});

test('articles are found by a part of their title, and deleted after a question', async () => {
  await page.goto(addressOf('#/articles/new'));
  await title().fill('100 % sure?');
  await body().fill('Yes.');
  await press('Save draft');
  const id = await idInAddress();
  await page.getByRole('link', { name: 'Back to the articles' }).click();
  const search = page.getByRole('searchbox', { name: 'Search titles' });
  await search.fill('0 %');
  await soon(() => page.locator('tbody tr').count()).toBe(1);
  await search.fill('no such words');
  await page.getByText('No title matches').waitFor();
  await search.fill('sure');
  await page.getByRole('link', { name: '100 % sure?' }).click();
  await press('Delete');
  const question = page.getByRole('dialog', { name: 'Delete this article?' });
  await question.getByText('“100 % sure?”').waitFor();
  await question.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Article deleted').waitFor();
  expect(await storedArticle(id)).toBeUndefined();
  await page.waitForURL(/#\/articles$/);
});

test('a product manager reads articles and cannot write them', async () => {
  const reader = await inboxes.open(workspace.people.pm, '#/articles');
  await reader
    .getByText('As a product manager you can read articles. Agents and admins write them.')
    .waitFor();
  expect(await reader.getByRole('link', { name: 'New article' }).count()).toBe(0);
  await reader.getByRole('link', { name: '怎么导出账单？' }).click();
  await reader.getByRole('textbox', { name: 'Title' }).waitFor();
  expect(await reader.getByRole('button', { name: /Save|Publish|Unpublish|Delete/ }).count()).toBe(0);
  expect(await reader.getByRole('textbox', { name: 'Title' }).isEditable()).toBe(false);
  await reader.close();
});
