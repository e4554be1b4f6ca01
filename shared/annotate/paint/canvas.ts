import type { Shape } from '../model/document.ts';
import type { Mark, PathMark } from './marks.ts';
import { marksOf, multiplied } from './marks.ts';
import { fontOf, measureText } from './measure.ts';

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

/** Paints what lies above the picture. @param context as in `drawHighlighters` */
export function drawMarks(context: CanvasRenderingContext2D, shapes: readonly Shape[]): void {
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const shape of shapes) for (const mark of marksOf(shape, measureText)) draw(context, mark);
}

function draw(context: CanvasRenderingContext2D, mark: Mark): void {
  if (mark.kind === 'path') {
    drawPath(context, mark);
    return;
  }
  context.font = fontOf(mark.size);
  context.textAlign = mark.centred ? 'center' : 'start';
  context.direction = mark.rtl ? 'rtl' : 'ltr';
  if (mark.stroke !== 'none') {
    context.strokeStyle = mark.stroke;
    context.lineWidth = mark.width;
    context.strokeText(mark.text, mark.x, mark.y);
  }
  context.fillStyle = mark.fill;
  context.fillText(mark.text, mark.x, mark.y);
}

function drawPath(context: CanvasRenderingContext2D, { d, fill, stroke, width }: PathMark): void {
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
