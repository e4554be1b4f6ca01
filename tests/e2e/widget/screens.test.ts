// Every view and state of the widget, in both languages, both themes and from right to left, wide and narrow: nothing
// that axe finds, nothing left in English, nothing cut off, nothing out of reach.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, places } from '../../support/browsers.ts';
import { saidOf } from '../support/scan.ts';
import { faultyStates } from './every-view/faults.ts';
import { visit } from './visit.ts';
import { englishSentences } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

// Side by side, for most of the time goes into waiting for pages.
test.concurrent.for(['en', 'zh-CN', 'he'] as const)(
  'every view and state in %s',
  { timeout: 600_000 },
  async (language, { expect }) => expect(await faultyStates(browser, places().demoUrl, language)).toEqual({}),
);

const english = await englishSentences();
const within = { within: 'hearback-widget' };

test('a language chosen in the panel holds at once and on the next page', async () => {
  const { context, page, widget } = await visit(browser);
  await widget.launcher.click();
  await widget.panel.getByRole('heading', { name: 'How can we help?' }).waitFor();
  expect(await saidOf(page, english, within)).toContain('How can we help?');
  await widget.panel.getByLabel('Language').selectOption('zh-CN');
  await widget.panel.getByRole('heading', { name: '有什么可以帮你？' }).waitFor();
  expect(await saidOf(page, english, within)).toEqual([]);
  await page.goto(`${places().demoUrl}/tables.html`);
  await widget.launcher.click();
  await widget.panel.getByRole('heading', { name: '有什么可以帮你？' }).waitFor();
  expect(await widget.launcher.textContent()).toContain('反馈');
  await context.close();
});
