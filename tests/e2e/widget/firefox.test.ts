// The main path in Firefox, by WebDriver BiDi: a report with a screenshot is sent, its answer is read and answered.
import { createHash } from 'node:crypto';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFirefox } from '../../../scripts/browser.ts';
import { demoProjectKey } from '../../../supabase/local/demo.ts';
import { places } from '../../support/browsers.ts';
import { eventually } from './eventually.ts';
import { agent, answer, conversationsOf } from './stored.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('there is no Firefox; npm test fetches one');
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US', 'ui.prefersReducedMotion': 1 },
  });
  page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.setViewport({ width: 1280, height: 800 });
});
afterAll(() => browser?.close());

/** The part of the widget that can be seen, once it can be. */
async function part(selector: string): Promise<ElementHandle> {
  const found = await page.waitForSelector(`hearback-widget >>> ${selector}`, { visible: true });
  if (found === null) throw new Error(`${selector} is not to be seen`);
  return found;
}
const press = async (selector: string) => (await part(selector)).click();
const textOf = async (selector: string) => (await part(selector)).evaluate((element) => element.textContent);
const stored = async () => {
  const token = await page.evaluate(
    (key) => localStorage.getItem(key) ?? '',
    `hearback:${demoProjectKey}:visitor`,
  );
  return conversationsOf(createHash('sha256').update(token).digest('hex'));
};

test('a report with a screenshot is sent, and its answer is read and answered', async () => {
  await page.evaluateOnNewDocument(() => {
    const note = (problem: unknown) => sessionStorage.setItem('errors', `${problem}`);
    addEventListener('error', ({ message }) => note(message));
    addEventListener('unhandledrejection', ({ reason }) => note(reason));
  });
  await page.goto(`${places().demoUrl}/index.html`, { waitUntil: 'domcontentloaded' });
  await press('.launcher');
  await press('.row ::-p-text(Report a problem)');
  await (await part('textarea')).type('The chart of the earnings is empty in Firefox.');
  await press('button ::-p-text(Add a screenshot)');
  await part('.editor-layer');
  await press('.editor-layer .hb-primary');
  await part('.panel textarea');
  await press('.panel .actions .hb-primary:not([aria-busy="true"])');
  const headline = await part('.panel h3::-p-text(Received, number)');
  expect(await headline.evaluate((element) => element.textContent)).toMatch(/^Received, number \d+$/);
  const [conversation] = await stored();
  expect(conversation).toMatchObject({
    kind: 'bug',
    messages: [{ body: 'The chart of the earnings is empty in Firefox.' }],
    // Firefox leaves room for its scrollbar.
    attachments: [
      { state: 'attached', width: expect.toSatisfy((width) => width > 1240 && width <= 1280), height: 800 },
    ],
  });

  await answer(await agent(), conversation?.id ?? '', 'It is drawn again.');
  await page.reload({ waitUntil: 'domcontentloaded' });
  const label = async () =>
    (await part('.launcher')).evaluate((element) => element.getAttribute('aria-label'));
  await eventually(label).toBe('Feedback, new answers: 1');
  await press('.launcher');
  await press('.row ::-p-text(Your conversations)');
  await press('.conversations .row');
  await eventually(() => textOf('.messages')).toContain('It is drawn again.');
  await (await part('.reply textarea')).type('Thank you!');
  await press('.reply .hb-primary');
  await eventually(async () => (await stored())[0]?.messages.map(({ body }) => body)).toEqual([
    'The chart of the earnings is empty in Firefox.',
    'It is drawn again.',
    'Thank you!',
  ]);
  // What the page's own handlers heard of, before and after the reload.
  expect(await page.evaluate(() => sessionStorage.getItem('errors'))).toBeNull();
});
