import type { Point } from '../document.ts';
import { between } from './rect.ts';
import { strokePoints } from './stroke.ts';

/** Distance of a point from the line between two others. */
export const distanceToLine = (from: Point, to: Point, point: Point): number =>
  distanceAt(from, to, point, placeAlong(from, to, point));

/** Distance of a point from a stroke, its width left out. */
export function distanceToStroke(points: readonly number[], point: Point): number {
  const all = strokePoints(points);
  let [before] = all;
  if (!before) return Infinity;
  let nearest = Infinity;
  for (const next of all) {
    nearest = Math.min(nearest, distanceToLine(before, next, point));
    before = next;
  }
  return nearest;
}

/** Where on the way from one point to another a third is nearest, 0 to 1. */
export function placeAlong(from: Point, to: Point, point: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  return length && between(((point.x - from.x) * dx + (point.y - from.y) * dy) / length, 0, 1);
}

/** Distance of a point from that place. */
export function distanceAt(from: Point, to: Point, point: Point, along: number): number {
  const dx = point.x - from.x - along * (to.x - from.x);
  const dy = point.y - from.y - along * (to.y - from.y);
  // Not Math.hypot, which is several times slower and asked for each point of each stroke.
  return Math.sqrt(dx * dx + dy * dy);
}
