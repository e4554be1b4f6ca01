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
