// The widget on a page that is shown inside a frame of another page: capture and annotate within the frame.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoProjectId } from '../../../supabase/local/demo.ts';
import { openBrowser, places } from '../../support/browsers.ts';
import { superuser } from '../../support/callers.ts';
import { arrive, widgetOn } from '../widget/visit.ts';
import { marks, pageWith } from './pages.ts';
import { cutAt, draw, expectMarks, send, takeElement, takePage, use, write } from './report.ts';

let browser: Browser;
/** The served files under a name that is another origin. */
const elsewhere = () => places().demoUrl.replace('127.0.0.1', 'localhost');
beforeAll(async () => {
  browser = await openBrowser();
  await superuser()`update public.projects set allowed_origins = array_append(allowed_origins, ${elsewhere()}::text)
    where id = ${demoProjectId}`;
});
afterAll(async () => {
  await superuser()`update public.projects set allowed_origins = array_remove(allowed_origins, ${elsewhere()}::text)
    where id = ${demoProjectId}`;
  await browser?.close();
});

const place = { x: 100, y: 60 };

/** Opens a page with a frame that holds the page with the marks, and gives that frame. */
async function openFramed(origin: string, attributes: string) {
  const frame = `<iframe ${attributes} src="${origin}/inner.html"
    style="position: absolute; left: ${place.x}px; top: ${place.y}px; width: 900px; height: 700px; border: 0"></iframe>`;
  const { context, page, errors } = await arrive(browser, {
    html: {
      body: `<!doctype html><title>Outer</title><body style="background: #888">${frame}`,
      files: { '/inner.html': pageWith() },
    },
  });
  await context.route(
    ({ hostname, pathname }) => hostname === 'localhost' && pathname.startsWith('/hearback/'),
    async (route) => {
      const url = route.request().url().replace('localhost', '127.0.0.1');
      return route.fulfill({ response: await route.fetch({ url }) });
    },
  );
  await page.goto(`${places().demoUrl}/strange.html`);
  const inner = page.frames().find((each) => each.url().endsWith('/inner.html'));
  if (inner === undefined) throw new Error('there is no frame');
  return { context, page, errors, widget: widgetOn(inner) };
}

/** Whether the exact pixels of the tab are offered among the ways to a picture. */
async function offersDisplay(page: Page, widget: ReturnType<typeof widgetOn>): Promise<boolean> {
  await widget.panel.getByRole('button', { name: 'Other ways to add a picture' }).click();
  await widget.panel.getByRole('menuitem', { name: 'An element of the page' }).waitFor();
  const offered = await widget.panel.getByRole('menuitem', { name: 'Exact pixels: share this tab' }).count();
  await page.keyboard.press('Escape');
  return offered > 0;
}

test.each([
  ['of the same origin', () => places().demoUrl, '', true],
  ['in a sandbox', () => places().demoUrl, 'sandbox="allow-scripts allow-same-origin"', true],
  ['of another origin', elsewhere, 'allow="local-network-access *"', false],
])('in a frame %s, page and element are taken, drawn on and sent', async (_, origin, attributes, display) => {
  const { context, page, errors, widget } = await openFramed(origin(), attributes);
  await write(widget, 'From within a frame.');
  expect(await offersDisplay(page, widget)).toBe(display);
  await takePage(widget);
  await draw(page, widget, 'Box', { x: 300, y: 400, width: 200, height: 100 });
  await use(widget);
  const { x, y, width, height } = marks.blue.area;
  await takeElement(page, widget, { x: x + place.x, y: y + place.y, width, height });
  await use(widget, 2);
  const { pictures } = await send(browser, page, widget);
  const [whole, element] = pictures;
  expect([whole?.width, whole?.height]).toEqual([900, 700]);
  expectMarks(whole, ['green', 'blue', 'secret', 'ground']);
  expect(whole?.has([229, 50, 45], { x: 294, y: 394, width: 212, height: 12 })).toBe(true);
  expect([element?.width, element?.height]).toEqual([200, 120]);
  expectMarks(element, ['blue'], cutAt(marks.blue.area));
  expect(errors).toEqual([]);
  await context.close();
});
