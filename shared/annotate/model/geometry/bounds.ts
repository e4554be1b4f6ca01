import type { Point, Rect, Shape, Size } from '../document.ts';
import { clampPoint, farCorner, rectBetween, round, union } from './rect.ts';
import { mapPoints, strokeBounds } from './stroke.ts';

/** The smallest rectangle around a shape, the width of its line left out. */
export function bounds(shape: Shape): Rect {
  switch (shape.kind) {
    case 'arrow':
    case 'line':
      return rectBetween(shape.from, shape.to);
    case 'pen':
    case 'highlighter':
      return strokeBounds(shape.points);
    case 'step': {
      const { at, size } = shape;
      return { x: round(at.x - size / 2), y: round(at.y - size / 2), width: size, height: size };
    }
    case 'box':
    case 'ellipse':
    case 'text':
    case 'redaction':
      return { x: shape.x, y: shape.y, width: shape.width, height: shape.height };
  }
}

/** The smallest rectangle around several shapes; null around none. */
export const boundsOf = (shapes: readonly Shape[]): Rect | null => union(shapes.map(bounds));

/** A shape with each of its points moved; a rectangle by two opposite corners. */
export function mapShape(shape: Shape, move: (point: Point) => Point): Shape {
  switch (shape.kind) {
    case 'arrow':
    case 'line':
      return { ...shape, from: move(shape.from), to: move(shape.to) };
    case 'pen':
    case 'highlighter':
      return { ...shape, points: mapPoints(shape.points, move) };
    case 'step':
      return { ...shape, at: move(shape.at) };
    case 'box':
    case 'ellipse':
    case 'text':
    case 'redaction':
      return { ...shape, ...rectBetween(move(shape), move(farCorner(shape))) };
  }
}

/** Cuts a shape to the picture; a text moves inside instead, as far as it fits. */
export function clampShape(shape: Shape, size: Size): Shape {
  if (shape.kind !== 'text') return mapShape(shape, (point) => clampPoint(point, size));
  const width = Math.max(0, size.width - shape.width);
  const height = Math.max(0, size.height - shape.height);
  return { ...shape, ...clampPoint(shape, { width, height }) };
}

/** The longer side of a shape, in image pixels. */
export function extent(shape: Shape): number {
  const { width, height } = bounds(shape);
  return Math.max(width, height);
}
