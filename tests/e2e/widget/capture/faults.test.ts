// What stands in the way of a picture: it is said in one sentence, with what to do, and it can be cancelled.
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../../../support/browsers.ts';
import { stack } from '../../../support/callers.ts';
import { eventually } from '../eventually.ts';
import type { Visit } from '../visit.ts';
import { bluePicture, chooseFiles, openForm, panelButton, use } from './page.ts';

let browser: Browser;
let visitor: Visit;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  expect(visitor.errors).toEqual([]);
  await visitor.context.close();
});

const alert = () => visitor.widget.panel.getByRole('alert').textContent();

describe('files', () => {
  test('an HEIC photo is refused politely, with what to do instead', async () => {
    visitor = await openForm(browser);
    await chooseFiles(visitor, [Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')], 'IMG_0001.png');
    await eventually(alert).toContain('Save the photo as JPEG or PNG');
    await panelButton(visitor, 'Add a screenshot').click();
    await use(visitor);
    await panelButton(visitor, 'Edit picture 1').waitFor();
    expect(await visitor.widget.panel.getByRole('alert').count()).toBe(0);
  });

  test('the sixth picture is told to be one too many', async () => {
    visitor = await openForm(browser);
    const file = await bluePicture(browser, 20, 20);
    await chooseFiles(
      visitor,
      Array.from({ length: 6 }, () => file),
    );
    // One after the other opens in the editor.
    for (let count = 1; count <= 5; count++) {
      await use(visitor);
      await eventually(() => visitor.widget.panel.locator('.thumb').count()).toBe(count);
    }
    await eventually(alert).toBe('No more than 5 pictures and files go with one message.');
    await panelButton(visitor, 'Add a screenshot').click();
    await eventually(alert).toBe('No more than 5 pictures and files go with one message.');
  });

  test('a picture that is too large is made smaller, and its size is said', async () => {
    visitor = await openForm(browser);
    await chooseFiles(visitor, [await bluePicture(browser, 20_000, 100)]);
    await use(visitor);
    // It is to be read and is said aloud.
    await visitor.widget.panel.getByText('was made smaller: 16383 × 82 pixels').first().waitFor();
  });
});

/** So much that no engine is done with it at once. */
const rows = (count: number) =>
  `<table>${'<tr><td>A</td><td>cell</td><td><b>of</b></td><td>many</td></tr>'.repeat(count)}</table>`;

describe('on a page of 20,000 nodes', () => {
  beforeEach(async () => {
    visitor = await openForm(browser, { more: rows(2300) });
    const { page, widget } = visitor;
    // What is fetched at the first use must not be what is waited for.
    await panelButton(visitor, 'Other ways to add a picture').click();
    await widget.panel.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('what goes on is on screen within 100 ms of the click', async () => {
    // Within the page: a capture may be over before a test outside has seen that it began.
    const delay = await visitor.page.evaluate(async () => {
      const root = document.querySelector('hearback-widget')?.shadowRoot;
      const button = root?.querySelector<HTMLElement>('.ways button');
      const clicked = performance.now();
      button?.click();
      while (button?.ariaBusy !== 'true') await new Promise((resolve) => setTimeout(resolve));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - clicked;
    });
    expect(delay).toBeLessThan(100);
    await use(visitor);
  });

  test('Cancel ends it', async () => {
    const { page, widget } = visitor;
    // It cannot be over before Cancel is pressed.
    await page.route('**/chunks/engine-*', () => {});
    await panelButton(visitor, 'Add a screenshot').click();
    await panelButton(visitor, 'Cancel').click();
    await panelButton(visitor, 'Add a screenshot').waitFor();
    expect(await widget.editor.count()).toBe(0);
    expect(await widget.panel.getByRole('alert').count()).toBe(0);
  });
});

describe('while html2canvas has the widget out of the page', () => {
  const open = async () => {
    const api = stack().apiUrl;
    // Without `data:` the first engine cannot work.
    const policy = `default-src 'self'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self' ${api}`;
    visitor = await openForm(browser, {
      more: rows(1500),
      headers: { 'content-security-policy': policy },
    });
    await panelButton(visitor, 'Add a screenshot').focus();
    await visitor.page.keyboard.press('Enter');
    const sign = () =>
      visitor.page.evaluate(() => {
        const shown = document.querySelector('hearback-taking')?.shadowRoot?.querySelector('.sign');
        const { top = 0, bottom = 0 } = shown?.getBoundingClientRect() ?? {};
        const isOut = !document.querySelector('hearback-widget');
        return isOut && top > 0 && bottom <= innerHeight ? shown?.textContent : null;
      });
    await eventually(sign).toBe('Taking the screenshot …Cancel');
  };

  test('a sign says what goes on, Escape ends it, and the focus is back on the button', async () => {
    await open();
    const { page, widget } = visitor;
    await page.keyboard.press('Escape');
    await panelButton(visitor, 'Add a screenshot').waitFor();
    await eventually(() => page.locator('hearback-taking').count()).toBe(0);
    expect(await widget.editor.count()).toBe(0);
    const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
    await eventually(focused).toBe('Add a screenshot');
  });

  test('the picture comes in the end, and the sign is gone', async () => {
    await open();
    await use(visitor);
    await panelButton(visitor, 'Edit picture 1').waitFor();
    expect(await visitor.page.locator('hearback-taking').count()).toBe(0);
  });
});

test('where a page cannot be drawn, other ways are offered', async () => {
  visitor = await openForm(browser);
  await visitor.page.evaluate(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await panelButton(visitor, 'Add a screenshot').click();
  await eventually(alert).toBe('This page could not be captured. There are other ways:');
  const asked = visitor.page.waitForEvent('filechooser');
  await panelButton(visitor, 'Choose a file').click();
  expect((await asked).isMultiple()).toBe(true);
  expect(await panelButton(visitor, 'Exact pixels: share this tab').isVisible()).toBe(true);
});
