import { browser } from 'wxt/browser';
import { type Composed, compose } from './compose.ts';
import type { Cover } from './cover.ts';
import type { MeasuredFrame, MeasuredPage } from './measure.ts';

/** Whether the browser lets a script of the extension into this page, and the page is one that can be drawn upon. */
export async function letsLookIn(tabId: number): Promise<boolean> {
  try {
    const [page] = await browser.scripting.executeScript({
      target: { tabId },
      injectImmediately: true,
      func: () => document.documentElement instanceof HTMLElement,
    });
    return page?.result === true;
  } catch {
    return false;
  }
}

/**
 * Looks at a page and at the frames the browser lets the extension into: those of the page's own origin, unless it
 * has a right to others.
 * @returns a function that looks, as often as it is called: null where the browser allows no script
 */
export async function lookInto(tabId: number, cover: Cover): Promise<() => Promise<Composed | null>> {
  const target = { tabId, allFrames: true };
  // Not once the page has loaded, which may take for ever: as it stands.
  const now = { target, injectImmediately: true };
  await browser.scripting.executeScript({ ...now, files: ['/measure.js'] }).catch(() => null);
  return async () => {
    const frames = await browser.scripting
      .executeScript<[Cover], MeasuredFrame | MeasuredPage | null>({
        ...now,
        func: (cover) => {
          const measure: unknown = Reflect.get(globalThis, 'hearbackMeasure');
          return typeof measure === 'function' ? measure(cover) : null;
        },
        args: [cover],
      })
      .catch(() => []);
    return compose(
      frames.flatMap(({ result }) => result ?? []),
      cover,
    );
  };
}
