// The NPS question: once, after a stay, never in somebody's way.
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { eventually } from './eventually.ts';
import { conversationsOf, responsesOf } from './stored.ts';
import { keep, tokenHash, type Visit, visit } from './visit.ts';

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

/** Lets somebody stay on the page until the server is asked whether there is a question for him. */
async function stay(page: Page): Promise<{ survey: { delaySeconds: number } | null }> {
  const asked = page.waitForResponse((response) => response.url().endsWith('/surveys/due'));
  await page.clock.runFor(10_000);
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

const question = 'How likely are you to recommend this product to a friend or colleague?';

test('after a stay it is asked once, answered by keyboard, kept, and not asked again', async () => {
  const { page, widget, errors } = visitor;
  expect((await stay(page)).survey).toMatchObject({ delaySeconds: 12 });
  await eventually(async () => {
    await page.clock.runFor(2000);
    return widget.card.getByText(question).isVisible();
  }).toBe(true);
  await eventually(async () => responsesOf(await tokenHash(page))).toEqual([
    { outcome: 'shown', score: null, comment: null },
  ]);
  // It does not take the focus from what the visitor is doing.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');

  await widget.launcher.focus();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Not now');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('0 of 10');
  for (let score = 0; score < 9; score++) await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('9 of 10');
  await page.keyboard.press('Enter');
  await widget.card.getByLabel('What is the main reason for your score?').waitFor();
  // The score is kept even if nothing more comes.
  await eventually(async () => responsesOf(await tokenHash(page))).toEqual([
    { outcome: 'answered', score: 9, comment: null },
  ]);
  await page.keyboard.type('The exports save me an hour a day.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Send');
  await page.keyboard.press('Enter');
  await widget.card.getByText('Thank you.').waitFor();
  await eventually(async () => responsesOf(await tokenHash(page))).toEqual([
    { outcome: 'answered', score: 9, comment: 'The exports save me an hour a day.' },
  ]);
  await page.keyboard.press('Enter');
  await eventually(() => widget.card.count()).toBe(0);

  // The browser remembers, so that the server need not be asked …
  let requests = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/surveys/due')) requests += 1;
  });
  await page.reload();
  await widget.launcher.waitFor();
  await wait(page);
  await wait(page);
  expect(requests).toBe(0);
  // … and the server does, should the browser forget.
  await keep(page, 'surveyAfter', null);
  await page.reload();
  await widget.launcher.waitFor();
  expect(await stay(page)).toEqual({ survey: null });
  await wait(page);
  expect(await widget.card.count()).toBe(0);
  expect(await conversationsOf(await tokenHash(page))).toEqual([]);
  expect(errors).toEqual([]);
});

test('it waits while the panel is open and while somebody types, and comes afterwards', async () => {
  const { page, widget } = visitor;
  const search = page.locator('input[aria-label="Search"]').first();
  await search.focus();
  expect((await stay(page)).survey).not.toBeNull();
  await wait(page);
  await wait(page);
  expect(await widget.card.count()).toBe(0);

  await widget.launcher.click();
  await widget.panel.getByRole('heading', { name: 'How can we help?' }).waitFor();
  await wait(page);
  await wait(page);
  expect(await widget.card.count()).toBe(0);

  await widget.panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('heading', { name: 'Dashboard' }).click();
  await eventually(async () => {
    await page.clock.runFor(2000);
    return widget.card.getByText(question).isVisible();
  }).toBe(true);
});

test('who closes it is left alone, and that is kept', async () => {
  const { page, widget } = visitor;
  await stay(page);
  await eventually(async () => {
    await page.clock.runFor(2000);
    return widget.card.getByText(question).isVisible();
  }).toBe(true);
  await widget.card.getByRole('button', { name: 'Not now' }).click();
  await eventually(() => widget.card.count()).toBe(0);
  await eventually(async () => responsesOf(await tokenHash(page))).toEqual([
    { outcome: 'dismissed', score: null, comment: null },
  ]);
});

/** The name of what has the focus, inside the widget where it is there. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent;
  });
