import { afterEach, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type * as CaptureModule from './capture.ts';

/** Share of pixels that may be off the browser's own picture. */
const BUDGET = 0.002;
/** From here on a difference between two colour channels can be seen; font smoothing stays below. */
const VISIBLE = 25;
const SIZE = { width: 1280, height: 800 };
const TEMPLATE = '/node_modules/startbootstrap-sb-admin-2/';

let frame: HTMLIFrameElement;

beforeAll(() => page.viewport(SIZE.width, SIZE.height));
afterEach(() => frame.remove());

test.each([
  ['index.html', 0],
  ['index.html', 300],
  ['tables.html', 300],
  ['charts.html', 0],
])(
  'a picture of %s, scrolled by %i, is what the browser itself would show',
  async (name, top) => {
    const view = await open(name);
    await expect.poll(() => view.document.getAnimations().length, { timeout: 10_000 }).toBe(0);
    view.scrollTo({ top, behavior: 'instant' });
    await expect.poll(() => isStill(view), { timeout: 10_000 }).toBe(true);
    const reference = await page.screenshot({ element: frame, save: false });
    const picture = await take(view);
    const off = await difference(reference, picture);
    expect(off).toBeLessThan(BUDGET);
  },
  30_000,
);

/** A page of the template in a frame, as its scripts leave it. What it fetches from elsewhere is left out. */
async function open(name: string): Promise<Window> {
  const html = await (await fetch(TEMPLATE + name)).text();
  frame = document.createElement('iframe');
  frame.style.cssText = `position:fixed;inset:0;width:${SIZE.width}px;height:${SIZE.height}px;border:0`;
  frame.srcdoc = html
    .replace(/<link[^>]+https:[^>]+>/g, '')
    .replace('<head>', `<head><base href="${TEMPLATE}">`);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (!frame.contentWindow) throw new Error('the frame has no window');
  await frame.contentWindow.document.fonts.ready;
  return frame.contentWindow;
}

/** Whether the charts have stopped growing: their canvases are the same two frames apart. */
async function isStill(view: Window): Promise<boolean> {
  const look = () => [...view.document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join();
  const before = look();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return before === look();
}

/** The picture as the page's own script would take it: the module is loaded into the frame. */
async function take(view: Window): Promise<HTMLCanvasElement> {
  const loader = view.document.createElement('script');
  const module = new Promise<typeof CaptureModule>((resolve) => {
    // Vitest rewrites dynamic imports to go through its runner, which a frame does not have by itself.
    const runner = '__vitest_browser_runner__';
    Object.assign(view, { captureLoaded: resolve, [runner]: Reflect.get(window, runner) });
  });
  loader.type = 'module';
  loader.textContent = `import * as capture from '${new URL('./capture.ts', import.meta.url).href}'; captureLoaded(capture);`;
  view.document.head.append(loader);
  const outcome = await (await module).captureViewport();
  if (!outcome.ok) throw new Error(outcome.error.detail);
  expect(outcome.value.source).toBe('svg');
  return outcome.value.bitmap;
}

async function difference(reference: string, picture: HTMLCanvasElement): Promise<number> {
  const expected = new Image();
  expected.src = `data:image/png;base64,${reference}`;
  await expected.decode();
  const [a, b] = [pixels(expected), pixels(picture)];
  let off = 0;
  for (let at = 0; at < a.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > VISIBLE))
      off++;
  return off / (a.length / 4);
}

function pixels(source: CanvasImageSource): Uint8ClampedArray {
  const context = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d');
  if (!context) throw new Error('no context');
  context.drawImage(source, 0, 0, SIZE.width, SIZE.height);
  return context.getImageData(0, 0, SIZE.width, SIZE.height).data;
}
