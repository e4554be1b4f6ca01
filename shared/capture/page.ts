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

/**
 * Cuts a picture of the viewport to an area of it, rounded to whole bitmap pixels. The first bitmap is emptied.
 * @param area in CSS pixels of the viewport; what lies outside of it is cut away
 * @param scale bitmap pixels per CSS pixel
 * @returns null where the area lies outside of the viewport
 */
export function cutOut(bitmap: HTMLCanvasElement, area: Rect, scale: number): HTMLCanvasElement | null {
  const [left, top] = [Math.max(0, Math.round(area.x * scale)), Math.max(0, Math.round(area.y * scale))];
  const width = Math.min(bitmap.width, Math.round((area.x + area.width) * scale)) - left;
  const height = Math.min(bitmap.height, Math.round((area.y + area.height) * scale)) - top;
  if (width <= 0 || height <= 0) return null;
  const piece = bitmap.ownerDocument.createElement('canvas');
  piece.width = width;
  piece.height = height;
  piece.getContext('2d')?.drawImage(bitmap, -left, -top);
  bitmap.width = 0;
  return piece;
}

/** Safari gives up on canvases above 16.7 million pixels; a picture need not be larger anywhere. */
export const MAX_PIXELS = 4096 * 4096;

/** Bitmap pixels per CSS pixel for a picture of the viewport: the screen's own, unless that is too much. */
export function captureScale({ viewport }: PageView, devicePixelRatio: number): number {
  return Math.min(devicePixelRatio || 1, Math.sqrt(MAX_PIXELS / (viewport.width * viewport.height)));
}

/** `light dark` as what it comes to for this user. */
export function settledScheme(scheme: string, prefersDark: boolean): string {
  const [light, dark] = [/\blight\b/.test(scheme), /\bdark\b/.test(scheme)];
  return light && dark ? (prefersDark ? 'dark' : 'light') : scheme;
}

/** The colour scheme that a page is shown in. */
export function pageScheme(doc: Document): 'light' | 'dark' {
  const view = doc.defaultView ?? window;
  const own = view.getComputedStyle(doc.documentElement).colorScheme;
  const meta = doc.querySelector<HTMLMetaElement>('meta[name="color-scheme" i]')?.content ?? '';
  const scheme = own === 'normal' || own === '' ? meta : own;
  const prefersDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  return settledScheme(scheme, prefersDark).includes('dark') ? 'dark' : 'light';
}

/** What browsers paint beneath everything of a page. */
export const GROUND = { light: '#ffffff', dark: '#121212' } as const;
