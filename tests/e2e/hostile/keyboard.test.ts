// From the launcher to a sent report with a marked-up element of the page, by keyboard alone.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { listen } from '../widget/aids/heard.ts';
import * as keys from '../widget/aids/keys.ts';
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

test('an element, an arrow, a text in Chinese, a blackout, and the report is sent', async () => {
  const { page, widget, context, errors } = visitor;
  const said = await listen(page);
  const lost = await keys.watchFocus(page);
  const { keyboard } = page;
  const press = (key: string, then: RegExp) => keys.press(page, key, then);
  const tabTo = (name: RegExp, key?: string) => keys.tabTo(page, name, key);
  const ime = await context.newCDPSession(page);
  await widget.launcher.focus();
  await keyboard.press('Enter');
  await widget.panel.getByRole('button', { name: 'Report a problem' }).waitFor();
  await keys.focusOn(page, 'Feedback');
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
    'The picture is attached.',
    'Sending…',
    expect.stringMatching(/^Received, number/),
  ]);
  expect(await lost()).toEqual([]);
  expect(await keys.focused(page)).not.toBe('BODY');
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
