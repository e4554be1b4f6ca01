// Articles offered while a question is typed: an answer found there spares the question.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { eventually } from './eventually.ts';
import { conversationsOf, suggestionsFor } from './stored.ts';
import { tokenHash, type Visit, visit } from './visit.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each([
  {
    language: 'en',
    typed: 'I forgot my password and cannot sign in',
    article: 'You cannot sign in or forgot your password',
    says: 'Open the link in the mail within one hour.',
  },
  {
    // Two characters are enough.
    language: 'zh-CN',
    typed: '密码',
    article: '忘记密码、无法登录怎么办',
    says: '一小时内打开邮件里的链接',
  },
] as const)('a question in $language', ({ language, typed, article, says }) => {
  const words = wordsOf(language);
  let visitor: Visit;
  beforeAll(async () => {
    visitor = await visit(browser, { language });
  });
  afterAll(() => visitor?.context.close());

  /** Types the question, with a word of its own so that its events can be told from others'. */
  async function ask(question: string): Promise<void> {
    const { widget } = visitor;
    await widget.launcher.click();
    await widget.panel.getByRole('button', { name: words.app('question') }).click();
    await widget.text.pressSequentially(question);
  }
  const open = async () => {
    await visitor.widget.panel.getByRole('button', { name: article }).click();
    await visitor.widget.panel.getByRole('heading', { name: article }).waitFor();
  };
  const outcomes = async (query: string) =>
    (await suggestionsFor(query)).filter(({ title }) => title === article).map(({ outcome }) => outcome);

  test('is answered by an article: nothing is sent, and that it helped is kept', async () => {
    const { page, widget } = visitor;
    const before = await outcomes(typed);
    await ask(typed);
    await open();
    await widget.panel.getByText(says).waitFor();
    await widget.panel.getByRole('button', { name: words.articles('helped') }).click();
    await widget.panel.getByRole('heading', { name: words.articles('thanks') }).waitFor();
    await widget.panel.getByText(words.articles('close'), { exact: true }).click();
    await eventually(() => widget.panel.isVisible()).toBe(false);
    await eventually(async () => (await outcomes(typed)).slice(before.length).sort()).toEqual([
      'helped',
      'opened',
      'shown',
    ]);
    expect(await conversationsOf(await tokenHash(page))).toEqual([]);
    // Nothing waits to be sent either, and the question is gone from the form.
    await widget.launcher.click();
    await widget.panel.getByRole('heading', { name: words.app('homeTitle') }).waitFor();
    await widget.panel.getByRole('button', { name: words.app('question') }).click();
    expect(await widget.text.inputValue()).toBe('');
    await page.keyboard.press('Escape');
  });

  test('is still asked: the text is there as typed, it arrives, and what was offered in vain is kept', async () => {
    const { page, widget } = visitor;
    const before = await outcomes(typed);
    await page.reload();
    await ask(typed);
    await open();
    await widget.panel.getByRole('button', { name: words.articles('stillAsk') }).click();
    expect(await widget.text.inputValue()).toBe(typed);
    await eventually(() =>
      widget.host.evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.textContent),
    ).toBe(words.app('send'));
    await page.keyboard.press('Enter');
    await widget.panel.getByRole('heading', { name: words.sending('sentAs', { number: '' }) }).waitFor();
    const conversations = await conversationsOf(await tokenHash(page));
    expect(conversations).toMatchObject([
      { kind: 'question', locale: language, messages: [{ author: 'visitor', body: typed }] },
    ]);
    await eventually(async () => (await outcomes(typed)).slice(before.length).sort()).toEqual([
      'opened',
      'shown',
      'submitted_anyway',
    ]);
  });
});

test('what no article answers is asked without a detour', async () => {
  const visitor = await visit(browser);
  const { page, widget } = visitor;
  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: 'Ask a question' }).click();
  const searched = page.waitForResponse((response) => response.url().includes('/articles?'));
  await widget.text.fill('Xylophone quokka zeppelin');
  expect(await (await searched).json()).toEqual({ articles: [] });
  expect(await widget.panel.getByRole('heading', { name: 'These may answer it' }).count()).toBe(0);
  await visitor.context.close();
});
