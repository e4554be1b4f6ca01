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

/** The smallest rectangle around several; null around none. */
export function union(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  const far = rects.map(farCorner);
  return rectBetween(
    { x: Math.min(...rects.map(({ x }) => x)), y: Math.min(...rects.map(({ y }) => y)) },
    { x: Math.max(...far.map(({ x }) => x)), y: Math.max(...far.map(({ y }) => y)) },
  );
}

/** A point moved so that the line to it from another runs at a multiple of 45°; its distance stays about the same. */
export function snapped(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const step = Math.PI / 4;
  const angle = Math.round(Math.atan2(dy, dx) / step) * step;
  const along = dx * Math.cos(angle) + dy * Math.sin(angle);
  return { x: round(from.x + along * Math.cos(angle)), y: round(from.y + along * Math.sin(angle)) };
}
