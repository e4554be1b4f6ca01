import type { AnnotationDocument, Shape } from '../model/document.ts';
import { bounds } from '../model/geometry.ts';
import type { AnnotateStrings } from '../strings.ts';
import { fill } from '../strings.ts';

/** Texts that tell of one shape. */
export type Sentence = 'saidAdded' | 'saidSelected' | 'saidMoved' | 'saidResized' | 'saidRemoved';

export function shapeName(shape: Shape, strings: AnnotateStrings): string {
  switch (shape.kind) {
    case 'box':
      return strings.shapeBox;
    case 'arrow':
      return strings.shapeArrow;
    case 'redaction':
      return strings.shapeRedaction;
  }
}

/** A sentence about a shape for the live region. Positions are whole image pixels. */
export function say(
  sentence: Sentence,
  shape: Shape,
  document: AnnotationDocument,
  strings: AnnotateStrings,
): string {
  const { x, y, width, height } = bounds(shape);
  return fill(strings[sentence], {
    shape: shapeName(shape, strings),
    index: document.shapes.findIndex(({ id }) => id === shape.id) + 1,
    count: document.shapes.length,
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  });
}
