import { intersect } from '../masks/geometry.ts';
import type { Rect } from '../types.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Below this, in CSS pixels a side, a drag is a click with an unsteady hand and not an area. */
export const SMALLEST = 5;

const between = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

const spanned = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** The whole pixels that two opposite corners span, whichever way they were drawn, inside `within`. */
export function areaBetween(a: Point, b: Point, within: Size): Rect {
  const inside = ({ x, y }: Point) => ({
    x: between(Math.round(x), 0, within.width),
    y: between(Math.round(y), 0, within.height),
  });
  return spanned(inside(a), inside(b));
}

/** Where an area drawn by keyboard begins: the middle half of the window. */
export function startArea({ width, height }: Size): Rect {
  return {
    x: Math.round(width / 4),
    y: Math.round(height / 4),
    width: Math.max(SMALLEST, Math.round(width / 2)),
    height: Math.max(SMALLEST, Math.round(height / 2)),
  };
}

/** Moves an area as far as the window allows; its size stays. */
export function moveArea(area: Rect, dx: number, dy: number, within: Size): Rect {
  return {
    ...area,
    x: between(area.x + dx, 0, Math.max(0, within.width - area.width)),
    y: between(area.y + dy, 0, Math.max(0, within.height - area.height)),
  };
}

/** Moves the far corner of an area; the near one stays. */
export function resizeArea(area: Rect, dx: number, dy: number, within: Size): Rect {
  return {
    ...area,
    width: between(area.width + dx, SMALLEST, Math.max(SMALLEST, within.width - area.x)),
    height: between(area.height + dy, SMALLEST, Math.max(SMALLEST, within.height - area.y)),
  };
}

/** An area in a window that has another size now; null where nothing of it is left. */
export function fitArea(area: Rect, within: Size): Rect | null {
  return intersect(area, { x: 0, y: 0, ...within });
}

export const CORNERS = ['nw', 'ne', 'se', 'sw'] as const;
export type Corner = (typeof CORNERS)[number];

/** The corner of an area by its name. */
export function cornerOf({ x, y, width, height }: Rect, corner: Corner): Point {
  return { x: corner.endsWith('w') ? x : x + width, y: corner.startsWith('n') ? y : y + height };
}

const OPPOSITE: Record<Corner, Corner> = { nw: 'se', ne: 'sw', se: 'nw', sw: 'ne' };

/** The corner that stays when the other one is pulled. */
export const opposite = (area: Rect, corner: Corner): Point => cornerOf(area, OPPOSITE[corner]);

/**
 * What of a standing area lies under a point: a corner (within `reach` of it), the inside, or nothing.
 * @param reach in CSS pixels: half the size of what a finger can hit
 */
export function gripAt(area: Rect, point: Point, reach: number): Corner | 'inside' | null {
  const near = (corner: Corner) => {
    const { x, y } = cornerOf(area, corner);
    return Math.max(Math.abs(x - point.x), Math.abs(y - point.y)) <= reach;
  };
  const corner = CORNERS.find(near);
  if (corner) return corner;
  const inside =
    point.x >= area.x &&
    point.x <= area.x + area.width &&
    point.y >= area.y &&
    point.y <= area.y + area.height;
  return inside ? 'inside' : null;
}

/** Where the label of a frame stands: above it, or below, or where there is room for neither inside. */
export function labelPlace(frame: Rect, label: Size, within: Size): Point {
  const x = between(frame.x, 0, Math.max(0, within.width - label.width));
  const above = frame.y - label.height - 6;
  if (above >= 0) return { x, y: above };
  const below = frame.y + frame.height + 6;
  if (below + label.height <= within.height) return { x, y: below };
  return {
    x: between(frame.x + 6, 0, Math.max(0, within.width - label.width)),
    y: Math.max(0, frame.y) + 6,
  };
}
