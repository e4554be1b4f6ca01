// Surveys as an end user meets them: when their moment has come, never in his way, every answer kept.
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DueSurveys } from '../../../shared/domain/survey.ts';
import { openBrowser } from '../../support/browsers.ts';
import { superuser } from '../../support/callers.ts';
import { violations } from '../support/scan.ts';
import { eventually } from './eventually.ts';
import { conversationsOf } from './stored.ts';
import { keep, tokenHash, type Visit, visit, widgetOn } from './visit.ts';

let browser: Browser;
let visitor: Visit;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  visitor = await visit(browser, { clock: true });
});
afterEach(() => visitor?.context.close());

/** What the server keeps of what this browser was asked, oldest first. */
const kept = async (page: Page) =>
  superuser()`
    select s.slug, r.outcome, r.answers from public.responses r
    join public.surveys s on s.id = r.survey_id
    join public.visitor_tokens t on t.visitor_id = r.visitor_id
    where t.token_hash = ${await tokenHash(page)} order by r.created_at`.then((rows) => [...rows]);

/** Lets somebody stay on the page until the server is asked whether there is a question for him. */
async function stay(page: Page): Promise<DueSurveys> {
  const asked = page.waitForResponse((response) => response.url().endsWith('/surveys/due'));
  await page.clock.runFor(11_000);
  return (await asked).json();
}

/** Ten more seconds, in steps in which the page may work. */
async function wait(page: Page): Promise<void> {
  for (let step = 0; step < 5; step++) {
    await page.clock.runFor(2000);
    // What a timer has begun is done once the page answers.
    await page.evaluate(() => new Promise((resolve) => queueMicrotask(() => resolve(null))));
  }
}

/** Lets time pass until a card with that question is there. */
const comes = ({ page, widget }: Pick<Visit, 'page' | 'widget'>, text: string) =>
  eventually(async () => {
    await page.clock.runFor(2000);
    return widget.card.getByText(text, { exact: true }).isVisible();
  }).toBe(true);

/** The name of what has the focus, inside the widget where it is there. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent;
  });

const nps = 'How likely are you to recommend us to a friend or colleague?';
const reason = 'What is the main reason for your score?';

test('after a stay the NPS comes once, is answered by keyboard, kept answer by answer, and not asked again', async () => {
  const { page, widget, errors } = visitor;
  expect((await stay(page)).surveys.map(({ slug }) => slug)).toEqual(['nps', 'export']);
  await comes(visitor, nps);
  // The right to ask is the server's, before anything is seen.
  expect(await kept(page)).toEqual([{ slug: 'nps', outcome: 'shown', answers: {} }]);
  // It does not take the focus from what the visitor is doing.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');

  await widget.launcher.focus();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Not now');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('0 of 10: Not at all likely');
  for (let score = 0; score < 9; score++) await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('9 of 10');
  await page.keyboard.press('Enter');
  await widget.card.getByRole('textbox', { name: reason }).waitFor();
  // The score is kept even if nothing more comes.
  await eventually(() => kept(page)).toEqual([{ slug: 'nps', outcome: 'partial', answers: { score: 9 } }]);
  await page.keyboard.type('The exports save me an hour a day.');
  await page.keyboard.press('Control+Enter');
  await widget.card.getByText('Thank you.').waitFor();
  await eventually(() => kept(page)).toEqual([
    { slug: 'nps', outcome: 'answered', answers: { score: 9, reason: 'The exports save me an hour a day.' } },
  ]);
  expect(await focused(page)).toBe('Close');
  await page.keyboard.press('Enter');
  await eventually(() => widget.card.count()).toBe(0);

  // The browser remembers, so that the server need not be asked …
  let requests = 0;
  page.on('request', (request) => {
    if (request.url().includes('/surveys/')) requests += 1;
  });
  await page.reload();
  await widget.launcher.waitFor();
  await wait(page);
  await wait(page);
  expect(await widget.card.count()).toBe(0);
  // … but for the other survey that was due before: the server says no, and is not asked again.
  await page.evaluate(() => history.pushState(null, '', '/tables.html'));
  await page.evaluate(() => window.Hearback?.track('exported'));
  await eventually(async () => {
    await page.clock.runFor(2000);
    return requests;
  }).toBe(1);
  await wait(page);
  expect(await widget.card.count()).toBe(0);
  // It is the server that remembers, should the browser forget.
  for (const name of ['surveys', 'surveyAfter']) await keep(page, name, null);
  await page.goto(new URL('/index.html', page.url()).href);
  await widget.launcher.waitFor();
  expect(await stay(page)).toEqual({ surveys: [] });
  expect(await page.evaluate(() => window.Hearback?.ask('export'))).toBe(false);
  expect(await conversationsOf(await tokenHash(page))).toEqual([]);
  expect(errors).toEqual([]);
});

test('it waits while the panel is open and while somebody types, and comes afterwards; closed, it is dismissed', async () => {
  const { page, widget } = visitor;
  const search = page.locator('input[aria-label="Search"]').first();
  await search.focus();
  expect((await stay(page)).surveys).not.toEqual([]);
  await wait(page);
  await wait(page);
  expect(await widget.card.count()).toBe(0);

  await widget.launcher.click();
  await widget.panel.getByRole('heading', { name: 'How can we help?' }).waitFor();
  await wait(page);
  await wait(page);
  expect(await widget.card.count()).toBe(0);
  expect(await kept(page)).toEqual([]);

  await widget.panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('heading', { name: 'Dashboard' }).click();
  await comes(visitor, nps);
  await widget.card.getByRole('button', { name: 'Not now' }).click();
  await eventually(() => widget.card.count()).toBe(0);
  await eventually(() => kept(page)).toEqual([{ slug: 'nps', outcome: 'dismissed', answers: {} }]);
});

test('of two tabs one shows the card; what was answered there is kept though the tab is closed', async () => {
  const { page, context, widget } = visitor;
  const second = await context.newPage();
  await second.clock.install();
  await second.goto(page.url());
  const other = { page: second, widget: widgetOn(second) };
  await other.widget.launcher.waitFor();
  const cards = async () => (await widget.card.count()) + (await other.widget.card.count());
  await eventually(async () => {
    await Promise.all([page.clock.runFor(3000), second.clock.runFor(3000)]);
    return cards();
  }).toBe(1);
  await Promise.all([wait(page), wait(second)]);
  expect(await cards()).toBe(1);
  expect(await kept(page)).toHaveLength(1);

  const [shown, rest] = (await widget.card.count()) ? [visitor, other] : [other, visitor];
  await shown.widget.card.getByRole('button', { name: '3 of 10', exact: true }).click();
  await eventually(() => kept(rest.page)).toEqual([
    { slug: 'nps', outcome: 'partial', answers: { score: 3 } },
  ]);
  await shown.page.close();
  await wait(rest.page);
  expect(await rest.widget.card.count()).toBe(0);
  expect(await kept(rest.page)).toEqual([{ slug: 'nps', outcome: 'partial', answers: { score: 3 } }]);
});

test('on a phone in Chinese: asked for by the host, a branch, the way back, targets to be hit by thumbs', async () => {
  await visitor.context.close();
  visitor = await visit(browser, {
    language: 'zh-CN',
    viewport: { width: 320, height: 568 },
    hasTouch: true,
    isMobile: true,
  });
  const { page, widget, errors } = visitor;
  await page.evaluate(() => {
    Object.assign(window, { heard: [] });
    for (const type of ['survey-shown', 'survey-answered', 'survey-dismissed'])
      document.addEventListener(`hearback:${type}`, (event) => {
        if (event instanceof CustomEvent) Reflect.get(window, 'heard').push([type, event.detail]);
      });
  });
  expect(await page.evaluate(() => window.Hearback?.ask('export'))).toBe(true);
  const { card } = widget;
  const faults = () => violations(page, 'practice', { within: 'hearback-widget' });
  expect(await faults()).toEqual([]);
  await card.getByRole('button', { name: '做报告' }).tap();
  await card.getByText('导出过程容易吗？').waitFor();
  await card.getByText('第 2 题，共 3 题').waitFor();
  expect(await faults()).toEqual([]);
  const small = await card.evaluate((element) =>
    [...element.querySelectorAll('button')]
      .map((each) => each.getBoundingClientRect())
      .filter(({ width, height }) => width < 44 || height < 44),
  );
  expect(small).toEqual([]);
  const box = await card.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 320 && box.y + box.height <= 568 - 56).toBe(true);

  await card.getByRole('button', { name: '上一题' }).tap();
  await card.getByRole('button', { name: '其他', exact: true }).tap();
  await card.getByRole('textbox', { name: '还有什么想告诉我们的？' }).fill('想导出图片');
  await card.getByRole('button', { name: '提交' }).tap();
  await card.getByText('感谢你的反馈', { exact: false }).waitFor();
  expect(await faults()).toEqual([]);
  const answers = { goal: 'other', words: '想导出图片' };
  await eventually(() => kept(page)).toEqual([{ slug: 'export', outcome: 'answered', answers }]);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([
    ['survey-shown', { survey: 'export' }],
    ['survey-answered', { survey: 'export', answers: { goal: 'report' }, complete: false }],
    ['survey-answered', { survey: 'export', answers: { goal: 'other' }, complete: false }],
    ['survey-answered', { survey: 'export', answers, complete: true }],
  ]);
  expect(errors).toEqual([]);
});
