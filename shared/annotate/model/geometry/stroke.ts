import type { Point, Rect } from '../document.ts';
import { between, rectBetween, round } from './rect.ts';

/** One point of a freehand stroke. */
export interface StrokePoint extends Point {
  /** 0 to 1. */
  readonly pressure: number;
}

/** How far a simplified stroke may lie from the drawn one, in image pixels: too little to be seen. */
export const TOLERANCE = 0.4;

/** The points of a stroke, one object each. A rest of fewer than three numbers is left out. */
export function strokePoints(points: readonly number[]): StrokePoint[] {
  const read: StrokePoint[] = [];
  for (let i = 0; i + 2 < points.length; i += 3)
    read.push({ x: points[i] ?? 0, y: points[i + 1] ?? 0, pressure: points[i + 2] ?? 0 });
  return read;
}

/** The opposite of `strokePoints`: rounded, and each pressure between 0 and 1. */
export function flatPoints(points: readonly StrokePoint[]): number[] {
  return points.flatMap(({ x, y, pressure }) => [
    round(x),
    round(y),
    Math.round(between(pressure, 0, 1) * 100) / 100,
  ]);
}

/** A stroke with each point moved. */
export const mapPoints = (points: readonly number[], move: (point: Point) => Point): number[] =>
  flatPoints(strokePoints(points).map((point) => ({ ...point, ...move(point) })));

export function strokeBounds(points: readonly number[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of strokePoints(points)) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : rectBetween({ x: left, y: top }, { x: right, y: bottom });
}

/** Distance of a point from the line between two others. */
export const distanceToLine = (from: Point, to: Point, point: Point): number =>
  distance(from, to, point, part(from, to, point));

/** Where on the way from one point to another a third is nearest, 0 to 1. */
function part(from: Point, to: Point, point: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  return length && between(((point.x - from.x) * dx + (point.y - from.y) * dy) / length, 0, 1);
}

function distance(from: Point, to: Point, point: Point, along: number): number {
  const dx = point.x - from.x - along * (to.x - from.x);
  const dy = point.y - from.y - along * (to.y - from.y);
  // Not Math.hypot, which is several times slower and asked for each point of each stroke.
  return Math.sqrt(dx * dx + dy * dy);
}

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

/**
 * A stroke with fewer points that looks the same (Ramer, Douglas and Peucker): it stays within `tolerance` of
 * each point left out, and so does its edge, which follows the pressure. Simplifying twice changes nothing more.
 * @param thickness of the stroke, in image pixels: how much a change of pressure can be seen
 */
export function simplified(points: readonly number[], thickness: number, tolerance = TOLERANCE): number[] {
  const all = strokePoints(flatPoints(strokePoints(points)));
  const keep = new Set([0, all.length - 1]);
  const open: [number, number][] = [[0, all.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    const [from, to] = [all[first], all[last]];
    if (!from || !to) continue;
    let [farthest, most] = [-1, tolerance];
    for (let i = first + 1; i < last; i++) {
      const off = deviation(from, to, all[i] ?? from, thickness);
      if (off > most) [farthest, most] = [i, off];
    }
    if (farthest < 0) continue;
    keep.add(farthest);
    open.push([first, farthest], [farthest, last]);
  }
  return flatPoints(all.filter((_, index) => keep.has(index)));
}

function deviation(from: StrokePoint, to: StrokePoint, point: StrokePoint, thickness: number): number {
  const along = part(from, to, point);
  const pressure = from.pressure + along * (to.pressure - from.pressure);
  return Math.max(distance(from, to, point, along), (Math.abs(point.pressure - pressure) * thickness) / 2);
}
