import type { Browser, Page } from 'playwright';
import type { Rect } from '../../../shared/capture/types.ts';
import type { BuiltEngine } from './engines.ts';
import type { Measured } from './in-page.ts';
import type { BenchPage } from './pages.ts';

/** Milliseconds from which on an engine counts as having failed. */
export const PATIENCE = 60_000;

/**
 * Opens a page in a window of its own and waits until it has done what it does by itself. Endless animations are
 * stopped where they are, so that two pictures show the same. A case may name an element to point at or to focus
 * (`data-hover`, `data-focus` on its root) and say by a promise `ready` when it is set up.
 */
export async function openPage(browser: Browser, url: string, page: BenchPage, dpr: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: page.viewport,
    deviceScaleFactor: dpr,
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const tab = await context.newPage();
  await tab.goto(url, { waitUntil: 'load' });
  await tab.evaluate(async () => {
    await Reflect.get(window, 'ready');
    await document.fonts.ready;
  });
  const { hover, focus } = await tab.evaluate(() => ({ ...document.documentElement.dataset }));
  if (focus !== undefined) await tab.focus(focus);
  if (hover !== undefined) await tab.hover(hover);
  return tab;
}

/** Scrolls a page down by up to 400 px. False where it has nothing to scroll. */
export async function scrollDown(tab: Page): Promise<boolean> {
  return tab.evaluate(() => {
    window.scrollTo({ top: 400, behavior: 'instant' });
    return window.scrollY >= 40;
  });
}

/** The browser's own picture (PNG), once two in a row are the same; the last one where a page never rests. */
export async function referencePicture(tab: Page): Promise<Buffer> {
  let before = await tab.screenshot();
  for (let attempt = 0; attempt < 30; attempt++) {
    await tab.evaluate(() => {
      for (const animation of document.getAnimations())
        if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) animation.pause();
    });
    const now = await tab.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}

/** What ours hides on purpose, and what a page says that no engine can know (a foreign frame). */
const IGNORED =
  '[data-ignore], [data-private], input[type=password], [autocomplete*=password], [autocomplete*=cc-], [autocomplete*=one-time-code]';

/** Areas that do not count, in CSS pixels of the viewport. */
export async function ignoredAreas(tab: Page): Promise<Rect[]> {
  return tab.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x - 1, y: y - 1, width: width + 2, height: height + 2 };
      }),
    IGNORED,
  );
}

/**
 * The engine's picture of a page as it stands. Rejects when the engine throws, or after 60 s.
 * @param calls how often the engine is asked; the last picture counts
 */
export async function enginePicture(tab: Page, engine: BuiltEngine, calls: number): Promise<Measured> {
  // As text: neither Node nor a test runner may rewrite the import.
  const script = `import('/__bench/${engine.name}/${engine.entry}').then((module) => module.measure(${calls}))`;
  const timer = Promise.withResolvers<never>();
  const handle = setTimeout(() => timer.reject(new Error('no answer within 60 s')), PATIENCE);
  try {
    return await Promise.race([tab.evaluate<Measured>(script), timer.promise]);
  } finally {
    clearTimeout(handle);
  }
}

/** Closes the window of a page, without waiting for one that no longer answers. */
export async function closePage(tab: Page): Promise<void> {
  const enough = new Promise((resolve) => setTimeout(resolve, 5_000).unref());
  await Promise.race([tab.context().close(), enough]);
}
