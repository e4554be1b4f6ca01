import type { Ellipse, Point, Rect, Shape } from '../document.ts';
import { paintOrder } from '../document.ts';
import { bounds } from './bounds.ts';
import { isInside, isWithin } from './cover.ts';
import { distanceToLine, distanceToStroke } from './distance.ts';
import type { Handle } from './resize.ts';
import { handles } from './resize.ts';

/**
 * The shape a point means: the topmost whose line or filling is there, else the smallest box or ellipse around it.
 * @param tolerance how far off still counts, in image pixels
 */
export function hitShape(shapes: readonly Shape[], point: Point, tolerance: number): Shape | null {
  const topFirst = paintOrder(shapes).reverse();
  const direct = topFirst.find((shape) => isOn(shape, point, tolerance));
  if (direct) return direct;
  const around = topFirst.filter(
    (shape) =>
      (shape.kind === 'box' && isWithin(shape, point)) ||
      (shape.kind === 'ellipse' && ellipseDistance(shape, point) < 0),
  );
  return around.sort((a, b) => area(a) - area(b))[0] ?? null;
}

/** The handle of the selected shapes at a point, the nearest where several are in reach. */
export function hitHandle(shapes: readonly Shape[], point: Point, tolerance: number): Handle | null {
  const inReach = handles(shapes)
    .map(({ name, at }) => ({ name, distance: Math.hypot(at.x - point.x, at.y - point.y) }))
    .filter(({ distance }) => distance <= tolerance)
    .sort((a, b) => a.distance - b.distance);
  return inReach[0]?.name ?? null;
}

/** The shapes that lie wholly in a rectangle. */
export const shapesWithin = (shapes: readonly Shape[], rect: Rect): Shape[] =>
  shapes.filter((shape) => isInside(bounds(shape), rect));

function isOn(shape: Shape, point: Point, tolerance: number): boolean {
  switch (shape.kind) {
    case 'arrow':
      return distanceToLine(shape.from, shape.to, point) <= shape.thickness + tolerance;
    case 'line':
      return distanceToLine(shape.from, shape.to, point) <= shape.thickness / 2 + tolerance;
    case 'pen':
    case 'highlighter':
      return distanceToStroke(shape.points, point) <= shape.thickness / 2 + tolerance;
    case 'step':
      return Math.hypot(point.x - shape.at.x, point.y - shape.at.y) <= shape.size / 2 + tolerance;
    case 'text':
    case 'redaction':
      return isWithin(shape, point, tolerance);
    case 'box': {
      const reach = shape.thickness / 2 + tolerance;
      return isWithin(shape, point, reach) && !isWithin(shape, point, -reach);
    }
    case 'ellipse':
      return Math.abs(ellipseDistance(shape, point)) <= shape.thickness / 2 + tolerance;
  }
}

/** About the distance of a point from an ellipse, negative within: exact on the line and on the axes. */
function ellipseDistance({ x, y, width, height }: Ellipse, point: Point): number {
  const [rx, ry] = [Math.max(width / 2, 0.5), Math.max(height / 2, 0.5)];
  const [dx, dy] = [point.x - x - width / 2, point.y - y - height / 2];
  const outward = Math.hypot(dx / rx, dy / ry);
  const slope = Math.hypot(dx / (rx * rx), dy / (ry * ry));
  return slope ? (outward * (outward - 1)) / slope : -Math.min(rx, ry);
}

function area(shape: Shape): number {
  const { width, height } = bounds(shape);
  return width * height;
}
