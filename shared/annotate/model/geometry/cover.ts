import type { Point, Rect, Size } from '../document.ts';
import { clampPoint, farCorner, rectBetween } from './rect.ts';

/** The part of a rectangle that lies in the picture. */
export const clampRect = (rect: Rect, size: Size): Rect =>
  rectBetween(clampPoint(rect, size), clampPoint(farCorner(rect), size));

export function isWithin({ x, y, width, height }: Rect, at: Point, margin = 0): boolean {
  return (
    at.x >= x - margin && at.x <= x + width + margin && at.y >= y - margin && at.y <= y + height + margin
  );
}

/** Whether a rectangle lies wholly in another. */
export const isInside = (inner: Rect, outer: Rect): boolean =>
  isWithin(outer, inner, 1e-6) && isWithin(outer, farCorner(inner), 1e-6);

/** Whether two rectangles share more than an edge. */
export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
