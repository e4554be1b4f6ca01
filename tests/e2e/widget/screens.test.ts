// Every view and state of the widget, in both languages and both themes: usable with aids, and in one language.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, places } from '../../support/browsers.ts';
import { superuser } from '../../support/callers.ts';
import { saidOf, violations } from '../support/scan.ts';
import { eventually } from './eventually.ts';
import { agent, answer, conversationsOf } from './stored.ts';
import { keep, tokenHash, type Visit, visit } from './visit.ts';
import { englishSentences, wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const within = 'hearback-widget';
const english = await englishSentences();

/** The English sentences of the catalogues that are to be seen or heard in the widget. */
const englishLeft = (page: Page) => saidOf(page, english, { within });

/** What axe finds in the widget, in both themes; the page goes on in the light one. */
async function violationsInBothThemes(page: Page): Promise<string[]> {
  const light = await violations(page, 'wcag', { within });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, 'wcag', { within });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light.map((each) => `light: ${each}`), ...dark.map((each) => `dark: ${each}`)];
}

describe.each([
  {
    language: 'en',
    text: 'The total is wrong.',
    question: 'I forgot my password',
    article: 'You cannot sign in',
    staff: 'It is mended. **Thank you**',
    score: 'How likely are you to recommend us to a friend or colleague?',
    reason: 'What is the main reason for your score?',
  },
  {
    language: 'zh-CN',
    text: '合计金额不对。',
    question: '忘记密码',
    article: '忘记密码',
    staff: '已经修复，谢谢！',
    score: '您有多大可能把我们推荐给朋友或同事？',
    reason: '您打这个分数的主要原因是什么？',
  },
] as const)('in $language', ({ language, text, question, article, staff, score, reason }) => {
  const words = wordsOf(language);
  let visitor: Visit;
  beforeAll(async () => {
    visitor = await visit(browser, { language, clock: true });
    // The NPS question comes when it is its turn.
    await keep(visitor.page, 'surveyAfter', `${Date.now() + 24 * 3600_000}`);
  });
  afterAll(() => visitor?.context.close());

  /** Holds the screen that stands now to the rules. */
  async function hold(screen: string): Promise<void> {
    const { page } = visitor;
    expect.soft(await violationsInBothThemes(page), screen).toEqual([]);
    if (language !== 'en') expect.soft(await englishLeft(page), screen).toEqual([]);
  }
  const button = (name: string | RegExp, exact = false) =>
    visitor.widget.panel.getByRole('button', { name, exact });
  const heading = (name: string | RegExp) => visitor.widget.panel.getByRole('heading', { name }).waitFor();
  const back = () => button(words.app('back'), true).click();

  test('launcher, home and the empty list of conversations', async () => {
    const { widget } = visitor;
    await hold('launcher');
    await widget.launcher.click();
    await heading(words.app('homeTitle'));
    await hold('home');
    await button(words.app('conversations')).click();
    await widget.panel.getByText(words.conversations('emptyTitle')).waitFor();
    await hold('no conversations');
    await back();
  });

  test('the three forms, what is sent with them, and what is wrong with them', async () => {
    const { page, widget } = visitor;
    for (const kind of ['idea', 'question', 'bug'] as const) {
      await button(words.app(kind)).click();
      await widget.panel.getByLabel(words.app(`${kind}Text`)).waitFor();
      await widget.panel.locator('details').evaluate((details: HTMLDetailsElement) => {
        details.open = true;
      });
      await widget.panel.locator('.facts').waitFor();
      await hold(`${kind}, what is sent with it`);
      if (kind !== 'bug') await back();
    }
    await widget.panel.getByLabel(words.app('email')).fill('nobody');
    await button(words.app('send'), true).click();
    await widget.panel.getByText(words.app('textMissing')).waitFor();
    await widget.panel.getByText(words.context('emailWrong')).waitFor();
    await hold('form with errors');
    await widget.panel.getByLabel(words.app('email')).fill('');
    await widget.text.fill('x'.repeat(4900));
    await widget.panel.getByText(words.app('textLeft', { count: 100 })).waitFor();
    await hold('form, little room left');
    await widget.text.fill(text);
    // The widget speaks as the browser prefers; the page around it goes on in its own language.
    expect(await widget.host.locator('[lang]').first().getAttribute('lang')).toBe(language);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  test('the window for drawing, and the picture beside the text', async () => {
    const { page, widget } = visitor;
    await button(words.app('capture')).click();
    await widget.editor.getByRole('heading', { name: words.picture('title') }).waitFor();
    await widget.editor.locator('.hb-annotate-stage').focus();
    await page.keyboard.press('Enter');
    await widget.editor.locator(`[aria-label="${words.annotate('picture', { count: 1 })}"]`).waitFor();
    await hold('drawing');
    await widget.editor.getByRole('button', { name: words.picture('use') }).click();
    await button(words.picture('edit', { count: 1 })).waitFor();
    await hold('form with a picture');
  });

  test('waiting, discarding, sent', async () => {
    const { context, widget } = visitor;
    const asked = widget.panel.getByText(words.sending('discardQuestion'));
    await context.setOffline(true);
    await button(words.app('send'), true).click();
    await widget.panel.getByText(words.sending('offline')).first().waitFor();
    await hold('waiting');
    await button(words.sending('discard')).click();
    await asked.waitFor();
    // A try to send that begins meanwhile does not take the question away.
    await button(words.sending('retry')).click();
    await asked.waitFor();
    await hold('asked whether to discard');
    await back();
    await button(words.later('waitingItems', { count: 1 })).waitFor();
    await hold('home while something waits');
    await button(words.later('waitingItems', { count: 1 })).click();
    await context.setOffline(false);
    await heading(new RegExp(words.sending('sentAs', { number: '\\d+' })));
    await hold('sent');
    await button(words.sending('open')).click();
    await widget.panel.getByText(text).waitFor();
    await hold('thread with a picture');
  });

  test('unread answers, the list, the thread, a reply that waits, a closed conversation', async () => {
    const { context, page, widget } = visitor;
    await back();
    const [conversation] = await conversationsOf(await tokenHash(page));
    const id = conversation?.id ?? '';
    await answer(await agent(), id, staff);
    const row = widget.panel.getByRole('listitem').getByRole('button');
    await eventually(async () => {
      await page.clock.runFor(10_000);
      return widget.launcher.getAttribute('aria-label');
    }).toContain(words.badge('unread', { count: 1 }));
    await row.getByText(staff).waitFor();
    await hold('conversations, one with an answer');
    await widget.panel.getByRole('button', { name: words.app('close'), exact: true }).click();
    await eventually(() => widget.badge.isVisible()).toBe(true);
    await hold('launcher with a badge');
    await widget.launcher.click();
    await row.click();
    await widget.panel.getByRole('listitem').nth(1).waitFor();
    await hold('thread with an answer');
    await context.setOffline(true);
    await widget.text.fill(text);
    await button(words.conversations('send'), true).click();
    await button(words.conversations('unsentWaiting')).waitFor();
    await hold('thread with a reply that waits');
    await context.setOffline(false);
    await widget.panel.getByRole('listitem').nth(2).locator('time').waitFor();
    await superuser()`update public.conversations set status = 'closed' where id = ${id}`;
    await eventually(async () => {
      await page.clock.runFor(10_000);
      return widget.panel.getByText(words.conversations('closedUntil').split('{date}')[0] ?? '').count();
    }).toBe(1);
    await hold('closed conversation');
  });

  test('articles that are offered, one of them, and the thanks', async () => {
    const { widget } = visitor;
    await back();
    await back();
    await button(words.app('question')).click();
    await widget.text.fill(question);
    await heading(words.articles('heading'));
    await hold('offered articles');
    await button(article).first().click();
    await widget.panel.locator('.prose :first-child').first().waitFor();
    await hold('article');
    await button(words.articles('helped')).click();
    await heading(words.articles('thanks'));
    await hold('thanks for saying that it helped');
    await widget.panel.getByText(words.articles('close'), { exact: true }).click();
    await eventually(() => widget.panel.isVisible()).toBe(false);
  });

  test('the NPS question, the reason, the thanks', async () => {
    const { page, widget } = visitor;
    await keep(page, 'surveyAfter', null);
    await page.reload();
    await widget.launcher.waitFor();
    await eventually(async () => {
      await page.clock.runFor(5000);
      return widget.card.getByText(score, { exact: true }).isVisible();
    }).toBe(true);
    await hold('NPS question');
    await widget.card.getByRole('button', { name: words.survey('point', { score: 7, max: 10 }) }).click();
    await widget.card.getByRole('textbox', { name: reason }).waitFor();
    await hold('NPS reason');
    await widget.card.getByRole('button', { name: words.survey('send'), exact: true }).click();
    await widget.card.getByText(words.survey('thanks')).waitFor();
    await hold('NPS thanks');
    await widget.card.getByRole('button', { name: words.survey('done'), exact: true }).click();
  });

  test('a refusal, and a widget that cannot be fetched', async () => {
    const { page, widget } = visitor;
    await page.route('**/functions/v1/widget/conversations', (route) =>
      // Another project's key: the real server's own refusal.
      route.continue({
        headers: { ...route.request().headers(), 'x-hearback-project': 'pk_nobody_00000000' },
      }),
    );
    await widget.launcher.click();
    await button(words.app('idea')).click();
    await widget.text.fill(text);
    await button(words.app('send'), true).click();
    await heading(words.sending('refused'));
    await hold('refused');
    await page.route('**/hearback/chunks/app-*', (route) => route.abort());
    await page.goto(`${places().demoUrl}/index.html`);
    await widget.launcher.click();
    await widget.host.getByText(words.launcher('failed')).waitFor();
    await hold('could not be opened');
    expect(visitor.errors).toEqual([]);
  });
});

test('a language chosen in the panel holds at once and on the next page', async () => {
  const { context, page, widget } = await visit(browser);
  await widget.launcher.click();
  await widget.panel.getByRole('heading', { name: 'How can we help?' }).waitFor();
  expect(await englishLeft(page)).toContain('How can we help?');
  await widget.panel.getByLabel('Language').selectOption('zh-CN');
  await widget.panel.getByRole('heading', { name: '有什么可以帮你？' }).waitFor();
  expect(await englishLeft(page)).toEqual([]);
  await page.goto(`${places().demoUrl}/tables.html`);
  await widget.launcher.click();
  await widget.panel.getByRole('heading', { name: '有什么可以帮你？' }).waitFor();
  expect(await widget.launcher.textContent()).toContain('反馈');
  await context.close();
});
