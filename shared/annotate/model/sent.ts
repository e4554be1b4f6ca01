import type { AnnotationDocument, Redaction, Shape } from './document.ts';
import { visibleRect } from './document.ts';
import { bounds } from './geometry/bounds.ts';
import { clampRect, isInside, overlap } from './geometry/cover.ts';
import { shifted } from './geometry/move.ts';
import { simplified } from './geometry/simplify.ts';
import { mapPoints, strokePoints } from './geometry/stroke.ts';

/**
 * The document as it goes along with the flattened picture: in that picture's coordinates, without what the crop cut
 * off and without what a redaction hides, be it words or handwriting.
 */
export function asSent(document: AnnotationDocument): AnnotationDocument {
  const seen = visibleRect(document);
  const size = { width: seen.width, height: seen.height };
  const redactions = document.shapes.filter((shape) => shape.kind === 'redaction');
  const shapes = document.shapes
    .filter((shape) => overlap(painted(shape), seen) && !isHidden(shape, redactions))
    .map((shape) => shifted(shape, -seen.x, -seen.y))
    .map((shape) => (shape.kind === 'redaction' ? { ...shape, ...clampRect(shape, size) } : shape));
  return { version: document.version, ...size, crop: null, shapes };
}

/** Whether a picture has marks that staff can show and hide: anything but redactions. */
export const hasMarks = (document: AnnotationDocument): boolean =>
  asSent(document).shapes.some(({ kind }) => kind !== 'redaction');

/**
 * The document within so many bytes of JSON: strokes keep fewer points where it is too long. Null where that does not
 * help; the picture holds it all anyway.
 */
export function fitted(document: AnnotationDocument, maxBytes: number): AnnotationDocument | null {
  if (bytes(document) <= maxBytes) return document;
  for (const tolerance of [1, 2, 4, 8]) {
    const coarse = { ...document, shapes: document.shapes.map((shape) => coarser(shape, tolerance)) };
    if (bytes(coarse) <= maxBytes) return coarse;
  }
  return null;
}

const bytes = (document: AnnotationDocument) => new TextEncoder().encode(JSON.stringify(document)).length;

function coarser(shape: Shape, tolerance: number): Shape {
  if (shape.kind !== 'pen' && shape.kind !== 'highlighter') return shape;
  const whole = mapPoints(shape.points, ({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return { ...shape, points: simplified(whole, shape.kind === 'pen' ? shape.thickness : 0, tolerance) };
}

/** About what a shape covers, its line included. */
function painted(shape: Shape) {
  const { x, y, width, height } = bounds(shape);
  const margin = 'thickness' in shape ? shape.thickness * 3 : 1;
  return { x: x - margin, y: y - margin, width: width + margin * 2, height: height + margin * 2 };
}

/**
 * Whether a redaction lies over a shape in such a way that its data would tell what is not to be seen: over any part
 * of words or handwriting, over the whole of another mark.
 */
function isHidden(shape: Shape, redactions: readonly Redaction[]): boolean {
  if (shape.kind === 'redaction') return false;
  return redactions.some((redaction) => {
    if (shape.kind === 'text') return overlap(shape, redaction);
    if (shape.kind !== 'pen' && shape.kind !== 'highlighter') return isInside(bounds(shape), redaction);
    return strokePoints(shape.points).some((point) => isInside({ ...point, width: 0, height: 0 }, redaction));
  });
}
