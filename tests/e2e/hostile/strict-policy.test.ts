// Capture and annotate under a content security policy that allows nothing but the page's own files.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { stack } from '../../support/callers.ts';
import { type Visit, visit } from '../widget/visit.ts';
import { marks, pageWith, sheet } from './pages.ts';
import { cutAt, draw, expectMarks, send, takeArea, takeElement, takePage, use, write } from './report.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** What the policy refuses on the page and in every frame that is made on it. */
async function refusals({ page }: Visit): Promise<string[]> {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) heard.push(message.text());
  });
  return heard;
}

/** The page with the marks, its sheet in a file; beside them a pseudo-element and an icon. */
const strict = () => ({
  headers: {
    'content-security-policy': `default-src 'self'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src ${stack().apiUrl}`,
  },
  body: pageWith(
    '',
    '<div class="icon"><svg viewBox="0 0 24 24" style="opacity: 1"><path d="M0 0h24v12H0z"/></svg></div>',
    '<link rel="stylesheet" href="/strange/page.css">',
  ),
  files: {
    '/strange/page.css': `${sheet()}
      #green::after { content: ''; position: absolute; left: 100%; top: 0; width: 30px; height: 120px; background: rgb(20 60 220); }
      .icon { position: absolute; left: 300px; top: 200px; width: 200px; height: 100px; }
      .icon svg { display: block; width: 100px; height: 100px; fill: rgb(20 60 220); }`,
  },
});

test('page, area and element are taken, drawn on and sent, and the policy hears of one question', async () => {
  const visitor = await visit(browser, { html: strict() });
  const { page, widget, errors, context } = visitor;
  const refused = await refusals(visitor);
  await write(widget, 'Under a strict policy.');
  await takePage(widget);
  await draw(page, widget, 'Box', { x: 300, y: 400, width: 200, height: 100 });
  await draw(page, widget, 'Black out', { x: 600, y: 40, width: 100, height: 80 });
  await use(widget);
  await takeArea(page, widget, { x: 30, y: 30, width: 500, height: 300 });
  await use(widget, 2);
  await takeElement(page, widget, marks.blue.area);
  await use(widget, 3);
  const { pictures, conversation } = await send(browser, page, widget);

  expect(pictures.map(({ width, height }) => [width, height])).toEqual([
    [1280, 800],
    [500, 300],
    [200, 120],
  ]);
  const [whole, area, element] = pictures;
  expectMarks(whole, ['green', 'blue', 'secret', 'ground']);
  expectMarks(area, ['green', 'blue', 'secret'], cutAt({ x: 30, y: 30 }));
  expectMarks(element, ['blue'], cutAt(marks.blue.area));
  // What html2canvas alone would lose or draw twice: the pseudo-element, and the icon.
  const blue = [20, 60, 220] as const;
  expect(whole?.has(blue, { x: 244, y: 44, width: 22, height: 112 })).toBe(true);
  expect(whole?.has(blue, { x: 274, y: 44, width: 22, height: 112 })).toBe(false);
  expect(whole?.off(blue, { x: 304, y: 204, width: 92, height: 42 })).toBeLessThan(16);
  expect(whole?.has(blue, { x: 304, y: 254, width: 92, height: 42 })).toBe(false);
  expect(whole?.has([229, 50, 45], { x: 294, y: 394, width: 212, height: 12 })).toBe(true);
  expect(whole?.brightest({ x: 606, y: 46, width: 88, height: 68 })).toBeLessThanOrEqual(8);
  expect(conversation.attachments.flatMap(({ annotation }) => annotation?.shapes ?? [])).toHaveLength(2);
  expect(errors).toEqual([]);
  // Whether pictures at `data:` addresses are allowed can only be found out by trying, once for each page.
  expect(refused).toEqual([expect.stringContaining("the image 'data:image/svg+xml,%3Csvg xmlns=")]);
  await context.close();
});
