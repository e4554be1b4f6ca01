import { later } from '../../later.ts';
import { distanceAt, placeAlong } from './distance.ts';
import type { StrokePoint } from './stroke.ts';
import { flatPoints, strokePoints } from './stroke.ts';

/** How far a simplified stroke may lie from the drawn one, in image pixels: too little to be seen. */
export const TOLERANCE = 0.4;

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
  const along = placeAlong(from, to, point);
  const pressure = from.pressure + along * (to.pressure - from.pressure);
  return Math.max(distanceAt(from, to, point, along), (Math.abs(point.pressure - pressure) * thickness) / 2);
}

later.simplified = simplified;
