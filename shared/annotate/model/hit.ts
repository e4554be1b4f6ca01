import type { Point, Shape } from './document.ts';
import { paintOrder } from './document.ts';
import type { Handle } from './geometry.ts';
import { bounds, distanceToArrow, handles } from './geometry.ts';

/**
 * The shape a point means: the topmost whose line or filling is there, else the smallest box around it.
 * @param tolerance how far off still counts, in image pixels
 */
export function hitShape(shapes: readonly Shape[], point: Point, tolerance: number): Shape | null {
  const topFirst = paintOrder(shapes).reverse();
  const direct = topFirst.find((shape) => isOn(shape, point, tolerance));
  if (direct) return direct;
  const around = topFirst.filter((shape) => shape.kind === 'box' && isWithin(shape, point, 0));
  return around.sort((a, b) => area(a) - area(b))[0] ?? null;
}

/** The handle at a point, the nearest where several are in reach. */
export function hitHandle(shape: Shape, point: Point, tolerance: number): Handle | null {
  const inReach = handles(shape)
    .map(({ name, at }) => ({ name, distance: Math.hypot(at.x - point.x, at.y - point.y) }))
    .filter(({ distance }) => distance <= tolerance)
    .sort((a, b) => a.distance - b.distance);
  return inReach[0]?.name ?? null;
}

function isOn(shape: Shape, point: Point, tolerance: number): boolean {
  switch (shape.kind) {
    case 'arrow':
      return distanceToArrow(shape, point) <= shape.thickness + tolerance;
    case 'redaction':
      return isWithin(shape, point, tolerance);
    case 'box': {
      const reach = shape.thickness / 2 + tolerance;
      return isWithin(shape, point, reach) && !isWithin(shape, point, -reach);
    }
  }
}

function isWithin(shape: Shape, { x, y }: Point, margin: number): boolean {
  const box = bounds(shape);
  return (
    x >= box.x - margin &&
    x <= box.x + box.width + margin &&
    y >= box.y - margin &&
    y <= box.y + box.height + margin
  );
}

function area(shape: Shape): number {
  const { width, height } = bounds(shape);
  return width * height;
}
