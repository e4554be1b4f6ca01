// The widget over the life of a host page: before it is parsed, without an API, in a frame, back from the history.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoProjectKey } from '../../../../supabase/local/demo.ts';
import { openWholeBrowser, places } from '../../../support/browsers.ts';
import { stack } from '../../../support/callers.ts';
import { eventually } from '../eventually.ts';
import { arrive, keep, visit, widgetOn } from '../visit.ts';

let browser: Browser;
beforeAll(async () => {
  // Playwright turns the back/forward cache off.
  browser = await openWholeBrowser([], ['--disable-back-forward-cache']);
});
afterAll(() => browser?.close());

const tag = (more = '') =>
  `<script ${more} src="/hearback/hearback.js" data-project="${demoProjectKey}" data-api="${stack().apiUrl}"></script>`;
const pageWith = (head: string, body = '') =>
  `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><h1>A page</h1>${body}</body></html>`;

test('a page restored from the browser’s history has its panel as it was, and goes on asking for answers', async () => {
  const { context, page, widget, errors } = await visit(browser, {
    html: { body: pageWith('', tag('async')) },
  });
  await keep(page, 'wrote', '1');
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.title = persisted ? 'restored' : 'fresh';
    });
  });
  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: 'Suggest an idea' }).click();
  await widget.text.fill('Half a thought');
  await page.goto(`${places().demoUrl}/index.html`);
  const asked: string[] = [];
  await page.goBack({ waitUntil: 'commit' });
  page.on('request', (request) => asked.push(request.url()));
  await eventually(() => page.title()).toBe('restored');
  await expect(widget.text.inputValue()).resolves.toBe('Half a thought');
  await widget.panel.getByRole('button', { name: 'Back' }).click();
  await widget.panel.getByRole('button', { name: 'Your conversations' }).click();
  await eventually(() => asked.some((url) => url.endsWith('/conversations'))).toBe(true);
  await page.keyboard.press('Escape');
  await widget.launcher.waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('in the head of a page that is still on its way, it is opened at once and stands when the page does', async () => {
  const early = '<script src="/early.js"></script>';
  const { context, page, errors } = await arrive(browser, {
    html: {
      body: pageWith(tag() + early, '<p id="last">The end</p>'),
      files: { '/early.js': 'Hearback.open("idea"); Hearback.setContext({ plan: "team" });' },
    },
  });
  await page.goto(`${places().demoUrl}/strange.html`);
  const widget = widgetOn(page);
  await widget.text.waitFor();
  expect(await page.evaluate(() => document.body.lastElementChild?.localName)).toBe('hearback-widget');
  expect(errors).toEqual([]);
  await context.close();
});

test('in a frame of another page it works as on its own, and leaves the outer page alone', async () => {
  const { context, page, errors } = await arrive(browser, {
    html: {
      body: pageWith('', '<iframe src="/inner.html" width="900" height="700"></iframe>'),
      files: { '/inner.html': pageWith('', tag('async')) },
    },
  });
  await page.goto(`${places().demoUrl}/strange.html`);
  await eventually(() => page.frames().length).toBe(2);
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  const widget = widgetOn(frame);
  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: 'Report a problem' }).click();
  await widget.text.fill('From within a frame');
  await widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await widget.panel.getByRole('heading', { name: /^Received/ }).waitFor();
  expect(await page.locator('hearback-widget').count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

test('while the API is down the page notices nothing', async () => {
  const { context, page, errors } = await arrive(browser, { html: { body: pageWith('', tag('async')) } });
  await context.route(
    ({ href }) => href.startsWith(stack().apiUrl),
    (route) => route.abort('connectionrefused'),
  );
  await page.goto(`${places().demoUrl}/strange.html`);
  const widget = widgetOn(page);
  await widget.launcher.waitFor();
  const answers = await page.evaluate(async () => [
    await window.Hearback?.identify({ id: 'u1' }, 't=1,v1=ab'),
    await window.Hearback?.ask('nps'),
    await window.Hearback?.reset(),
  ]);
  expect(answers).toEqual([{ verified: false }, false, undefined]);
  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: 'Your conversations' }).click();
  await widget.panel.getByText('could not be loaded').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
