import type { PageView, Rect } from './types.ts';

/** What is on screen now. Scrollbars do not count: they are in no picture. */
export function pageView(doc: Document): PageView {
  const view = doc.defaultView ?? window;
  // In quirks mode the root's client size is the whole page's; body's is the viewport's.
  const root = doc.compatMode === 'BackCompat' ? doc.body : doc.documentElement;
  return {
    viewport: {
      width: root.clientWidth || view.innerWidth,
      height: root.clientHeight || view.innerHeight,
    },
    scroll: { x: view.scrollX, y: view.scrollY },
  };
}

/** The part of the page that a view shows, in page coordinates. */
export function pageRect({ viewport, scroll }: PageView): Rect {
  return { x: scroll.x, y: scroll.y, width: viewport.width, height: viewport.height };
}

/** Safari gives up on canvases above 16.7 million pixels; a picture need not be larger anywhere. */
export const MAX_PIXELS = 4096 * 4096;

/** Bitmap pixels per CSS pixel for a picture of the viewport: the screen's own, unless that is too much. */
export function captureScale({ viewport }: PageView, devicePixelRatio: number): number {
  return Math.min(devicePixelRatio || 1, Math.sqrt(MAX_PIXELS / (viewport.width * viewport.height)));
}

/** What browsers paint where a page paints nothing: white, or their dark where the page asks for that. */
export function canvasColour(doc: Document): string {
  const view = doc.defaultView ?? window;
  const scheme = view.getComputedStyle(doc.documentElement).colorScheme;
  const userPrefersDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  const dark = /\bdark\b/.test(scheme) && (userPrefersDark || !/\blight\b/.test(scheme));
  return dark ? '#121212' : '#ffffff';
}
