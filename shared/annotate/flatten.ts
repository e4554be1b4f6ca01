import type { AnnotationDocument, Redaction, Shape } from './model/document.ts';
import { PAINT } from './model/document.ts';
import { arrowPath, boxPath, RIM } from './paths.ts';

export interface FlattenOptions {
  /** Result size as a part of the picture's size; 1 unless told, never more. */
  readonly maxScale?: number;
}

/**
 * A new picture with the shapes burnt in. Redactions are painted last, as solid black over whole pixels, so
 * nothing of what was below is left in the result and no other shape shows through or above.
 */
export function flatten(
  image: HTMLCanvasElement | ImageBitmap,
  document: AnnotationDocument,
  options: FlattenOptions = {},
): HTMLCanvasElement {
  const scale = options.maxScale ?? 1;
  if (scale < 1) return shrink(flatten(image, document), document, scale);
  const [canvas, context] = copy(image, image.width, image.height);
  const scaleX = canvas.width / document.width;
  const scaleY = canvas.height / document.height;
  context.setTransform(scaleX, 0, 0, scaleY, 0, 0);
  context.lineJoin = 'round';
  for (const shape of document.shapes) if (shape.kind !== 'redaction') draw(context, shape);
  blackOut(context, document);
  return canvas;
}

/**
 * Scaling mixes neighbouring pixels, so the redactions are burnt in before, which keeps what they hide out of
 * the pixels beside them, and again after, which makes their edges solid.
 */
function shrink(flat: HTMLCanvasElement, document: AnnotationDocument, scale: number): HTMLCanvasElement {
  const [canvas, context] = copy(flat, flat.width * scale, flat.height * scale);
  blackOut(context, document);
  return canvas;
}

function copy(
  image: HTMLCanvasElement | ImageBitmap,
  width: number,
  height: number,
): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context to flatten into');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return [canvas, context];
}

function draw(context: CanvasRenderingContext2D, shape: Exclude<Shape, Redaction>): void {
  context.strokeStyle = RIM.colour;
  switch (shape.kind) {
    case 'box': {
      const path = new Path2D(boxPath(shape));
      context.lineWidth = shape.thickness * RIM.box;
      context.stroke(path);
      context.strokeStyle = PAINT[shape.colour];
      context.lineWidth = shape.thickness;
      context.stroke(path);
      return;
    }
    case 'arrow': {
      const path = new Path2D(arrowPath(shape));
      context.lineWidth = shape.thickness * RIM.arrow;
      context.stroke(path);
      context.fillStyle = PAINT[shape.colour];
      context.fill(path);
    }
  }
}

/** Outwards to whole pixels: a pixel touched by a redaction is black, not mixed. */
function blackOut(context: CanvasRenderingContext2D, document: AnnotationDocument): void {
  const scaleX = context.canvas.width / document.width;
  const scaleY = context.canvas.height / document.height;
  context.resetTransform();
  context.fillStyle = '#000000';
  for (const shape of document.shapes) {
    if (shape.kind !== 'redaction') continue;
    const left = Math.floor(shape.x * scaleX);
    const top = Math.floor(shape.y * scaleY);
    const right = Math.ceil((shape.x + shape.width) * scaleX);
    const bottom = Math.ceil((shape.y + shape.height) * scaleY);
    context.fillRect(left, top, right - left, bottom - top);
  }
}
