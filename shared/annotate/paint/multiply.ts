import type { Colour, Shape } from '../model/document.ts';
import type { PathMark } from './marks.ts';
import { line } from './marks.ts';
import { strokePath } from './paths.ts';

/** What a highlighter multiplies the picture with: light, so that dark letters stay and a light ground takes it on. */
const HIGHLIGHT: Record<Colour, string> = {
  red: '#ffb3ae',
  yellow: '#ffe873',
  green: '#a8ecc0',
  blue: '#aed2ff',
  black: '#cfd3d8',
};

/**
 * What of a shape is multiplied with the picture, below all other marks: `mix-blend-mode: multiply` on screen,
 * `globalCompositeOperation` in the file. Opaque, so the order among them does not matter.
 */
export function multiplied(shape: Shape): PathMark | null {
  return shape.kind === 'highlighter'
    ? line(strokePath(shape), HIGHLIGHT[shape.colour], shape.thickness)
    : null;
}

/**
 * Multiplies the highlighters among shapes into what is on a canvas already.
 * @param context scaled so that one unit is one image pixel
 */
export function drawHighlighters(context: CanvasRenderingContext2D, shapes: readonly Shape[]): void {
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.globalCompositeOperation = 'multiply';
  for (const shape of shapes) {
    const mark = multiplied(shape);
    if (mark) drawPath(context, mark);
  }
  context.globalCompositeOperation = 'source-over';
}

export function drawPath(context: CanvasRenderingContext2D, { d, fill, stroke, width }: PathMark): void {
  const path = new Path2D(d);
  if (stroke !== 'none') {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke(path);
  }
  if (fill !== 'none') {
    context.fillStyle = fill;
    context.fill(path);
  }
}
