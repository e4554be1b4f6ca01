import type { AnnotationDocument, Rect, Redaction } from './model/document.ts';
import { paintOrder, visibleRect } from './model/document.ts';
import { farCorner } from './model/geometry/rect.ts';
import { drawMarks } from './paint/canvas.ts';
import { drawHighlighters } from './paint/multiply.ts';
// A file shows handwriting and texts whether or not an editor has fetched these.
import './paint/pen.ts';
import './paint/text.ts';

export type Picture = HTMLCanvasElement | ImageBitmap;

export interface FlattenOptions {
  /** Result size as a part of the picture's size; 1 unless told, never more. */
  readonly maxScale?: number;
}

/**
 * A new picture of what the crop leaves, with the shapes burnt in. Redactions are painted last, as solid black over
 * whole pixels, so nothing of what was below is left in the result and no other shape shows through or above.
 * Throws an Error that names the size where the browser gives no canvas for it.
 */
export function flatten(
  image: Picture,
  document: AnnotationDocument,
  options: FlattenOptions = {},
): HTMLCanvasElement {
  const scale = options.maxScale ?? 1;
  const flat = burnIn(image, document);
  return scale < 1 ? shrink(flat, image, document, scale) : flat;
}

/** The same picture with the redactions burnt in and no other shape: what is seen where the marks are hidden. */
export function withRedactions(
  image: Picture,
  document: AnnotationDocument,
  options: FlattenOptions = {},
): HTMLCanvasElement {
  return flatten(image, { ...document, shapes: redactionsOf(document) }, options);
}

const redactionsOf = ({ shapes }: AnnotationDocument): Redaction[] =>
  shapes.filter((shape) => shape.kind === 'redaction');

function burnIn(image: Picture, document: AnnotationDocument): HTMLCanvasElement {
  const seen = pixelsSeen(image, document);
  const context = blank(seen.width, seen.height);
  context.drawImage(image, -seen.x, -seen.y);
  context.setTransform(image.width / document.width, 0, 0, image.height / document.height, -seen.x, -seen.y);
  drawHighlighters(context, document.shapes);
  drawMarks(
    context,
    paintOrder(document.shapes).filter(({ kind }) => kind !== 'redaction'),
  );
  blackOut(context, document, seen, image);
  return context.canvas;
}

/**
 * The crop in whole pixels of the picture, which may be finer than the document: a picture moved by part of a pixel
 * would be mixed with what lies beside it.
 */
function pixelsSeen(image: Picture, document: AnnotationDocument): Rect {
  const rect = visibleRect(document);
  const far = farCorner(rect);
  const [scaleX, scaleY] = [image.width / document.width, image.height / document.height];
  const [x, y] = [Math.round(rect.x * scaleX), Math.round(rect.y * scaleY)];
  const width = Math.max(1, Math.round(far.x * scaleX) - x);
  const height = Math.max(1, Math.round(far.y * scaleY) - y);
  return { x, y, width, height };
}

/**
 * Scaling mixes neighbouring pixels, so the redactions are burnt in before, which keeps what they hide out of
 * the pixels beside them, and again after, which makes their edges solid.
 */
function shrink(
  flat: HTMLCanvasElement,
  image: Picture,
  document: AnnotationDocument,
  scale: number,
): HTMLCanvasElement {
  const context = blank(
    Math.max(1, Math.round(flat.width * scale)),
    Math.max(1, Math.round(flat.height * scale)),
  );
  context.imageSmoothingQuality = 'high';
  context.drawImage(flat, 0, 0, context.canvas.width, context.canvas.height);
  blackOut(context, document, pixelsSeen(image, document), image);
  return context.canvas;
}

/** Sides and areas that browsers give a canvas for; beyond them some hand out one that stays empty. */
const MAX_SIDE = 65_535;
const MAX_AREA = 16_384 ** 2;

function blank(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const tooLarge = Math.max(width, height) > MAX_SIDE || width * height > MAX_AREA;
  const context = tooLarge ? null : canvas.getContext('2d');
  if (!context) throw new Error(`the browser gives no canvas of ${width} × ${height} pixels`);
  return context;
}

/**
 * Outwards to whole pixels: a pixel touched by a redaction is black, not mixed.
 * @param seen what the canvas shows, in pixels of the image
 */
function blackOut(
  context: CanvasRenderingContext2D,
  document: AnnotationDocument,
  seen: Rect,
  image: Picture,
): void {
  const [scaleX, scaleY] = [context.canvas.width / seen.width, context.canvas.height / seen.height];
  const across = (x: number) => ((x * image.width) / document.width - seen.x) * scaleX;
  const down = (y: number) => ((y * image.height) / document.height - seen.y) * scaleY;
  context.resetTransform();
  context.fillStyle = '#000000';
  for (const { x, y, width, height } of redactionsOf(document)) {
    const [left, top] = [Math.floor(across(x)), Math.floor(down(y))];
    const [right, bottom] = [Math.ceil(across(x + width)), Math.ceil(down(y + height))];
    context.fillRect(left, top, right - left, bottom - top);
  }
}
