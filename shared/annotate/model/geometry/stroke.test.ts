import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnPoints } from '../arbitrary.ts';
import { distanceToStroke } from './distance.ts';
import { simplified, TOLERANCE } from './simplify.ts';
import { flatPoints, strokePoints } from './stroke.ts';

// Coordinates are rounded to a tenth of a pixel, so they may be off by half of that to each side.
const ROUNDING = 0.08;

test('a straight stroke needs two points, a bent one its corners', () => {
  const straight = Array.from({ length: 50 }, (_, i) => [i, i, 0.5]).flat();
  expect(simplified(straight, 4)).toEqual([0, 0, 0.5, 49, 49, 0.5]);
  expect(simplified([0, 0, 0.5, 10, 0, 0.5, 20, 0, 0.5, 20, 15, 0.5], 4)).toHaveLength(9);
  expect(simplified([7, 8, 0.5], 4)).toEqual([7, 8, 0.5]);
});

test('a change of pressure that can be seen is kept', () => {
  const swelling = [0, 0, 0.2, 50, 0, 0.9, 100, 0, 0.2];
  expect(simplified(swelling, 8)).toEqual(swelling);
  expect(simplified(swelling, 0)).toEqual([0, 0, 0.2, 100, 0, 0.2]);
});

test('every point that was drawn lies near the simplified stroke', () => {
  fc.assert(
    fc.property(drawnPoints, fc.constantFrom(TOLERANCE, 1, 3), (points, tolerance) => {
      const kept = simplified(points, 4, tolerance);
      for (const point of strokePoints(points))
        expect(distanceToStroke(kept, point)).toBeLessThanOrEqual(tolerance + ROUNDING);
    }),
  );
});

test('simplifying twice is simplifying once, and the ends stay', () => {
  fc.assert(
    fc.property(drawnPoints, (points) => {
      const kept = simplified(points, 4);
      expect(simplified(kept, 4)).toEqual(kept);
      const rounded = flatPoints(strokePoints(points));
      expect([...kept.slice(0, 3), ...kept.slice(-3)]).toEqual([
        ...rounded.slice(0, 3),
        ...rounded.slice(-3),
      ]);
    }),
  );
});

test('handwriting of a thousand points keeps fewer than a third', () => {
  const written = Array.from({ length: 1000 }, (_, i) => [
    100 + i * 0.7 + 12 * Math.sin(i / 9),
    200 + 18 * Math.cos(i / 11),
    0.5,
  ]).flat();
  expect(simplified(written, 4).length).toBeLessThan(written.length / 3);
});
