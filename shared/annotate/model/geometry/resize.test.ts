import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SIZE } from '../arbitrary.ts';
import type { Shape } from '../document.ts';
import { arrow, box, pen, redaction, step, text } from '../samples.ts';
import { bounds, boundsOf } from './bounds.ts';
import { snapped } from './rect.ts';
import { handles, lastHandle, resizeRect, resizeShapes } from './resize.ts';

const names = (...shapes: Shape[]) => handles(shapes).map(({ name }) => name);
const straight: Shape = { ...pen, points: [10, 10, 0.5, 90, 10, 0.5] };
const wide: Shape = { ...text, width: 80, height: 26, wraps: true };

test('each kind has the handles that make sense of it', () => {
  expect(names(box)).toHaveLength(8);
  expect(names(pen)).toHaveLength(8);
  expect(names(arrow)).toEqual(['from', 'to']);
  expect(names(straight)).toEqual(['from', 'to']);
  expect(names(wide)).toEqual(['e', 'w']);
  expect(names(step)).toEqual(['nw', 'ne', 'se', 'sw']);
  expect(names(arrow, step)).toHaveLength(8);
  expect(names()).toEqual([]);
});

test('the keyboard pulls the end, the lower right corner or the right side', () => {
  expect([[arrow], [box], [wide], [arrow, box]].map((shapes) => lastHandle(shapes)?.name)).toEqual([
    'to',
    'se',
    'e',
    'se',
  ]);
});

test('shapes resized together keep their places in the frame around them', () => {
  const other: Shape = { ...box, id: 'other', x: 60, y: 45, width: 50, height: 25 };
  const [first, second] = resizeShapes([box, other], 'se', { x: 210, y: 120 }, SIZE);
  expect(first && bounds(first)).toEqual({ x: 10, y: 20, width: 200, height: 100 });
  expect(second && bounds(second)).toEqual({ x: 110, y: 70, width: 100, height: 50 });
});

test('a stroke is stretched, and turned over when pulled past its other side', () => {
  const [wider] = resizeShapes([pen], 'e', { x: 110, y: 0 }, SIZE);
  expect(wider).toEqual({ ...pen, points: [10, 10, 0.5, 110, 10, 0.5, 110, 40, 0.5] });
  const [turned] = resizeShapes(
    [{ ...pen, points: [110, 10, 0.5, 160, 10, 0.5, 160, 40, 0.5] }],
    'e',
    { x: 60, y: 0 },
    SIZE,
  );
  expect(turned).toMatchObject({ points: [110, 10, 0.5, 60, 10, 0.5, 60, 40, 0.5] });
});

test('one end of a line is pulled and the other stays', () => {
  expect(resizeShapes([arrow], 'from', { x: 30, y: 10 }, SIZE)).toEqual([
    { ...arrow, from: { x: 30, y: 10 } },
  ]);
  const [bent] = resizeShapes([straight], 'to', { x: 60, y: 50 }, SIZE);
  expect(bent).toMatchObject({ points: [10, 10, 0.5, 60, 50, 0.5] });
});

test('with Shift lines keep to 45° and corners to the ratio', () => {
  expect(snapped({ x: 10, y: 10 }, { x: 60, y: 14 })).toEqual({ x: 60, y: 10 });
  expect(snapped({ x: 10, y: 10 }, { x: 30, y: 26 })).toEqual({ x: 28, y: 28 });
  const [half] = resizeShapes([box], 'se', { x: 60, y: 190 }, SIZE, true);
  expect(half).toMatchObject({ x: 10, y: 20, width: 50, height: 25 });
  const [upper] = resizeShapes([box], 'nw', { x: 60, y: 0 }, SIZE, true);
  expect(upper).toMatchObject({ x: 60, y: 45, width: 50, height: 25 });
});

test('the letters of a text grow in a group, its lines by its own sides', () => {
  const [longer] = resizeShapes([wide], 'e', { x: 150, y: 0 }, SIZE);
  expect(longer).toMatchObject({ x: 20, width: 130, size: 10, wraps: true });
  const [, larger] = resizeShapes([box, wide], 'se', { x: 210, y: 120 }, SIZE);
  expect(larger).toMatchObject({ size: 20, width: 160 });
});

test('a disc reaches to the point from its centre', () => {
  expect(resizeShapes([step], 'se', { x: 80, y: 70 }, SIZE)).toEqual([{ ...step, size: 60 }]);
});

test('the frame of a crop stays in the picture, whichever side is pulled', () => {
  expect(resizeRect({ x: 10, y: 10, width: 50, height: 50 }, 'se', { x: 900, y: 5 }, SIZE)).toEqual({
    x: 10,
    y: 5,
    width: 290,
    height: 5,
  });
});

test('whatever is pulled anywhere stays a shape of numbers', () => {
  const handle = fc.constantFrom(...handles([box]).map(({ name }) => name), 'from' as const, 'to' as const);
  const at = fc.record({ x: fc.integer({ min: -50, max: 400 }), y: fc.integer({ min: -50, max: 300 }) });
  const kinds = fc.subarray<Shape>([box, arrow, straight, pen, wide, step, redaction], { minLength: 1 });
  fc.assert(
    fc.property(kinds, handle, at, fc.boolean(), (shapes, name, to, regular) => {
      const around = boundsOf(resizeShapes(shapes, name, to, SIZE, regular));
      expect(Object.values(around ?? {}).every(Number.isFinite)).toBe(true);
    }),
  );
});
