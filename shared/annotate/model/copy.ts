import type { AnnotationDocument, Shape } from './document.ts';
import { freshIds, visibleRect } from './document.ts';
import { boundsOf, clampShape } from './geometry/bounds.ts';
import { moveShapes, shifted } from './geometry/move.ts';

/**
 * Copies of shapes, ready to be added: with names of their own, and moved by an offset so that they do not hide what
 * they were copied from. Where the picture ends they move the other way.
 * @param offset in image pixels, to the right and down
 */
export function copiesOf(shapes: readonly Shape[], document: AnnotationDocument, offset: number): Shape[] {
  const around = boundsOf(shapes);
  if (!around) return [];
  const ids = freshIds(document, shapes.length);
  const named = shapes.map((shape, index) => clampShape({ ...shape, id: ids[index] ?? shape.id }, document));
  const dx = around.x + around.width + offset > document.width ? -offset : offset;
  const dy = around.y + around.height + offset > document.height ? -offset : offset;
  return moveShapes(named, dx, dy, document);
}

/**
 * Copies of shapes from another picture: moved, where they would lie outside of what is seen, to its middle.
 */
export function pastedInto(document: AnnotationDocument, shapes: readonly Shape[], offset: number): Shape[] {
  const around = boundsOf(shapes);
  const seen = visibleRect(document);
  if (!around) return [];
  const [centreX, centreY] = [around.x + around.width / 2, around.y + around.height / 2];
  const isSeen =
    centreX >= seen.x &&
    centreX <= seen.x + seen.width &&
    centreY >= seen.y &&
    centreY <= seen.y + seen.height;
  if (isSeen) return copiesOf(shapes, document, offset);
  const [dx, dy] = [seen.x + seen.width / 2 - centreX, seen.y + seen.height / 2 - centreY];
  return copiesOf(
    shapes.map((shape) => shifted(shape, dx, dy)),
    document,
    0,
  );
}
