// Capture and annotate on a phone, by what a real touch screen tells the browser.
import type { Browser, CDPSession } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { eventually } from '../widget/eventually.ts';
import { type Visit, visit } from '../widget/visit.ts';
import { marks, pageWith } from './pages.ts';
import { overlay, paper, send, use } from './report.ts';

let browser: Browser;
let visitor: Visit;
let screen: CDPSession;
beforeAll(async () => {
  browser = await openBrowser();
  visitor = await visit(browser, {
    viewport: { width: 400, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    html: { body: pageWith('<meta name="viewport" content="width=device-width, minimum-scale=1">') },
  });
  screen = await visitor.context.newCDPSession(visitor.page);
});
afterAll(() => browser?.close());

type Point = { x: number; y: number };
const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
  screen.send('Input.dispatchTouchEvent', { type, touchPoints });

/** Each finger goes from its first point to its second, in a few steps. */
async function fingers(...ways: [Point, Point][]): Promise<void> {
  const at = (share: number) =>
    ways.map(([from, to]) => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    }));
  await touch('touchStart', at(0));
  for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', at(share));
  await touch('touchEnd', []);
}

test('an area is taken by finger, zoomed and moved with two, drawn on with one, and sent', async () => {
  const { page, widget, errors } = visitor;
  await widget.launcher.tap();
  await widget.panel.getByRole('button', { name: 'Report a problem' }).tap();
  await widget.text.fill('From a phone.');
  await widget.panel.getByRole('button', { name: 'Other ways to add a picture' }).tap();
  await widget.panel.getByRole('menuitem', { name: 'An area of the page' }).tap();
  await overlay(widget, '.stage').waitFor();
  await fingers([
    { x: 20, y: 20 },
    { x: 380, y: 340 },
  ]);
  // By a plain click: Chromium makes no tap of a touch that follows fast upon fingers that moved.
  await overlay(widget, '.take').click();
  await widget.editor.getByRole('button', { name: 'Use picture' }).waitFor();

  const fitted = await paper(widget.editor);
  const middle = { x: fitted.x + fitted.width / 2, y: fitted.y + fitted.height / 2 };
  const aside = (x: number, y: number) => ({ x: middle.x + x, y: middle.y + y });
  await fingers([aside(-40, 0), aside(-80, 0)], [aside(40, 0), aside(80, 0)]);
  await eventually(async () => (await paper(widget.editor)).scale / fitted.scale).toBeCloseTo(2, 0);
  const zoomed = await paper(widget.editor);
  await fingers([aside(-40, 0), aside(0, 30)], [aside(40, 0), aside(80, 30)]);
  await eventually(async () => Math.abs((await paper(widget.editor)).x - zoomed.x)).toBeGreaterThan(10);
  const moved = await paper(widget.editor);
  expect(moved.scale).toBeCloseTo(zoomed.scale, 1);

  // A box, by one finger, in the middle of what is to be seen.
  const from = aside(-50, -30);
  await fingers([from, aside(50, 30)]);
  await eventually(() => widget.editor.locator('.hb-annotate-shape').count()).toBe(1);
  await use(widget);
  const { pictures, conversation } = await send(browser, page, widget);
  expect(pictures.map(({ width, height }) => [width, height])).toEqual([[720, 640]]);
  const [shape] = conversation.attachments[0]?.annotation?.shapes ?? [];
  expect(shape).toMatchObject({
    kind: 'box',
    x: expect.closeTo((from.x - moved.x) / moved.scale, -1),
    y: expect.closeTo((from.y - moved.y) / moved.scale, -1),
    width: expect.closeTo(100 / moved.scale, -1),
  });
  const picture = pictures[0];
  const { x, y } = marks.green.area;
  expect(
    picture?.off(marks.green.colour, { x: (x - 20) * 2 + 8, y: (y - 20) * 2 + 8, width: 80, height: 40 }),
  ).toBeLessThan(16);
  expect(errors).toEqual([]);
});
