import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { View } from './viewport.ts';
import { clampView, fitView, pinch, reveal, toImage, toScreen, visiblePart, zoomAt } from './viewport.ts';

const room = { width: 400, height: 300 };
const frame = { x: 100, y: 50, width: 1000, height: 500 };
const coordinate = fc.integer({ min: -2000, max: 2000 });
const point = fc.record({ x: coordinate, y: coordinate });
const view: fc.Arbitrary<View> = fc.record({
  zoom: fc.integer({ min: 5, max: 800 }).map((hundredths) => hundredths / 100),
  x: coordinate,
  y: coordinate,
});

const expectPoint = (actual: { x: number; y: number }, expected: { x: number; y: number }) => {
  expect(actual.x).toBeCloseTo(expected.x, 4);
  expect(actual.y).toBeCloseTo(expected.y, 4);
};

test('screen and picture coordinates are inverse', () => {
  fc.assert(fc.property(view, point, (at, each) => expectPoint(toScreen(at, toImage(at, each)), each)));
});

describe('fitting', () => {
  test('shows the whole part in the middle, with a margin', () => {
    const fitted = fitView(frame, room, 1, 20);
    expect(fitted.zoom).toBeCloseTo(0.36);
    expectPoint(toScreen(fitted, { x: 600, y: 300 }), { x: 200, y: 150 });
  });

  test('never enlarges beyond the natural size', () => {
    expect(fitView({ ...frame, width: 10, height: 10 }, room, 0.5, 20).zoom).toBe(0.5);
  });

  test('gives a usable view for a room that has no size yet', () => {
    expect(fitView(frame, { width: 0, height: 0 }, 1, 20).zoom).toBeGreaterThan(0);
  });
});

test('zooming keeps the point under the pointer', () => {
  fc.assert(
    fc.property(view, point, fc.double({ min: 0.05, max: 8, noNaN: true }), (at, pointer, zoom) => {
      expectPoint(toScreen(zoomAt(at, zoom, pointer), toImage(at, pointer)), pointer);
    }),
  );
});

test('zooming ends at eightfold', () => {
  expect(zoomAt({ zoom: 7, x: 0, y: 0 }, 70, { x: 0, y: 0 }).zoom).toBe(8);
});

test('two fingers keep what lies between them and pull it apart', () => {
  const start = { zoom: 1, x: 0, y: 0 };
  const next = pinch(
    start,
    [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ],
    [
      { x: 100, y: 150 },
      { x: 300, y: 150 },
    ],
  );
  expect(next.zoom).toBe(2);
  expectPoint(toScreen(next, { x: 150, y: 100 }), { x: 200, y: 150 });
});

describe('keeping in reach', () => {
  test('what fits stands in the middle', () => {
    expect(clampView({ zoom: 0.1, x: 999, y: -999 }, frame, room)).toEqual({ zoom: 0.1, x: 140, y: 120 });
  });

  test('what does not fit covers the middle of the room', () => {
    fc.assert(
      fc.property(view, (at) => {
        const clamped = clampView({ ...at, zoom: Math.max(1, at.zoom) }, frame, room);
        const middle = toImage(clamped, { x: 200, y: 150 });
        expect(middle.x).toBeGreaterThanOrEqual(frame.x - 1e-6);
        expect(middle.x).toBeLessThanOrEqual(frame.x + frame.width + 1e-6);
      }),
    );
  });

  test('a rectangle off screen comes just into sight, one in sight stays', () => {
    const at = { zoom: 1, x: 0, y: 0 };
    expect(reveal(at, { x: 500, y: 20, width: 50, height: 50 }, room)).toEqual({ zoom: 1, x: -166, y: 0 });
    expect(reveal(at, { x: 50, y: 50, width: 50, height: 50 }, room)).toEqual(at);
  });

  test('of a rectangle larger than the room its start is shown', () => {
    const at = reveal({ zoom: 1, x: 0, y: 0 }, { x: 500, y: 20, width: 900, height: 50 }, room);
    expect(at.x).toBe(-484);
  });
});

test('the visible part ends at the frame', () => {
  expect(visiblePart({ zoom: 1, x: 0, y: 0 }, frame, room)).toEqual({
    x: 100,
    y: 50,
    width: 300,
    height: 250,
  });
});
