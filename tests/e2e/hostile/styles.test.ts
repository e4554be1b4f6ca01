// Capture and annotate on pages whose styles reach everything: picker and editor look as they do on a quiet page, and
// the picture still shows the page.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { look } from '../support/look.ts';
import { decode } from '../support/picture.ts';
import { visit } from '../widget/visit.ts';
import { pageWith, sheet } from './pages.ts';
import { choose, draw, expectMarks, overlay, paper, takePage, write } from './report.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Picker and editor as they look on the page with these styles, and the window with the picture in the editor. */
async function reportOn(styles: string) {
  const { context, page, widget, errors } = await visit(browser, {
    html: { body: pageWith(`<style>${styles}</style>`, '<div class="cover"></div>') },
  });
  await write(widget, 'On a page with such styles.');
  await choose(widget, 'An element of the page');
  await overlay(widget, '.stage').waitFor();
  await page.mouse.move(100, 100, { steps: 2 });
  await overlay(widget, '.frame').waitFor();
  const picker = await look(page, ['hearback-widget', 'hearback-pick']);
  await page.keyboard.press('Escape');
  await takePage(widget);
  await draw(page, widget, 'Arrow', { x: 700, y: 500, width: -100, height: -100 });
  const editor = await look(page, ['hearback-widget']);
  const { x, y, scale } = await paper(widget.editor);
  const shown = await decode(browser, await page.screenshot());
  expect(errors).toEqual([]);
  await context.close();
  return { looks: { picker, editor }, shown, at: { x, y, scale } };
}

let quiet: Awaited<ReturnType<typeof reportOn>>;
beforeAll(async () => {
  quiet = await reportOn('');
});

test('on a quiet page', () => {
  expect(quiet.looks.picker).not.toEqual([]);
  expect(quiet.looks.editor).not.toEqual([]);
  expectMarks(quiet.shown, ['green', 'blue', 'secret', 'ground'], quiet.at);
});

test.each([
  [
    'what is inherited, transforms of the root, an overlay on top of everything',
    `html { font-size: 40px; cursor: wait; letter-spacing: 4px; text-transform: uppercase; word-spacing: 9px; line-height: 3;
       filter: brightness(1); transform: translateZ(0); perspective: 500px; will-change: transform }
     body { pointer-events: none; user-select: none; font: italic 900 30px/3 serif; text-align: right; color: magenta;
       filter: opacity(1); isolation: isolate; overflow: hidden; height: 100vh }
     .cover { position: fixed; inset: 0 0 0 600px; z-index: 2147483647; pointer-events: auto }
     ::selection { background: red } ::backdrop { background: red !important; display: block !important }`,
  ],
  [
    'everything set and hidden, with what the page shows shown again',
    `* { display: block !important; visibility: hidden; opacity: 0.9; transform: rotate(1deg); filter: blur(1px);
       pointer-events: none; position: relative; clip-path: inset(10%); margin: 9px; border: 1px solid; color: magenta }
     head, head * { display: none !important }
     html, body { all: unset; visibility: visible; display: block } div { all: unset }
     #green, #blue, #secret, p { visibility: visible }`,
  ],
  [
    'important declarations against all that we put on a page',
    `hearback-widget, hearback-pick, hearback-taking, dialog, canvas, iframe, svg, [popover], button {
       display: none !important; visibility: hidden !important; opacity: 0 !important; position: static !important;
       pointer-events: none !important; transform: scale(0.1) !important; clip-path: inset(50%) !important;
       z-index: -1 !important; filter: invert(1) !important; content-visibility: hidden !important }
     :host { display: none !important } * { transition: all 5s !important; animation-duration: 9s !important }`,
  ],
  [
    'all unset with importance',
    `* { all: unset !important } head, script, style, title { display: none !important }
     ${sheet().replaceAll(';', ' !important;').replaceAll('div', 'body div')}`,
  ],
])('beside %s, picker and editor look the same, and the picture shows the page', async (_, styles) => {
  const hostile = await reportOn(styles);
  expect(hostile.looks).toEqual(quiet.looks);
  expectMarks(hostile.shown, ['green', 'blue', 'secret', 'ground'], hostile.at);
});
