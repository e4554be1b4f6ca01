import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rect } from '../types.ts';
import { areSame, contains, intersect, swept, toBitmapRects, withoutContained } from './geometry.ts';

// Not fc.double, which spends most of its tries near zero.
const between = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);
const rect = fc.record({
  x: between(-200, 600),
  y: between(-200, 500),
  width: between(1, 300),
  height: between(1, 300),
});

const BITMAP = { width: 500, height: 400 };

test('a mask is rounded outwards to whole pixels', () => {
  expect(toBitmapRects([{ x: 10.4, y: 20.6, width: 5.2, height: 4 }], 1, BITMAP)).toEqual([
    { x: 10, y: 20, width: 6, height: 5 },
  ]);
});

test('a mask is scaled before it is rounded', () => {
  expect(toBitmapRects([{ x: 10.4, y: 20.5, width: 5.2, height: 4 }], 2, BITMAP)).toEqual([
    { x: 20, y: 41, width: 12, height: 8 },
  ]);
});

test('a mask that is partly outside the picture keeps the part inside', () => {
  expect(toBitmapRects([{ x: -20, y: 390, width: 40, height: 40 }], 1, BITMAP)).toEqual([
    { x: 0, y: 390, width: 20, height: 10 },
  ]);
});

test('a mask wholly outside the picture is dropped', () => {
  expect(toBitmapRects([{ x: 0, y: 800, width: 40, height: 40 }], 1, BITMAP)).toEqual([]);
});

test('every visible point of a private rectangle lies in a mask, at any scale', () => {
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 6 }), fc.constantFrom(1, 1.25, 1.5, 2, 3), (rects, scale) => {
      const masks = toBitmapRects(rects, scale, BITMAP);
      const whole = { x: 0, y: 0, ...BITMAP };
      for (const each of rects) {
        const pixels: Rect = {
          x: each.x * scale,
          y: each.y * scale,
          width: each.width * scale,
          height: each.height * scale,
        };
        const visible = intersect(pixels, whole);
        if (visible && Math.min(visible.width, visible.height) > 1e-6)
          expect(masks.some((mask) => contains(mask, shrink(visible)))).toBe(true);
      }
    }),
  );
});

/** Less by a ten-millionth of a pixel, which floating point may lose. */
const shrink = (r: Rect): Rect => ({
  x: r.x + 1e-7,
  y: r.y + 1e-7,
  width: Math.max(0, r.width - 2e-7),
  height: Math.max(0, r.height - 2e-7),
});

test('a rectangle within another adds nothing', () => {
  const outer = { x: 0, y: 0, width: 10, height: 10 };
  const inner = { x: 2, y: 2, width: 3, height: 3 };
  expect(withoutContained([inner, outer, inner])).toEqual([outer]);
});

test('rectangles that only touch do not overlap', () => {
  expect(intersect({ x: 0, y: 0, width: 10, height: 10 }, { x: 10, y: 0, width: 10, height: 10 })).toBeNull();
});

const field = { x: 10, y: 10, width: 80, height: 20 };
const label = { x: 10, y: 300, width: 40, height: 20 };

test('what moved while a picture was taken is covered on all its way', () => {
  const before = [field, label];
  const after = [label, { ...field, y: 210 }];
  expect(areSame(before, after)).toBe(false);
  for (let y = 10; y <= 210; y += 25)
    expect(swept(before, after).some((mask) => contains(mask, { ...field, y }))).toBe(true);
  expect(swept(before, after)).not.toContainEqual(expect.objectContaining({ height: 310 }));
});

test('what stayed is covered where it is and no further', () => {
  expect(areSame([field, label], [field, label])).toBe(true);
  expect(withoutContained(swept([field, label], [field, label]))).toEqual([field, label]);
});

test('what came or went is covered where it was seen', () => {
  expect(swept([], [field])).toEqual([field]);
  expect(swept([field], [])).toEqual([field]);
});
