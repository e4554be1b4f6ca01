import type { Arrow, Box, Point, Rect, Redaction, Shape } from './document.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Coordinates are kept to a tenth of a pixel: finer cannot be seen and only makes the data longer. */
export const round = (value: number): number => Math.round(value * 10) / 10 || 0;

const between = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** The rectangle that two opposite corners span, whichever way they were drawn. */
export function rectBetween(a: Point, b: Point): Rect {
  const x = round(Math.min(a.x, b.x));
  const y = round(Math.min(a.y, b.y));
  return {
    x,
    y,
    width: round(round(Math.max(a.x, b.x)) - x),
    height: round(round(Math.max(a.y, b.y)) - y),
  };
}

export function clampPoint(point: Point, size: Size): Point {
  return { x: round(between(point.x, 0, size.width)), y: round(between(point.y, 0, size.height)) };
}

/** The smallest rectangle around a shape, its stroke left out. */
export function bounds(shape: Shape): Rect {
  switch (shape.kind) {
    case 'arrow':
      return rectBetween(shape.from, shape.to);
    case 'box':
    case 'redaction':
      return { x: shape.x, y: shape.y, width: shape.width, height: shape.height };
  }
}

/** Cuts a shape to the picture. */
export function clampShape<S extends Shape>(shape: S, size: Size): S;
export function clampShape(shape: Shape, size: Size): Shape {
  switch (shape.kind) {
    case 'arrow':
      return { ...shape, from: clampPoint(shape.from, size), to: clampPoint(shape.to, size) };
    case 'box':
    case 'redaction':
      return withRect(shape, rectBetween(clampPoint(shape, size), clampPoint(farCorner(shape), size)));
  }
}

/** Moves a shape as far as the picture allows; its size stays. */
export function moveShape(shape: Shape, dx: number, dy: number, size: Size): Shape {
  const { x, y, width, height } = bounds(shape);
  const stepX = round(between(dx, -x, Math.max(-x, size.width - x - width)));
  const stepY = round(between(dy, -y, Math.max(-y, size.height - y - height)));
  const by = (point: Point): Point => ({ x: round(point.x + stepX), y: round(point.y + stepY) });
  switch (shape.kind) {
    case 'arrow':
      return { ...shape, from: by(shape.from), to: by(shape.to) };
    case 'box':
    case 'redaction':
      return { ...shape, ...by(shape) };
  }
}

/** A point by which a shape is resized: compass directions for rectangles, the two ends of an arrow. */
export type Handle = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw' | 'from' | 'to';

/** The handles of a shape and where they are, in image pixels. */
export function handles(shape: Shape): { readonly name: Handle; readonly at: Point }[] {
  if (shape.kind === 'arrow')
    return [
      { name: 'from', at: shape.from },
      { name: 'to', at: shape.to },
    ];
  const { x, y, width, height } = shape;
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

/** Pulls one handle to a point. A rectangle pulled over its own edge turns over. */
export function resizeShape(shape: Shape, handle: Handle, to: Point, size: Size): Shape {
  const at = clampPoint(to, size);
  if (shape.kind === 'arrow')
    return handle === 'from' || handle === 'to' ? { ...shape, [handle]: at } : shape;
  const far = farCorner(shape);
  const left = handle.includes('w') ? at.x : shape.x;
  const right = handle.includes('e') ? at.x : far.x;
  const top = handle.includes('n') ? at.y : shape.y;
  const bottom = handle.includes('s') ? at.y : far.y;
  return withRect(shape, rectBetween({ x: left, y: top }, { x: right, y: bottom }));
}

const farCorner = (rect: Rect): Point => ({ x: rect.x + rect.width, y: rect.y + rect.height });

const withRect = (shape: Box | Redaction, rect: Rect): Box | Redaction => ({ ...shape, ...rect });

/** Length of an arrow, or the longer side of a rectangle, in image pixels. */
export function extent(shape: Shape): number {
  const { width, height } = bounds(shape);
  return shape.kind === 'arrow' ? Math.hypot(width, height) : Math.max(width, height);
}

/** Distance of a point from the line between an arrow's ends. */
export function distanceToArrow({ from, to }: Pick<Arrow, 'from' | 'to'>, point: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length && between(((point.x - from.x) * dx + (point.y - from.y) * dy) / length, 0, 1);
  return Math.hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
}
