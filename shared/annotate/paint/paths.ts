import type { Line, Pen, Rect } from '../model/document.ts';
import { strokePoints } from '../model/geometry/stroke.ts';

// Outlines as SVG path data, in image pixels: the same for the screen (SVG) and the file (Path2D).

export function rectPath({ x, y, width, height }: Rect): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

export function ellipsePath({ x, y, width, height }: Rect): string {
  const [rx, ry] = [width / 2, height / 2];
  const half = `a${rx} ${ry} 0 1 0`;
  return `M${x} ${y + ry}${half} ${width} 0${half} ${-width} 0z`;
}

export function linePath({ from, to }: Pick<Line, 'from' | 'to'>): string {
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}

/** An arrow as one filled outline, thin at the tail, so that its direction shows at any size. */
export function arrowPath({ from, to, thickness }: Pick<Line, 'from' | 'to' | 'thickness'>): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const head = Math.min(thickness * 6, length);
  const at = (along: number, aside: number) =>
    `${(from.x + ux * along - uy * aside).toFixed(2)} ${(from.y + uy * along + ux * aside).toFixed(2)}`;
  const neck = length - head * 0.85;
  const [tail, shaft, wing] = [thickness * 0.3, thickness * 0.65, head * 0.46];
  return `M${at(0, -tail)}L${at(neck, -shaft)}L${at(length - head, -wing)}L${at(length, 0)}L${at(
    length - head,
    wing,
  )}L${at(neck, shaft)}L${at(0, tail)}z`;
}

/** The middle of a stroke as one line. A single point becomes a dot where the line has round ends. */
export function strokePath({ points }: Pick<Pen, 'points'>): string {
  const [first, ...rest] = strokePoints(points);
  if (!first) return '';
  if (rest.length === 0) return `M${first.x} ${first.y}h0.01`;
  return `M${first.x} ${first.y}${rest.map(({ x, y }) => `L${x} ${y}`).join('')}`;
}
