import { expect, test } from 'vitest';
import type { Box, Shape } from '../document.ts';
import { hitHandle, hitShape } from './hit.ts';

const box = (id: string, x: number, y: number, side: number): Box => ({
  kind: 'box',
  id,
  x,
  y,
  width: side,
  height: side,
  colour: 'red',
  thickness: 4,
});
const outer = box('outer', 0, 0, 100);
const inner = box('inner', 30, 30, 40);
const arrow: Shape = {
  kind: 'arrow',
  id: 'arrow',
  from: { x: 0, y: 50 },
  to: { x: 100, y: 50 },
  colour: 'red',
  thickness: 2,
};
const redaction: Shape = { kind: 'redaction', id: 'redaction', x: 60, y: 60, width: 30, height: 30 };

const at = (x: number, y: number) => hitShape([redaction, outer, inner, arrow], { x, y }, 3)?.id ?? null;

test('a line under the pointer is meant before the box around it', () => {
  expect(at(50, 51)).toBe('arrow');
  expect(at(31, 40)).toBe('inner');
  expect(at(1, 80)).toBe('outer');
});

test('within boxes the smallest is meant', () => {
  expect(at(50, 40)).toBe('inner');
  expect(at(20, 20)).toBe('outer');
});

test('a redaction lies above everything', () => {
  expect(at(69, 69)).toBe('redaction');
});

test('off all shapes nothing is meant', () => {
  expect(at(120, 50)).toBeNull();
});

test('the nearest handle in reach is taken', () => {
  expect(hitHandle([inner], { x: 31, y: 29 }, 8)).toBe('nw');
  expect(hitHandle([inner], { x: 51, y: 71 }, 8)).toBe('s');
  expect(hitHandle([inner], { x: 50, y: 50 }, 8)).toBeNull();
  expect(hitHandle([arrow], { x: 98, y: 52 }, 8)).toBe('to');
});
