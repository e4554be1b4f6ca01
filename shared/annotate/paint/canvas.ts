import type { Shape } from '../model/document.ts';
import type { Mark } from './marks.ts';
import { marksOf } from './marks.ts';
import { fontOf, measureText } from './measure.ts';
import { drawPath } from './multiply.ts';

/** Paints what lies above the picture. @param context scaled so that one unit is one image pixel */
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
