import type { Point, Rect } from '../document.ts';
import { between, rectBetween, round } from './rect.ts';

/** One point of a freehand stroke. */
export interface StrokePoint extends Point {
  /** 0 to 1. */
  readonly pressure: number;
}

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
