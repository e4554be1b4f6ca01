import type { Arrow, Box } from './model/document.ts';

/** Outlines as SVG path data, in image pixels: the same for the screen (SVG) and the file (Path2D). */
export function boxPath({ x, y, width, height }: Pick<Box, 'x' | 'y' | 'width' | 'height'>): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

/** An arrow as one filled outline, thin at the tail, so that its direction shows at any size. */
export function arrowPath({ from, to, thickness }: Pick<Arrow, 'from' | 'to' | 'thickness'>): string {
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

/** A light rim around strokes keeps them visible on a ground of their own colour. */
export const RIM = { colour: '#ffffffd9', box: 1.7, arrow: 0.7 } as const;
