import type { AnnotationDocument, Colour, Shape } from '../../../shared/annotate/model/document.ts';
import { COLOURS, emptyDocument } from '../../../shared/annotate/model/document.ts';

/** A picture to draw on: rows of coloured boxes, about as busy as a page. */
export function busyPicture(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  for (let i = 0; i < 2000; i++) {
    context.fillStyle = `hsl(${(i * 37) % 360} 40% 60%)`;
    context.fillRect((i * 131) % width, (i * 71) % height, width / 60, height / 90);
  }
  return canvas;
}

/** A document of so many shapes of every kind, spread over the picture. The last one is a pen's stroke through its middle. */
export function crowd(width: number, height: number, count: number, scale: number): AnnotationDocument {
  const shapes = Array.from({ length: count - 1 }, (_, index) => shapeOf(index, width, height, scale));
  const points = wave(width / 2 - 60 * scale, height / 2, 120, scale);
  shapes.push({ kind: 'pen', id: 'middle', points, colour: 'red', thickness: 4 * scale });
  return { ...emptyDocument({ width, height }), shapes };
}

function shapeOf(index: number, width: number, height: number, scale: number): Shape {
  const x = (index * 373) % (width - 160 * scale);
  const y = (index * 211) % (height - 100 * scale);
  const colour: Colour = COLOURS[index % COLOURS.length] ?? 'red';
  const stroke = { colour, thickness: 4 * scale };
  const id = `k${index}`;
  const rect = { x, y, width: 150 * scale, height: 90 * scale };
  const ends = { from: { x, y }, to: { x: x + 150 * scale, y: y + 90 * scale } };
  switch (index % 9) {
    case 0:
      return { kind: 'box', id, ...rect, ...stroke };
    case 1:
      return { kind: 'ellipse', id, ...rect, ...stroke };
    case 2:
      return { kind: 'arrow', id, ...ends, ...stroke };
    case 3:
      return { kind: 'line', id, ...ends, ...stroke };
    case 4:
      return { kind: 'pen', id, points: wave(x, y + 40 * scale, 60, scale), ...stroke };
    case 5:
      return {
        kind: 'highlighter',
        id,
        points: wave(x, y + 40 * scale, 30, scale),
        colour,
        thickness: 20 * scale,
      };
    case 6:
      return {
        kind: 'text',
        id,
        ...rect,
        text: 'The total is wrong 合计不对',
        colour,
        size: 16 * scale,
        wraps: true,
      };
    case 7:
      return {
        kind: 'step',
        id,
        at: { x: x + 20, y: y + 20 },
        number: (index - 7) / 9 + 1,
        colour,
        size: 28 * scale,
      };
    default:
      return { kind: 'redaction', id, x, y, width: 80 * scale, height: 20 * scale };
  }
}

const wave = (x: number, y: number, count: number, scale: number): number[] =>
  Array.from({ length: count }, (_, i) => [
    Math.round(x + i * 2 * scale),
    Math.round(y + 30 * scale * Math.sin((i - 30) / 6)),
    0.5,
  ]).flat();
