// From the launcher to a sent report with a marked-up element of the page, by keyboard alone.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { eventually } from '../widget/eventually.ts';
import { type Visit, visit } from '../widget/visit.ts';
import { marks, pageWith } from './pages.ts';
import { send } from './report.ts';

let browser: Browser;
let visitor: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  visitor = await visit(browser, { html: { body: pageWith() } });
});
afterAll(() => browser?.close());

/** What has the focus, however deep: its name, or that it is the page's body. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    if (element === document.body) return 'BODY';
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : undefined;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });

const passed: string[] = [];
/** Presses a key and waits until what has the focus fits. */
async function press(key: string, then: RegExp): Promise<void> {
  const { page } = visitor;
  await page.keyboard.press(key);
  await eventually(() => focused(page)).toMatch(then);
}

/** Presses Tab until what has the focus fits; never by the page's body. */
async function tabTo(name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const now = await focused(visitor.page);
    passed.push(now);
    if (name.test(now)) return;
    await visitor.page.keyboard.press(key);
  }
  throw new Error(`no way to ${name}: ${passed.slice(-40).join(' | ')}`);
}

/** What the live regions of the widget say, each time one says something else, in order, from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Reflect.set(window, 'said', said);
    const last = new WeakMap<Element, string>();
    const watched = new WeakSet<ShadowRoot>();
    const hear = (root: ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) watch(element.shadowRoot);
        const text = element.matches('[role=status], [aria-live]') ? (element.textContent ?? '').trim() : '';
        if (text && last.get(element) !== text) said.push(text);
        last.set(element, text);
      }
    };
    const watch = (root: ShadowRoot) => {
      if (watched.has(root)) return;
      watched.add(root);
      const changes = { childList: true, characterData: true, subtree: true };
      new MutationObserver(() => hear(root)).observe(root, changes);
      hear(root);
    };
    const root = document.querySelector('hearback-widget')?.shadowRoot;
    if (root) watch(root);
  });
  return () => page.evaluate(() => Reflect.get(window, 'said'));
}

test('an element, an arrow, a text in Chinese, a blackout, and the report is sent', async () => {
  const { page, widget, context, errors } = visitor;
  const said = await listen(page);
  const { keyboard } = page;
  const ime = await context.newCDPSession(page);
  await widget.launcher.focus();
  await keyboard.press('Enter');
  await widget.panel.getByRole('button', { name: 'Report a problem' }).waitFor();
  await eventually(() => focused(page)).toBe('Feedback');
  await tabTo(/^Report a problem/);
  await press('Enter', /^What happened/);
  await keyboard.type('By keyboard alone.');
  await tabTo(/^Other ways to add a picture/);
  await press('Enter', /^Visible page/);
  await press('ArrowDown', /^An area/);
  await press('ArrowDown', /^An element/);
  await press('Enter', /element/i);
  // What is in the middle of the window, then down and along the tree to the blue box.
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowDown');
  await eventually(said).toContainEqual(expect.stringMatching(/^div/));
  await keyboard.press('ArrowRight');
  await press('Enter', /^Screenshot, marks: 0/);

  await keyboard.press('a');
  await press('Enter', /^Screenshot, marks: 1/);
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('r');
  await keyboard.press('Escape');
  await keyboard.press('r');
  await press('Enter', /^Screenshot, marks: 2/);
  for (let steps = 0; steps < 4; steps++) await keyboard.press('Shift+ArrowUp');
  await keyboard.press('Escape');
  await keyboard.press('t');
  await press('Enter', /^Text on the screenshot/);
  await ime.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await ime.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
  await ime.send('Input.insertText', { text: '你好' });
  await press('Escape', /^Screenshot, marks: 3/);
  await keyboard.press('Escape');
  await tabTo(/^Use picture$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await eventually(() => focused(page)).not.toMatch(/^(BODY|Use picture)$/);
  await widget.panel.getByRole('button', { name: 'Edit picture 1' }).waitFor();
  await tabTo(/^Send$/);
  const { pictures, conversation } = await send(browser, page, widget, 'Enter');
  expect((await said()).filter((text) => !/^(?:Tool|body|Nothing)/.test(text))).toEqual([
    'div, 200 by 120',
    'Taking the screenshot …',
    expect.stringMatching(/^Arrow added at \d+, \d+/),
    expect.stringMatching(/^Arrow moved to/),
    expect.stringMatching(/^Blackout added at/),
    ...Array.from({ length: 4 }, () => expect.stringMatching(/^Blackout moved to/)),
    expect.stringMatching(/^Text “你好” added at/),
    'Preparing the picture …',
    'Sending…',
    expect.stringMatching(/^Received, number/),
  ]);
  expect(passed).not.toContain('BODY');
  expect(await focused(page)).not.toBe('BODY');
  expect(conversation.attachments[0]?.annotation?.shapes).toMatchObject([
    { kind: 'arrow' },
    { kind: 'redaction' },
    { kind: 'text', text: '你好' },
  ]);
  expect(pictures.map(({ width, height }) => [width, height])).toEqual([
    [marks.blue.area.width, marks.blue.area.height],
  ]);
  expect(errors).toEqual([]);
});
