import type { Point, Rect, Size } from '../document.ts';

/** Coordinates are kept to a tenth of a pixel: finer cannot be seen and only makes the data longer. */
export const round = (value: number): number => Math.round(value * 10) / 10 || 0;

export const between = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

/** The rectangle that two opposite corners span, whichever way they were drawn. */
export function rectBetween(a: Point, b: Point): Rect {
  const x = round(Math.min(a.x, b.x));
  const y = round(Math.min(a.y, b.y));
  return {
    x,
    y,
    width: round(round(Math.max(a.x, b.x)) - x),
    height: round(round(Math.max(a.y, b.y)) - y),
  };
}

export const farCorner = (rect: Rect): Point => ({ x: rect.x + rect.width, y: rect.y + rect.height });

export function clampPoint(point: Point, size: Size): Point {
  return { x: round(between(point.x, 0, size.width)), y: round(between(point.y, 0, size.height)) };
}

/** The part of a rectangle that lies in the picture. */
export const clampRect = (rect: Rect, size: Size): Rect =>
  rectBetween(clampPoint(rect, size), clampPoint(farCorner(rect), size));

/** The smallest rectangle around several; null around none. */
export function union(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  const far = rects.map(farCorner);
  return rectBetween(
    { x: Math.min(...rects.map(({ x }) => x)), y: Math.min(...rects.map(({ y }) => y)) },
    { x: Math.max(...far.map(({ x }) => x)), y: Math.max(...far.map(({ y }) => y)) },
  );
}

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
