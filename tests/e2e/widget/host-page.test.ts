// What a host page may expect of the widget: it works under a strict policy and beside hostile styles, and leaves no trace.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoProjectKey } from '../../../supabase/local/demo.ts';
import { openBrowser, places } from '../../support/browsers.ts';
import { stack } from '../../support/callers.ts';
import { look } from '../support/look.ts';
import { eventually } from './eventually.ts';
import { conversationsOf } from './stored.ts';
import { tokenHash, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const tag = () =>
  `<script async src="/hearback/hearback.js" data-project="${demoProjectKey}" data-api="${stack().apiUrl}"></script>`;
const pageWith = (head: string, body = '') =>
  `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><h1>A page</h1><p>With a text.</p>${body}</body></html>`;

describe('under a strict content security policy', () => {
  test('the whole path works, and the policy hears of one question', async () => {
    const api = stack().apiUrl;
    const policy = `default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' ${api}; connect-src 'self' ${api}; require-trusted-types-for 'script'`;
    const { context, page, widget, errors } = await visit(browser, {
      html: { body: pageWith('', tag()), headers: { 'content-security-policy': policy } },
    });
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text());
    });
    await widget.launcher.click();
    await widget.panel.getByRole('button', { name: 'Ask a question' }).click();
    await widget.text.fill('How do I reset my password?');
    await widget.panel.getByRole('button', { name: 'You cannot sign in or forgot your password' }).click();
    await widget.panel.getByText('Open the link in the mail within one hour.').waitFor();
    await widget.panel.getByRole('button', { name: 'Still ask' }).click();
    await widget.panel.getByRole('button', { name: 'Add a screenshot' }).click();
    await widget.editor.locator('.hb-annotate-stage').focus();
    await page.keyboard.press('Enter');
    const paper = await widget.editor.locator('svg.hb-annotate-svg').boundingBox();
    expect(paper?.width).toBeGreaterThan(300);
    await widget.editor.getByRole('button', { name: 'Use picture' }).click();
    await widget.panel.getByRole('button', { name: 'Edit picture 1' }).waitFor();
    await widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
    await widget.panel.getByRole('button', { name: 'Open the conversation' }).click();
    const picture = widget.panel.getByRole('button', { name: 'Your picture' }).locator('img');
    await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
    expect((await conversationsOf(await tokenHash(page)))[0]?.attachments).toHaveLength(1);
    expect(errors).toEqual([]);
    // Whether pictures by `data:` are allowed, which the screenshot would use, can only be found out by trying.
    expect(refused.filter((text) => !text.includes('data:image/svg+xml'))).toEqual([]);
    expect(refused).toHaveLength(1);
    await context.close();
  });
});

describe('beside hostile styles', () => {
  /** Launcher, home and form as they look on a page with these styles. */
  async function looks(styles: string): Promise<unknown[]> {
    const { context, page, widget, errors } = await visit(browser, {
      html: { body: pageWith(`<style>${styles}</style>`, tag()) },
    });
    const seen: unknown[] = [await look(page, ['hearback-widget'])];
    await widget.launcher.click();
    await widget.panel.getByRole('button', { name: 'Report a problem' }).waitFor();
    await page.mouse.move(5, 5);
    await page.waitForLoadState('networkidle');
    await widget.panel.getByRole('combobox').waitFor();
    seen.push(await look(page, ['hearback-widget']));
    await widget.panel.getByRole('button', { name: 'Report a problem' }).click();
    await widget.text.fill('Still works');
    await page.mouse.move(5, 5);
    // What comes a moment after the form.
    await page.waitForLoadState('networkidle');
    await widget.panel.getByRole('combobox').waitFor();
    seen.push(await look(page, ['hearback-widget']));
    expect(errors).toEqual([]);
    await context.close();
    return seen;
  }

  test('it looks as it does on a quiet page', async () => {
    const quiet = await looks('');
    expect(quiet[1]).not.toEqual([]);
    expect(await looks('* { all: unset !important; display: block !important }')).toEqual(quiet);
    expect(
      await looks(`
        html { font-size: 40px; direction: rtl; letter-spacing: 4px; text-transform: uppercase; cursor: wait }
        body { color: magenta; font: italic 900 30px/3 serif; visibility: hidden; text-align: right; word-spacing: 9px }
        div, button, span, p, svg, textarea { display: none !important; opacity: 0 !important; transform: scale(3) !important;
          position: static !important; pointer-events: none !important; z-index: -1 !important; visibility: hidden !important }`),
    ).toEqual(quiet);
  });
});

describe('what it leaves on the page', () => {
  const globals = (page: Page) => page.evaluate(() => Object.getOwnPropertyNames(window).sort());

  test('one name and one element, whatever is done with it', async () => {
    const html = { body: pageWith('', tag()) };
    const bare = await browser.newPage();
    await bare.route('**/hearback.js', (route) => route.abort());
    await bare.route('**/strange.html', (route) => route.fulfill({ contentType: 'text/html', ...html }));
    await bare.goto(`${places().demoUrl}/strange.html`);
    const before = await globals(bare);
    const elements = () => document.body.children.length;
    const children = await bare.evaluate(elements);
    const styles = await bare.evaluate(() => document.querySelectorAll('style, link').length);
    await bare.close();

    const { context, page, widget, errors } = await visit(browser, { html });
    await widget.launcher.click();
    await widget.panel.getByRole('button', { name: 'Report a problem' }).click();
    await widget.text.fill('Leaves nothing behind');
    await widget.panel.getByRole('button', { name: 'Add a screenshot' }).click();
    await widget.editor.getByRole('button', { name: 'Use picture' }).click();
    await widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
    await widget.panel.getByRole('heading', { name: /^Received/ }).waitFor();
    const after = await globals(page);
    expect(after.filter((name) => !before.includes(name))).toEqual(['Hearback']);
    expect(await page.evaluate(elements)).toBe(children + 1);
    expect(await page.evaluate(() => document.querySelectorAll('style, link').length)).toBe(styles);
    expect(errors).toEqual([]);

    await page.evaluate(() => window.Hearback?.destroy());
    expect(await widget.host.count()).toBe(0);
    expect((await globals(page)).filter((name) => !before.includes(name))).toEqual([]);
    await context.close();
  });

  test('a page that includes the script twice has one launcher', async () => {
    const { context, page, widget, errors } = await visit(browser, {
      html: { body: pageWith('', tag() + tag()) },
    });
    await page.waitForLoadState('load');
    expect(await widget.host.count()).toBe(1);
    await widget.launcher.click();
    await widget.panel.getByRole('heading', { name: 'How can we help?' }).waitFor();
    expect(await widget.panel.count()).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('typing in the widget is not heard by the keyboard shortcuts of the page', async () => {
    const { context, page, widget } = await visit(browser);
    const heard = await page.evaluateHandle(() => {
      const keys: string[] = [];
      for (const type of ['keydown', 'keypress', 'keyup'] as const)
        document.addEventListener(type, (event) => keys.push(event.key));
      return keys;
    });
    await widget.launcher.click();
    await widget.panel.getByRole('button', { name: 'Suggest an idea' }).click();
    await widget.text.pressSequentially('j?');
    expect(await heard.jsonValue()).toEqual([]);
    await context.close();
  });
});
