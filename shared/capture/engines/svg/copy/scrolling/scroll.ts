/** For a scroller of a copy: nothing that would move it from where it begins. */
export const STAYS =
  'scroll-behavior:auto!important;scroll-snap-type:none!important;scroll-padding:0!important;';

/** For a box that is to be a scroller of the copy though it is none of the page. */
export const SCROLLER = `overflow:hidden!important;${STAYS}`;

/** Whether a scroller can begin elsewhere than at its beginning (Chromium 133); else shift.ts moves what is in it. */
export const beginsAnywhere = (): boolean => CSS.supports('scroll-initial-target', 'nearest');

/**
 * Declarations for a box of no substance that a scroller begins at, so that it stands where the page's does. There
 * is no script in a picture; but browsers that know `scroll-initial-target` begin a scroller at such a box, and
 * then everything else holds by itself: sticky parts, absolute ones, backgrounds.
 * @param x how far is scrolled, in CSS pixels, as `scrollLeft` and `scrollTop` tell
 * @param width of what is to be seen, in CSS pixels
 */
export function startAt(x: number, y: number, width: number, height: number): string {
  return (
    'all:initial!important;visibility:hidden!important;display:block!important;position:absolute!important;' +
    `left:${x}px!important;top:${y}px!important;width:${width}px!important;height:${height}px!important;` +
    'scroll-initial-target:nearest!important;'
  );
}

/** The pseudo-element of a scroller that the page makes no use of; null where it uses both. */
export function freePseudo(element: Element): '::after' | '::before' | null {
  for (const pseudo of ['::after', '::before'] as const)
    if (/^(?:none|normal|)$/.test(getComputedStyle(element, pseudo).content)) return pseudo;
  return null;
}
