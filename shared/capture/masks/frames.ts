import type { Rect } from '../types.ts';
import { intersect } from './geometry.ts';
import { above, shadowOf } from './tree.ts';

/** The same-origin document within a frame; null for a foreign one. */
export function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** All frames of a document, those in shadow roots included. */
export function* frames(root: ParentNode): Generator<HTMLIFrameElement> {
  yield* root.querySelectorAll('iframe');
  for (const element of root.querySelectorAll('*')) {
    const shadow = shadowOf(element);
    if (shadow) yield* frames(shadow);
  }
}

/**
 * Boxes of the document in a frame as boxes of the document around it: moved, and larger or smaller where the frame
 * is zoomed or scaled. Of a frame that is turned there is no telling where its parts are: any box in it makes it the
 * whole frame.
 */
export function fromFrame(frame: HTMLIFrameElement, inner: Document, rects: readonly Rect[]): Rect[] {
  const { x, y, width, height } = frame.getBoundingClientRect();
  const outer = { x, y, width, height };
  const { innerWidth = 0, innerHeight = 0 } = inner.defaultView ?? {};
  if (rects.length === 0 || width === 0 || height === 0 || innerWidth === 0 || innerHeight === 0) return [];
  if (isTurned(frame)) return [outer];
  const style = getComputedStyle(frame);
  const padding = (name: string) => Number.parseFloat(style.getPropertyValue(`padding-${name}`)) || 0;
  // Shares of the frame's own size, as that is told without what a transform makes of it.
  const across = width / frame.offsetWidth;
  const down = height / frame.offsetHeight;
  const left = x + (frame.clientLeft + padding('left')) * across;
  const top = y + (frame.clientTop + padding('top')) * down;
  const scaleX = ((frame.clientWidth - padding('left') - padding('right')) * across) / innerWidth;
  const scaleY = ((frame.clientHeight - padding('top') - padding('bottom')) * down) / innerHeight;
  return rects.flatMap((rect) => {
    const moved = {
      x: left + rect.x * scaleX,
      y: top + rect.y * scaleY,
      width: rect.width * scaleX,
      height: rect.height * scaleY,
    };
    return intersect(moved, outer) ?? [];
  });
}

/** Whether an element is turned, mirrored, skewed or in space: anything but moved and scaled. */
function isTurned(element: Element): boolean {
  for (let box: Element | null = element; box; box = above(box)) {
    const { transform, rotate, offsetPath } = getComputedStyle(box);
    if (rotate !== 'none' || (offsetPath && offsetPath !== 'none')) return true;
    if (transform === 'none') continue;
    const { a, b, c, d, is2D } = new DOMMatrixReadOnly(transform);
    if (!is2D || b !== 0 || c !== 0 || a <= 0 || d <= 0) return true;
  }
  return false;
}
