import { expect, test } from 'vitest';
import { annotation } from './annotation.ts';
import { limits } from './limits.ts';

const id = 'shape-1';
const empty = { version: 1, width: 800, height: 600, shapes: [] };
const takes = (shape: unknown) => annotation.safeParse({ ...empty, shapes: [shape] }).success;

test('shapes of every make are taken, also of kinds to come', () => {
  expect(takes({ id, kind: 'box', x: 1, y: 2, width: 3, height: 4, colour: 'red', thickness: 4 })).toBe(true);
  expect(takes({ id, kind: 'arrow', from: { x: 1, y: 2 }, to: { x: 3.5, y: -4 } })).toBe(true);
  expect(takes({ id, kind: 'pen', points: [1, 2, 0.5, 3, 4, 0.5] })).toBe(true);
  expect(takes({ id, kind: 'text', x: 1, y: 2, text: '按钮被截断了', wraps: false })).toBe(true);
  expect(annotation.safeParse({ ...empty, crop: null }).success).toBe(true);
});

test.each([
  ['no object', 'x'],
  ['a list', []],
  ['another version', { ...empty, version: 2 }],
  ['no size', { version: 1, shapes: [] }],
  ['half a pixel', { ...empty, width: 800.5 }],
  ['a side that no picture has', { ...empty, height: limits.imageSide + 1 }],
  ['a crop, which is applied before it is sent', { ...empty, crop: { x: 0, y: 0, width: 1, height: 1 } }],
  ['more than its shapes', { ...empty, pixels: 'x' }],
  ['too many shapes', { ...empty, shapes: Array(limits.annotationShapes + 1).fill({ id, kind: 'box' }) }],
])('annotation data that is or has %s is refused', (_, data) => {
  expect(annotation.safeParse(data).success).toBe(false);
});

test.each([
  ['no kind', { id }],
  ['an id that could be anything', { id: '<b>', kind: 'box' }],
  ['a number beyond every picture', { id, kind: 'box', x: 1e300 }],
  ['data within data', { id, kind: 'box', more: { deep: { deeper: 1 } } }],
  ['lists of lists', { id, kind: 'pen', points: [[1, 2]] }],
])('a shape that has %s is refused', (_, shape) => {
  expect(takes(shape)).toBe(false);
});

test('the limit counts bytes, of which a Chinese character has three', () => {
  const text = (length: number) => ({ id, kind: 'text', text: '字'.repeat(length) });
  expect(takes(text(limits.annotationBytes / 4))).toBe(true);
  expect(takes(text(limits.annotationBytes / 2))).toBe(false);
});
