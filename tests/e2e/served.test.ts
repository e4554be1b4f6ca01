// What the global set-up serves is there and fits together; the paths of the users are tested beside this file.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openWithExtension, places } from '../support/browsers.ts';
import { stack } from '../support/callers.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('the demo product loads the widget from its script tag without an error', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const loaded = page.waitForResponse((response) => response.url().endsWith('/hearback/hearback.js'));
  await page.goto(`${places().demoUrl}/index.html`);
  expect((await loaded).status()).toBe(200);
  await page.locator('script[data-project]').waitFor({ state: 'attached' });
  expect(errors).toEqual([]);
  await page.close();
});

test('the inbox says to which project it belongs, to every origin', async () => {
  const answer = await fetch(`${places().inboxUrl}/.well-known/hearback.json`);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toMatchObject({
    apiUrl: stack().apiUrl,
    publishableKey: stack().publishableKey,
  });
});

test('the built inbox answers every path with the app', async () => {
  const answer = await fetch(`${places().inboxUrl}/some/where`);
  expect(await answer.text()).toContain('<script type="module"');
});

test('the built extension starts its worker', async () => {
  const { context, pageUrl } = await openWithExtension();
  expect(pageUrl('sidepanel.html')).toMatch(/^chrome-extension:\/\/[a-p]{32}\/sidepanel\.html$/);
  await context.close();
});
