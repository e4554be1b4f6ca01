import { later } from '../later.ts';
import type { Measure } from '../paint/width.ts';
import type { Edit, Place } from './commands.ts';
import type { AnnotationDocument, Rect, Shape } from './document.ts';
import { findShapes } from './document.ts';
import { clampRect } from './geometry/cover.ts';
import { moveShapes } from './geometry/move.ts';
import { farCorner } from './geometry/rect.ts';
import { resizeShapes } from './geometry/resize.ts';
import { fitted, restyled, withShapes } from './shapes.ts';

/** Shorter sides than this, in image pixels, are a slip of the hand and no crop. */
export const MIN_CROP = 16;

/** What is done to shapes that are there, and to the crop; as in `apply`. */
function edit(document: AnnotationDocument, command: Edit, measure: Measure): AnnotationDocument {
  const sized = (shape: Shape) => fitted(shape, document, measure);
  switch (command.do) {
    case 'update':
      return change(document, command.ids, (chosen) =>
        chosen.map((shape) => sized(restyled(shape, command.style))),
      );
    case 'move':
      return change(document, command.ids, (chosen) => moveShapes(chosen, command.dx, command.dy, document));
    case 'resize':
      return change(document, command.ids, (chosen) =>
        resizeShapes(chosen, command.handle, command.to, document, command.regular).map(sized),
      );
    case 'reorder':
      return withShapes(document, reordered(document.shapes, command.ids, command.to));
    case 'crop': {
      const crop = cropped(document, command.rect);
      return same(crop, document.crop) ? document : { ...document, crop };
    }
  }
}

later.edit = edit;

/** Puts the results of an edit into the places of the shapes it was made of. */
function change(
  document: AnnotationDocument,
  ids: readonly string[],
  edit: (chosen: Shape[]) => Shape[],
): AnnotationDocument {
  const edited = new Map(edit(findShapes(document, ids)).map((shape) => [shape.id, shape]));
  return withShapes(
    document,
    document.shapes.map((shape) => {
      const after = edited.get(shape.id);
      return after && !same(shape, after) ? after : shape;
    }),
  );
}

function reordered(shapes: readonly Shape[], ids: readonly string[], to: Place): Shape[] {
  const isChosen = ({ id }: Shape) => ids.includes(id);
  const chosen = shapes.filter(isChosen);
  const others = shapes.filter((shape) => !isChosen(shape));
  if (to === 'front') return [...others, ...chosen];
  if (to === 'back') return [...chosen, ...others];
  // One step past the next neighbour that does not move along.
  const order = to === 'forward' ? [...shapes].reverse() : [...shapes];
  for (let index = 1; index < order.length; index++) {
    const [before, here] = [order[index - 1], order[index]];
    if (before && here && isChosen(here) && !isChosen(before))
      [order[index - 1], order[index]] = [here, before];
  }
  return to === 'forward' ? order.reverse() : order;
}

/** The crop as it is kept: outward to whole pixels, null for the whole picture. The one before where it is too small. */
function cropped(document: AnnotationDocument, rect: Rect | null): Rect | null {
  if (!rect) return null;
  const inside = clampRect(rect, document);
  const far = farCorner(inside);
  const [x, y] = [Math.floor(inside.x), Math.floor(inside.y)];
  const crop = { x, y, width: Math.ceil(far.x) - x, height: Math.ceil(far.y) - y };
  if (crop.width < Math.min(MIN_CROP, document.width) || crop.height < Math.min(MIN_CROP, document.height))
    return document.crop;
  return crop.width === document.width && crop.height === document.height ? null : crop;
}

/**
 * Shapes are made with their fields in one order, so their text tells whether they are equal. Points are written by
 * themselves: a page may have patched how lists become JSON.
 */
const textOf = (value: Shape | Rect | null): string =>
  JSON.stringify(value) + (value && 'points' in value ? value.points.join() : '');
const same = (a: Shape | Rect | null, b: Shape | Rect | null) => a === b || textOf(a) === textOf(b);
