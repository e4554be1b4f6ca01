// What the FAQ offers to whoever types, in English and in Chinese.
import { beforeAll, describe, expect, test } from 'vitest';
import { superuser } from '../support/callers.ts';
import { newCaller, newProject, type Project } from './rows.ts';

const articles = {
  bills: [
    'en',
    'Exporting your bills',
    'Open Settings, then Bills, and choose CSV. The file holds every bill of the year.',
  ],
  password: ['en', 'Reset a forgotten password', 'We send a link to your address. It works for an hour.'],
  invite: ['en', 'Invite your team', 'Everybody who is invited gets a mail. Bills stay with the owner.'],
  账单: ['zh-CN', '如何导出账单', '打开设置，选择账单，再点击导出。支持 CSV 和 PDF 两种格式。'],
  密码: ['zh-CN', '忘记密码怎么办', '点击登录页上的“忘记密码”，我们会发送重置链接。'],
  发票: ['zh-CN', '申请发票', '在账单页面申请，三个工作日内开具。'],
  退款: ['zh-CN', '退款说明', '七天之内可以退款。原路退回。'],
} as const;

let project: Project;

beforeAll(async () => {
  const sql = superuser();
  project = await newProject(sql);
  for (const [locale, title, body] of Object.values(articles)) {
    await sql`insert into public.articles (project_id, locale, title, body, status)
      values (${project.id}, ${locale}, ${title}, ${body}, 'published')`;
  }
  await sql`insert into public.articles (project_id, locale, title, body)
    values (${project.id}, 'en', 'Bills, a draft', 'Not yet for everybody.')`;
});

/** Titles that are offered, best first. */
async function offered(typed: string, locale = 'en'): Promise<string[]> {
  const sql = superuser();
  const [row] = await sql<{ answer: { articles: { title: string }[] } }[]>`
    select public.widget_suggest(${sql.json(newCaller(project))}, ${typed}, ${locale}) as answer`;
  return (row?.answer.articles ?? []).map(({ title }) => title);
}

describe('English', () => {
  test.each([
    ['a stem', 'export bill', 'Exporting your bills'],
    ['another form', 'exported', 'Exporting your bills'],
    ['the start of a word', 'passw', 'Reset a forgotten password'],
    ['a question typed in full', 'How can I export the bills of my team?', 'Exporting your bills'],
    ['capitals and full-width letters', 'ＰＡＳＳＷＯＲＤ', 'Reset a forgotten password'],
  ])('%s', async (_, typed, first) => {
    expect((await offered(typed))[0]).toBe(first);
  });

  test.each(['the', 'how do I', 'a', 'b', 'ex', 'in', '?', '   '])('%j finds nothing', async (typed) => {
    expect(await offered(typed)).toEqual([]);
  });

  test('a short common word is no start of a longer one', async () => {
    expect(await offered('is it in or to do my on')).toEqual([]);
  });

  test('a draft is not offered', async () => {
    expect(await offered('bills draft')).not.toContain('Bills, a draft');
  });
});

describe('Chinese', () => {
  test.each([
    ['two characters in the middle of a sentence', '导出', '如何导出账单'],
    ['two characters at the end', '密码', '忘记密码怎么办'],
    ['one character', '退', '退款说明'],
    ['the last character of a run', '票', '申请发票'],
    ['a sentence typed in full', '怎么导出账单?', '如何导出账单'],
    ['a sentence with other words between', '请问我的账单要怎样才能导出呢', '如何导出账单'],
    ['mixed with Latin letters', 'PDF导出', '如何导出账单'],
    ['full-width Latin letters', 'ＰＤＦ', '如何导出账单'],
  ])('%s: %s', async (_, typed, first) => {
    expect((await offered(typed, 'zh-CN'))[0]).toBe(first);
  });

  test('words that stand in every question find nothing', async () => {
    for (const typed of ['怎么', '如何', '请问', '的', '为什么'])
      expect(await offered(typed, 'zh-CN')).toEqual([]);
  });

  test('an article about it comes before one that mentions it', async () => {
    const found = await offered('账单', 'zh-CN');
    expect(found[0]).toBe('如何导出账单');
    expect(found).toContain('申请发票');
  });

  test('one common pair of a long question is no answer', async () => {
    expect(await offered('怎么导出账单', 'zh-CN')).not.toContain('忘记密码怎么办');
  });
});

test("articles of the reader's language come first, others after them", async () => {
  expect(await offered('csv', 'zh-CN')).toEqual(['如何导出账单', 'Exporting your bills']);
  expect(await offered('csv', 'en')).toEqual(['Exporting your bills', '如何导出账单']);
});

test.each([
  "'&|!()`:* \\",
  "bill' & 'x",
  "bill':* | !'a",
  '\\\\bill\\',
  "E'\\''",
  'bill <-> export',
  '((((((((',
  '"unclosed',
  '%_%',
  '🙂🙂',
  '𠮷野家',
  '\u200b\u202e\ufeff',
  'https://example.com/a?b=c&d=e#f',
  'x'.repeat(200),
  '导'.repeat(200),
  'foo@bar.example well-known 12,345.67 -1e10 C:\\temp',
])('hostile input is a search like any other: %j', async (typed) => {
  expect(Array.isArray(await offered(typed))).toBe(true);
});

test('an article may hold words of any length', async () => {
  const sql = superuser();
  const own = await newProject(sql);
  for (const body of [
    'x'.repeat(50_000),
    '导出账单'.repeat(12_500),
    `![a](data:image/png;base64,${'iVBOR'.repeat(9000)})`,
  ]) {
    await sql`insert into public.articles (project_id, locale, title, body, status)
      values (${own.id}, 'en', 'Long', ${body}, 'published')`;
  }
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from public.articles where project_id = ${own.id}`;
  expect(row?.count).toBe(3);
});

test('the search goes by its index', async () => {
  const sql = superuser();
  const plan = await sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`;
    return tx`explain select id from public.articles where search @@ private.search_query('导出账单')`;
  });
  expect(JSON.stringify(plan)).toContain('articles_search');
});

test('an excerpt is prose: neither marks of Markdown nor the rules of a table stand in it', async () => {
  const sql = superuser();
  const own = await newProject(sql);
  const body =
    '## Roles\n\n| Role | May |\n|------|:---:|\n| Owner | **all** of [it](https://a.example)**;** `x` |\n\n---\nA well-known list.';
  await sql`insert into public.articles (project_id, locale, title, body, status)
    values (${own.id}, 'en', 'Roles', ${body}, 'published')`;
  const [row] = await sql<{ answer: { articles: { excerpt: string }[] } }[]>`
    select public.widget_suggest(${sql.json(newCaller(own))}, 'roles', 'en') as answer`;
  expect(row?.answer.articles[0]?.excerpt).toBe('Roles Role May Owner all of it; x A well-known list.');
});
