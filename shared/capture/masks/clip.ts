import type { Rect } from '../types.ts';
import { intersect } from './geometry.ts';
import { above, isInTopLayer } from './tree.ts';

/** Whether an element paints anything of its own. Errs towards showing. */
export function shows(element: Element): boolean {
  if (element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true) return true;
  // Without a box of its own it has no visibility for the browser; its text has.
  const { display, visibility } = getComputedStyle(element);
  return display === 'contents' && visibility === 'visible';
}

/**
 * What ancestors let through of an element, or null where nothing limits it. Errs towards showing more, so
 * that a mask is never smaller than what is visible: an ancestor counts only where it certainly clips.
 */
export function clipOf(element: Element): Rect | null {
  let clip: Rect | null = null;
  let { position } = getComputedStyle(element);
  if (position === 'absolute' && isInTopLayer(element)) return null;
  for (let box = above(element); box && position !== 'fixed'; box = above(box)) {
    const style = getComputedStyle(box);
    if (style.display === 'contents' || (position === 'absolute' && style.position === 'static')) continue;
    position = style.position;
    if (clips(box, style)) {
      const bounds = box.getBoundingClientRect();
      clip = clip ? (intersect(clip, bounds) ?? NOTHING) : bounds;
    }
    if (position === 'absolute' && isInTopLayer(box)) break;
  }
  return clip;
}

const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 };
const CLIPS = /hidden|clip|scroll|auto/;
/** Boxes whose `overflow` browsers heed: not those of lines and of rows. */
const HEEDED = /block|flow-root|list-item|flex|grid|table-cell/;

/** Whether an element cuts what it holds at its own edges. */
export function clips(box: Element, style: CSSStyleDeclaration): boolean {
  // What overflows html and body is cut by the viewport, not by their boxes.
  if (/^(?:html|body)$/.test(box.localName)) return false;
  if (!CLIPS.test(style.overflowX) || !CLIPS.test(style.overflowY)) return false;
  if (/[1-9]/.test(style.getPropertyValue('overflow-clip-margin'))) return false;
  return HEEDED.test(style.display) || box.localName === 'svg';
}

/** Boxes cut to what is let through. */
export function* cut(rects: Iterable<Rect>, clip: Rect | null): Generator<Rect> {
  for (const { x, y, width, height } of rects) {
    const part = intersect({ x, y, width, height }, clip ?? { x, y, width, height });
    if (part) yield part;
  }
}
