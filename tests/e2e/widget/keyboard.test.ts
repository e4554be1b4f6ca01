// The end user's path without a mouse, and on a phone.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { eventually } from './eventually.ts';
import { conversationsOf } from './stored.ts';
import { tokenHash, type Visit, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** The name of what has the focus, inside the widget where it is there. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    const label = element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : undefined;
    const said = element?.getAttribute('aria-label') ?? label ?? (element?.textContent || null);
    return (said ?? element?.querySelector('img')?.alt ?? '').trim();
  });

/** Presses Tab until something with this name has the focus; not for ever. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 30; presses++) {
    const now = await focused(page);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    passed.push(now);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}. It came by: ${passed.join(' | ')}`);
}

describe('by keyboard alone', () => {
  let visitor: Visit;
  beforeAll(async () => {
    visitor = await visit(browser);
  });
  afterAll(() => visitor?.context.close());

  test('a problem with a marked-up screenshot is sent and found again', async () => {
    const { page, widget } = visitor;
    // Last on the page, so the first stop backwards.
    await widget.launcher.focus();
    await page.keyboard.press('Enter');
    // The panel is on its way until the focus is in it.
    await eventually(() => focusIsIn(page, '.panel')).toBe(true);
    expect(await focused(page)).toBe('Feedback');
    await tabTo(page, /^Report a problem/);
    await page.keyboard.press('Enter');
    await eventually(() => focused(page)).toBe('What happened, and what did you expect?');
    await page.keyboard.type('Written without a mouse.');
    await tabTo(page, 'Add a screenshot');
    await page.keyboard.press('Enter');
    // The editor opens with the focus on the picture: the letter takes the tool, Enter draws.
    await eventually(() => focused(page)).toMatch(/^Screenshot, marks: 0/);
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await eventually(() => focused(page)).toMatch(/^Screenshot, marks: 1/);
    // Escape lets go of the mark, and a second one does not throw the drawing away.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await widget.editor.isVisible()).toBe(true);
    await tabTo(page, 'Use picture');
    await page.keyboard.press('Enter');
    await widget.panel.getByRole('button', { name: 'Edit picture 1' }).waitFor();
    expect(await focusIsIn(page, '.panel')).toBe(true);
    await tabTo(page, 'Send');
    await page.keyboard.press('Enter');
    await widget.panel.getByRole('heading', { name: /^Received, number \d+$/ }).waitFor();
    const [conversation] = await conversationsOf(await tokenHash(page));
    expect(conversation?.messages[0]?.body).toBe('Written without a mouse.');
    expect(conversation?.attachments[0]?.annotation?.shapes).toHaveLength(1);
    expect(await focusIsIn(page, '.panel')).toBe(true);
    await tabTo(page, 'Open the conversation');
    await page.keyboard.press('Enter');
    await widget.panel.getByText('Written without a mouse.').waitFor();
    expect(await focusIsIn(page, '.panel')).toBe(true);
  });

  test('in the thread the picture is looked at closely, and a reply is sent', async () => {
    const { page, widget } = visitor;
    await tabTo(page, 'Your picture');
    await page.keyboard.press('Enter');
    const level = widget.host.locator('.viewer [role=status]');
    await eventually(() => focusIsIn(page, '.viewer')).toBe(true);
    const before = await level.textContent();
    await page.keyboard.press('+');
    await eventually(() => level.textContent()).not.toBe(before);
    await page.keyboard.press('Escape');
    await eventually(() => focused(page)).toBe('Your picture');
    await tabTo(page, 'Your answer');
    await page.keyboard.type('Nor was this.');
    await tabTo(page, 'Send');
    await page.keyboard.press('Enter');
    await widget.panel.locator('.message:not(.unsent)').getByText('Nor was this.').waitFor();
    expect(await focusIsIn(page, '.panel')).toBe(true);
  });

  test('Tab stays in the panel, and Escape gives the focus back to the launcher', async () => {
    const { page, widget } = visitor;
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      expect(await focusIsIn(page, '.panel')).toBe(true);
    }
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Shift+Tab');
      expect(await focusIsIn(page, '.panel')).toBe(true);
    }
    await page.keyboard.press('Escape');
    await eventually(() => widget.panel.isVisible()).toBe(false);
    await eventually(() => focused(page)).toBe('Feedback');
    expect(await focusIsIn(page, '.launcher')).toBe(true);
  });

  test('Escape gives the focus back to the button of the page that opened the panel', async () => {
    const { page, widget } = visitor;
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'own';
      button.textContent = 'Something wrong?';
      button.addEventListener('click', () => window.Hearback?.open('idea'));
      document.body.prepend(button);
    });
    await page.locator('#own').focus();
    await page.keyboard.press('Enter');
    await widget.panel.getByRole('heading', { name: 'Suggest an idea' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('own');
  });

  test('Escape in an article goes back to the question, not out of the panel', async () => {
    const { page, widget } = visitor;
    await page.evaluate(() => window.Hearback?.open('question'));
    await widget.panel.getByRole('heading', { name: 'Ask a question' }).waitFor();
    await widget.text.fill('How do I reset my password?');
    await widget.panel.getByRole('heading', { name: 'These may answer it' }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/^You cannot sign in/);
    await page.keyboard.press('Enter');
    await widget.panel.getByText('Does this answer your question?').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => focused(page)).toMatch(/^You cannot sign in/);
    expect(await widget.panel.isVisible()).toBe(true);
  });
});

/** Whether the focus is on or in the part of the widget that this selector names. */
const focusIsIn = (page: Page, selector: string) =>
  page.evaluate((part) => document.activeElement?.shadowRoot?.activeElement?.closest(part) != null, selector);

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
