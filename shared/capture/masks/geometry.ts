import type { Rect } from '../types.ts';

/** The common part of two rectangles, or null where they do not overlap. */
export function intersect(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The same area with fewer rectangles: those lying within another are dropped. */
export function withoutContained(rects: readonly Rect[]): Rect[] {
  const bySize = [...rects].sort((a, b) => b.width * b.height - a.width * a.height);
  const kept: Rect[] = [];
  for (const rect of bySize) if (!kept.some((larger) => contains(larger, rect))) kept.push(rect);
  return kept;
}

/** Whether two measurements found the same. */
export const areSame = (some: readonly Rect[], others: readonly Rect[]): boolean =>
  some.length === others.length &&
  some.every((rect, index) => {
    const other = others[index];
    return other !== undefined && contains(rect, other) && contains(other, rect);
  });

/**
 * What rectangles pass over on a straight way from where they were to where they are: a picture that was taken in
 * between may show them anywhere on it. Which was which is not known; what stayed is left aside, and of the rest each
 * is taken to be the nearest of about its size.
 */
export function swept(before: readonly Rect[], after: readonly Rect[]): Rect[] {
  const isIn = (rect: Rect, rects: readonly Rect[]) =>
    rects.some((other) => contains(rect, other) && contains(other, rect));
  const gone = before.filter((rect) => !isIn(rect, after));
  const come = after.filter((rect) => !isIn(rect, before));
  const ways = gone.flatMap((rect) => {
    const far = (other: Rect) =>
      Math.abs(other.x - rect.x) +
      Math.abs(other.y - rect.y) +
      10 * (Math.abs(other.width - rect.width) + Math.abs(other.height - rect.height));
    const [first, ...others] = come;
    return first
      ? [
          hull(
            rect,
            others.reduce((best, other) => (far(other) < far(best) ? other : best), first),
          ),
        ]
      : [];
  });
  return [...before, ...after, ...ways];
}

function hull(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const [right, bottom] = [Math.max(a.x + a.width, b.x + b.width), Math.max(a.y + a.height, b.y + b.height)];
  return { x, y, width: right - x, height: bottom - y };
}

/**
 * Mask rectangles as whole bitmap pixels, rounded outwards so that a half-covered pixel is covered, and
 * cut to the bitmap.
 * @param rects in CSS pixels, relative to the picture's top left corner
 * @param scale bitmap pixels per CSS pixel
 */
export function toBitmapRects(
  rects: readonly Rect[],
  scale: number,
  bitmap: { readonly width: number; readonly height: number },
): Rect[] {
  const bounds = { x: 0, y: 0, width: bitmap.width, height: bitmap.height };
  const inPixels = rects.flatMap((rect) => {
    const x = Math.floor(rect.x * scale);
    const y = Math.floor(rect.y * scale);
    const outward = {
      x,
      y,
      width: Math.ceil((rect.x + rect.width) * scale) - x,
      height: Math.ceil((rect.y + rect.height) * scale) - y,
    };
    return intersect(outward, bounds) ?? [];
  });
  return withoutContained(inPixels);
}
