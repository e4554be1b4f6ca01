import type { Point, Rect, Shape, Size } from '../document.ts';
import { bounds, mapShape } from './bounds.ts';
import { between, round, union } from './rect.ts';

/** A shape at another place, wherever that is. */
export const shifted = (shape: Shape, dx: number, dy: number): Shape =>
  mapShape(shape, ({ x, y }) => ({ x: round(x + dx), y: round(y + dy) }));

/** Moves shapes together as far as the picture allows; their sizes and distances stay. */
export function moveShapes(shapes: readonly Shape[], dx: number, dy: number, size: Size): Shape[] {
  const step = stepWithin(shapes, dx, dy, size);
  return shapes.map((shape) => shifted(shape, step.x, step.y));
}

/** How far `moveShapes` would move: for showing a move by a transform, without making the shapes. */
export function stepWithin(shapes: readonly Shape[], dx: number, dy: number, size: Size): Point {
  const around = union(shapes.map(held));
  if (!around) return { x: 0, y: 0 };
  const { x, y, width, height } = around;
  return {
    x: round(between(dx, -x, Math.max(-x, size.width - x - width))),
    y: round(between(dy, -y, Math.max(-y, size.height - y - height))),
  };
}

/** What of a shape has to stay in the picture: all of it, or the centre of a step, so that it can point at an edge. */
const held = (shape: Shape): Rect =>
  shape.kind === 'step' ? { ...shape.at, width: 0, height: 0 } : bounds(shape);
