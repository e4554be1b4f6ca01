// The panel on a phone: it fits, and what sends is in sight.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { conversationsOf } from './stored.ts';
import { tokenHash, type Visit, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe('on a phone (360 × 740)', () => {
  let visitor: Visit;
  beforeAll(async () => {
    visitor = await visit(browser, { viewport: { width: 360, height: 740 } });
  });
  afterAll(() => visitor?.context.close());

  const inside = async (selector: string) => {
    const box = await visitor.widget.host.locator(selector).boundingBox();
    return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 360 && box.y + box.height <= 740;
  };
  const scrollsSideways = () =>
    visitor.widget.panel.evaluate((panel) =>
      [panel, ...panel.querySelectorAll('.body')].some((part) => part.scrollWidth > part.clientWidth),
    );

  test('the panel fits, nothing scrolls sideways and the button that sends is in sight', async () => {
    const { widget } = visitor;
    expect(await inside('.launcher')).toBe(true);
    await widget.launcher.click();
    await widget.panel.getByRole('heading', { name: 'How can we help?' }).waitFor();
    expect(await inside('.panel')).toBe(true);
    expect(await scrollsSideways()).toBe(false);
    await widget.panel.getByRole('button', { name: 'Report a problem' }).click();
    await widget.text.waitFor();
    expect(await inside('.panel')).toBe(true);
    expect(await inside('button[type=submit]')).toBe(true);
    expect(await scrollsSideways()).toBe(false);
  });

  test('also with a long text and all that is sent opened, the button that sends can be pressed', async () => {
    const { page, widget } = visitor;
    await widget.text.fill('A long line. '.repeat(120));
    await widget.panel.getByText('What is sent with it').click();
    await widget.panel.getByText('Page address').waitFor();
    expect(await scrollsSideways()).toBe(false);
    const button = widget.panel.getByRole('button', { name: 'Send', exact: true });
    expect(await inside('button[type=submit]')).toBe(true);
    await button.click();
    await widget.panel.getByRole('heading', { name: /^Received/ }).waitFor();
    expect(await inside('.panel')).toBe(true);
    expect(await conversationsOf(await tokenHash(page))).toHaveLength(1);
  });

  test('the window for drawing fits, with both its buttons', async () => {
    const { widget } = visitor;
    await widget.panel.getByRole('button', { name: 'Write another' }).click();
    await widget.panel.getByRole('button', { name: 'Suggest an idea' }).click();
    await widget.panel.getByRole('button', { name: 'Add a screenshot' }).click();
    await widget.editor.getByRole('button', { name: 'Use picture' }).waitFor();
    expect(await inside('.editor-layer')).toBe(true);
    for (const name of ['Cancel', 'Use picture', 'Black out']) {
      const box = await widget.editor.getByRole('button', { name }).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 360, name).toBe(true);
    }
    await widget.editor.getByRole('button', { name: 'Cancel' }).click();
  });
});
