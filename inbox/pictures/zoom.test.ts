import { expect, test } from 'vitest';
import { fitScale, stepZoom } from './zoom.ts';

test('a large picture is fitted by its longer side, a small one is not blown up', () => {
  expect(fitScale({ width: 2000, height: 1000 }, { width: 1000, height: 800 })).toBe(0.5);
  expect(fitScale({ width: 800, height: 1600 }, { width: 1000, height: 800 })).toBe(0.5);
  expect(fitScale({ width: 100, height: 100 }, { width: 1000, height: 800 })).toBe(1);
});

test('zooming from a fitted scale goes to the next usual one, and stops at both ends', () => {
  expect(stepZoom(0.61, 1)).toBe(0.67);
  expect(stepZoom(0.61, -1)).toBe(0.5);
  expect(stepZoom(1, 1)).toBe(1.25);
  expect(stepZoom(4, 1)).toBe(4);
  expect(stepZoom(0.1, -1)).toBe(0.1);
});
