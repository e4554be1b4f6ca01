import { later } from '../later.ts';
import type { Measure } from '../paint/width.ts';
import type { Style } from './commands.ts';
import type { AnnotationDocument, Shape } from './document.ts';
import { round } from './geometry/rect.ts';

/** The document with these shapes and its steps numbered anew; the same one where they are its own. */
export function withShapes(document: AnnotationDocument, shapes: readonly Shape[]): AnnotationDocument {
  const unchanged =
    shapes.length === document.shapes.length &&
    shapes.every((shape, index) => shape === document.shapes[index]);
  return unchanged ? document : { ...document, shapes: numbered(shapes) };
}

/** Closes the gaps in the numbers of steps; their order stays, and new ones come last. */
function numbered(shapes: readonly Shape[]): readonly Shape[] {
  const steps = shapes.filter((shape) => shape.kind === 'step').sort((a, b) => a.number - b.number || 0);
  const numbers = new Map(steps.map(({ id }, index) => [id, index + 1]));
  return shapes.map((shape) => {
    const number = numbers.get(shape.id);
    return shape.kind === 'step' && number !== undefined && number !== shape.number
      ? { ...shape, number }
      : shape;
  });
}

/** A text as large as its lines. */
export const fitted = (shape: Shape, document: AnnotationDocument, measure: Measure): Shape =>
  later.text?.fitText(shape, document, measure) ?? shape;

export function restyled(shape: Shape, { colour, thickness, size }: Style): Shape {
  switch (shape.kind) {
    case 'redaction':
      return shape;
    case 'text':
    case 'step':
      return { ...shape, colour: colour ?? shape.colour, size: round(size ?? shape.size) };
    default:
      return { ...shape, colour: colour ?? shape.colour, thickness: round(thickness ?? shape.thickness) };
  }
}
