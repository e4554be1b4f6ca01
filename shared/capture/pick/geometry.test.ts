import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains } from '../masks/geometry.ts';
import {
  areaBetween,
  cornerOf,
  fitArea,
  gripAt,
  labelPlace,
  moveArea,
  opposite,
  resizeArea,
  SMALLEST,
  startArea,
} from './geometry.ts';

const WINDOW = { width: 800, height: 600 };
const whole = { x: 0, y: 0, ...WINDOW };
const coordinate = fc.integer({ min: -2000, max: 2000 });
const point = fc.record({ x: coordinate, y: coordinate });
const area = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 500 }))
  .map(([x, y]) => ({ x, y, width: 100, height: 100 }));

test('an area is the same whichever corner it was drawn from', () => {
  const drawn = { x: 10, y: 20, width: 90, height: 30 };
  expect(areaBetween({ x: 10, y: 20 }, { x: 100, y: 50 }, WINDOW)).toEqual(drawn);
  expect(areaBetween({ x: 100, y: 50 }, { x: 10, y: 20 }, WINDOW)).toEqual(drawn);
  expect(areaBetween({ x: 10, y: 50 }, { x: 100, y: 20 }, WINDOW)).toEqual(drawn);
});

test('an area has whole pixels', () => {
  expect(areaBetween({ x: 10.4, y: 20.5 }, { x: 99.6, y: 50.2 }, WINDOW)).toEqual({
    x: 10,
    y: 21,
    width: 90,
    height: 29,
  });
});

test('no drag, move or resize leaves the window', () => {
  fc.assert(
    fc.property(point, point, area, coordinate, coordinate, (a, b, start, dx, dy) => {
      expect(contains(whole, areaBetween(a, b, WINDOW))).toBe(true);
      expect(contains(whole, moveArea(start, dx, dy, WINDOW))).toBe(true);
      expect(contains(whole, resizeArea(start, dx, dy, WINDOW))).toBe(true);
    }),
  );
});

test('a move keeps the size, a resize the near corner and something to see', () => {
  const start = { x: 700, y: 10, width: 100, height: 100 };
  expect(moveArea(start, 10, 10, WINDOW)).toEqual({ ...start, y: 20 });
  expect(resizeArea(start, -500, 10, WINDOW)).toEqual({ ...start, width: SMALLEST, height: 110 });
});

test('the area that the keyboard begins with lies in the middle of any window', () => {
  expect(startArea(WINDOW)).toEqual({ x: 200, y: 150, width: 400, height: 300 });
  expect(contains({ x: 0, y: 0, width: 320, height: 256 }, startArea({ width: 320, height: 256 }))).toBe(
    true,
  );
});

test('an area is cut to a window that has become smaller, and gone where the window ends before it', () => {
  const drawn = { x: 100, y: 100, width: 400, height: 300 };
  expect(fitArea(drawn, { width: 320, height: 600 })).toEqual({ ...drawn, width: 220 });
  expect(fitArea(drawn, { width: 90, height: 600 })).toBeNull();
});

test('a finger finds the corners before the inside, and nothing outside', () => {
  const drawn = { x: 100, y: 100, width: 200, height: 100 };
  expect(gripAt(drawn, { x: 90, y: 95 }, 22)).toBe('nw');
  expect(gripAt(drawn, { x: 310, y: 210 }, 22)).toBe('se');
  expect(gripAt(drawn, { x: 200, y: 150 }, 22)).toBe('inside');
  expect(gripAt(drawn, { x: 200, y: 250 }, 22)).toBeNull();
});

test('what is pulled at a corner stays at the one across', () => {
  const drawn = { x: 100, y: 100, width: 200, height: 100 };
  expect(opposite(drawn, 'nw')).toEqual({ x: 300, y: 200 });
  expect(opposite(drawn, 'ne')).toEqual(cornerOf(drawn, 'sw'));
});

test('a label stands above its frame, else below, else inside, and never outside the window', () => {
  const label = { width: 80, height: 20 };
  expect(labelPlace({ x: 100, y: 100, width: 50, height: 50 }, label, WINDOW)).toEqual({ x: 100, y: 74 });
  expect(labelPlace({ x: 780, y: 0, width: 20, height: 50 }, label, WINDOW)).toEqual({ x: 720, y: 56 });
  expect(labelPlace(whole, label, WINDOW)).toEqual({ x: 6, y: 6 });
});
