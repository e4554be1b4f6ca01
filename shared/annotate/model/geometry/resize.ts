import type { Line, Pen, Point, Rect, Shape, Size } from '../document.ts';
import { boundsOf, clampShape, mapShape } from './bounds.ts';
import { clampPoint, farCorner, rectBetween, round, snapped } from './rect.ts';
import { strokePoints } from './stroke.ts';

/** A point by which shapes are resized: compass directions for rectangles, the two ends of a line. */
export type Handle = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw' | 'from' | 'to';

/** A handle and where it is, in image pixels. */
export interface HandleAt {
  readonly name: Handle;
  readonly at: Point;
}

/** A shape that has two ends instead of a frame: arrow, line, and a stroke of two points. */
export function endsOf(shape: Shape): Pick<Line, 'from' | 'to'> | null {
  if (shape.kind === 'arrow' || shape.kind === 'line') return { from: shape.from, to: shape.to };
  if (shape.kind !== 'pen' && shape.kind !== 'highlighter') return null;
  const [from, to, ...more] = strokePoints(shape.points);
  return from && to && more.length === 0 ? { from, to } : null;
}

/**
 * The handles of what is selected. A text by itself has the two that set where its lines wrap, a step by itself its
 * corners.
 */
export function handles(shapes: readonly Shape[]): HandleAt[] {
  const [only] = shapes;
  const around = boundsOf(shapes);
  if (!only || !around) return [];
  if (shapes.length > 1) return frameHandles(around);
  const ends = endsOf(only);
  if (ends)
    return [
      { name: 'from', at: { x: ends.from.x, y: ends.from.y } },
      { name: 'to', at: { x: ends.to.x, y: ends.to.y } },
    ];
  const all = frameHandles(around);
  if (only.kind === 'text') return all.filter(({ name }) => name === 'w' || name === 'e');
  return only.kind === 'step' ? all.filter(({ name }) => name.length === 2) : all;
}

/** The eight handles of a rectangle: of a selection, or of the crop. */
export function frameHandles({ x, y, width, height }: Rect): HandleAt[] {
  const [middle, right, centre, bottom] = [x + width / 2, x + width, y + height / 2, y + height];
  return [
    { name: 'nw', at: { x, y } },
    { name: 'n', at: { x: middle, y } },
    { name: 'ne', at: { x: right, y } },
    { name: 'e', at: { x: right, y: centre } },
    { name: 'se', at: { x: right, y: bottom } },
    { name: 's', at: { x: middle, y: bottom } },
    { name: 'sw', at: { x, y: bottom } },
    { name: 'w', at: { x, y: centre } },
  ];
}

/** The handle that the keyboard pulls: the lower right corner, the right side of a text, the end of a line. */
export function lastHandle(shapes: readonly Shape[]): HandleAt | null {
  const all = handles(shapes);
  return (
    all.find(({ name }) => name === 'se' || name === 'to') ?? all.find(({ name }) => name === 'e') ?? null
  );
}

/**
 * Pulls one handle of the rectangle around shapes to a point; each takes the same part of the new rectangle as it
 * took of the old. Pulled over the opposite edge it turns over. The height of a text is left to who measures it.
 * @param regular keeps the ratio of the sides at the corners, and lines at multiples of 45°
 */
export function resizeShapes(
  shapes: readonly Shape[],
  handle: Handle,
  to: Point,
  size: Size,
  regular = false,
): Shape[] {
  const [only] = shapes;
  const before = boundsOf(shapes);
  if (!only || !before) return [...shapes];
  if (handle === 'from' || handle === 'to')
    return shapes.length === 1 ? [pullEnd(only, handle, to, size, regular)] : [...shapes];
  if (shapes.length === 1 && only.kind === 'step') return [grownStep(only, to)];
  const pulled = pull(before, handle, clampPoint(to, size), regular && handle.length === 2);
  return shapes.map((shape) => clampShape(stretch(shape, before, pulled, handle), size));
}

/** A rectangle with one handle pulled to a point, cut to the picture. */
export function resizeRect(rect: Rect, handle: Handle, to: Point, size: Size, regular = false): Rect {
  const { left, top, right, bottom } = pull(
    rect,
    handle,
    clampPoint(to, size),
    regular && handle.length === 2,
  );
  return rectBetween(clampPoint({ x: left, y: top }, size), clampPoint({ x: right, y: bottom }, size));
}

/** Where the sides of a pulled rectangle are; left may lie right of right. */
interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function pull(rect: Rect, handle: Handle, at: Point, keepRatio: boolean): Sides {
  const far = farCorner(rect);
  const pulled = {
    left: handle.includes('w') ? at.x : rect.x,
    right: handle.includes('e') ? at.x : far.x,
    top: handle.includes('n') ? at.y : rect.y,
    bottom: handle.includes('s') ? at.y : far.y,
  };
  if (!keepRatio || rect.width === 0 || rect.height === 0) return pulled;
  const [across, down] = [
    (pulled.right - pulled.left) / rect.width,
    (pulled.bottom - pulled.top) / rect.height,
  ];
  const scale = Math.min(Math.abs(across), Math.abs(down));
  const width = rect.width * scale * (Math.sign(across) || 1);
  const height = rect.height * scale * (Math.sign(down) || 1);
  return {
    ...(handle.includes('w')
      ? { left: far.x - width, right: far.x }
      : { left: rect.x, right: rect.x + width }),
    ...(handle.includes('n')
      ? { top: far.y - height, bottom: far.y }
      : { top: rect.y, bottom: rect.y + height }),
  };
}

function stretch(shape: Shape, before: Rect, { left, top, right, bottom }: Sides, handle: Handle): Shape {
  const across = before.width ? (right - left) / before.width : 1;
  const down = before.height ? (bottom - top) / before.height : 1;
  const by = ({ x, y }: Point): Point => ({
    x: round(left + (x - before.x) * across),
    y: round(top + (y - before.y) * down),
  });
  const mapped = mapShape(shape, by);
  if (shape.kind !== 'text' || mapped.kind !== 'text') return mapped;
  const { x, y, width } = mapped;
  // At a side the lines become longer, at a corner the letters grow.
  if (handle === 'e' || handle === 'w') return { ...mapped, width: Math.max(width, shape.size), wraps: true };
  if (handle.length === 1) return { ...shape, x, y };
  const size = round(Math.max(1, shape.size * Math.sqrt(Math.abs(across * down))));
  return { ...shape, x, y, size, width: round((shape.width * size) / shape.size) };
}

function pullEnd(shape: Shape, end: 'from' | 'to', to: Point, size: Size, regular: boolean): Shape {
  const ends = endsOf(shape);
  if (!ends) return shape;
  const other = end === 'from' ? ends.to : ends.from;
  const at = clampPoint(regular ? snapped(other, to) : to, size);
  if (shape.kind === 'arrow' || shape.kind === 'line') return { ...shape, [end]: at };
  if (shape.kind !== 'pen' && shape.kind !== 'highlighter') return shape;
  return { ...shape, points: withEnd(shape, end, at) };
}

function withEnd({ points }: Pick<Pen, 'points'>, end: 'from' | 'to', { x, y }: Point): number[] {
  const [fromX = 0, fromY = 0, fromPressure = 0.5, toX = 0, toY = 0, toPressure = 0.5] = points;
  return end === 'from'
    ? [x, y, fromPressure, toX, toY, toPressure]
    : [fromX, fromY, fromPressure, x, y, toPressure];
}

/** A disc keeps its centre and reaches to the point. */
function grownStep<S extends Extract<Shape, { kind: 'step' }>>(step: S, to: Point): S {
  const reach = Math.max(Math.abs(to.x - step.at.x), Math.abs(to.y - step.at.y));
  return { ...step, size: round(Math.max(8, reach * 2)) };
}
