import { later } from '../later.ts';
import type { Measure } from '../paint/width.ts';
import { estimateWidth } from '../paint/width.ts';
import type { AnnotationDocument, Colour, Point, Rect, Shape } from './document.ts';
import { findShapes, isBlank, MAX_SHAPES } from './document.ts';
import { clampShape, moveShapes } from './geometry/bounds.ts';
import { clampRect, farCorner, round } from './geometry/rect.ts';
import type { Handle } from './geometry/resize.ts';
import { resizeShapes } from './geometry/resize.ts';
import { simplified } from './geometry/stroke.ts';

/** A place in the order of painting, relative to the other shapes. */
export type Place = 'front' | 'forward' | 'backward' | 'back';

/** Everything that can be done to a document. Unknown ids are passed over. */
export type Command =
  /** `index` counts from the bottom; on top unless told. A step gets the next number whatever it brings. */
  | { readonly do: 'add'; readonly shapes: readonly Shape[]; readonly index?: number }
  | { readonly do: 'update'; readonly ids: readonly string[]; readonly style: Style }
  | { readonly do: 'remove'; readonly ids: readonly string[] }
  | { readonly do: 'move'; readonly ids: readonly string[]; readonly dx: number; readonly dy: number }
  | {
      readonly do: 'resize';
      readonly ids: readonly string[];
      readonly handle: Handle;
      readonly to: Point;
      /** As in `resizeShapes`. */
      readonly regular?: boolean;
    }
  | { readonly do: 'reorder'; readonly ids: readonly string[]; readonly to: Place }
  /** A text left blank is removed. */
  | { readonly do: 'text'; readonly id: string; readonly text: string }
  /** null for the whole picture. Rounded to whole pixels. */
  | { readonly do: 'crop'; readonly rect: Rect | null };

/** Each kind takes of it what it has. */
export interface Style {
  readonly colour?: Colour;
  readonly thickness?: number;
  /** Of texts and steps, in image pixels. */
  readonly size?: number;
}

/** Shorter sides than this, in image pixels, are a slip of the hand and no crop. */
export const MIN_CROP = 16;

/**
 * The document after a command, cut to the picture. The very same document where the command changes
 * nothing: an unknown id, a move against the edge, more shapes than `MAX_SHAPES`.
 * @param measure the font's widths, by which texts are sized; a guess unless told
 */
export function apply(
  document: AnnotationDocument,
  command: Command,
  measure: Measure = estimateWidth,
): AnnotationDocument {
  const { shapes } = document;
  const sized = (shape: Shape) => fitted(shape, document, measure);
  switch (command.do) {
    case 'add':
      return add(document, command.shapes, command.index ?? shapes.length, measure);
    case 'remove':
      return withShapes(
        document,
        shapes.filter(({ id }) => !command.ids.includes(id)),
      );
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
      return withShapes(document, reordered(shapes, command.ids, command.to));
    case 'text': {
      const text = cleaned(command.text);
      if (isBlank(text)) return apply(document, { do: 'remove', ids: [command.id] });
      return change(document, [command.id], ([shape]) =>
        shape?.kind === 'text' ? [sized({ ...shape, text })] : shape ? [shape] : [],
      );
    }
    case 'crop': {
      const crop = cropped(document, command.rect);
      return same(crop, document.crop) ? document : { ...document, crop };
    }
  }
}

function add(
  document: AnnotationDocument,
  added: readonly Shape[],
  index: number,
  measure: Measure,
): AnnotationDocument {
  const taken = new Set(document.shapes.map(({ id }) => id));
  const fresh: Shape[] = [];
  for (const shape of added) {
    const made = admitted(restyled(shape, {}), document, measure);
    if (!made || taken.has(shape.id)) continue;
    taken.add(shape.id);
    fresh.push(made);
  }
  if (document.shapes.length + fresh.length > MAX_SHAPES) return document;
  const at = Math.min(Math.max(index, 0), document.shapes.length);
  return withShapes(document, document.shapes.toSpliced(at, 0, ...fresh));
}

const cleaned = (text: string): string => later.text?.cleanText(text) ?? text;

/** A text as large as its lines. */
const fitted = (shape: Shape, document: AnnotationDocument, measure: Measure): Shape =>
  later.text?.fitText(shape, document, measure) ?? shape;

/** A shape as the document keeps it; null where there is nothing of it to see. */
function admitted(shape: Shape, document: AnnotationDocument, measure: Measure): Shape | null {
  switch (shape.kind) {
    case 'text': {
      const text = cleaned(shape.text);
      return isBlank(text) ? null : fitted(clampShape({ ...shape, text }, document), document, measure);
    }
    case 'pen':
    case 'highlighter': {
      const points = simplified(shape.points, shape.kind === 'pen' ? shape.thickness : 0);
      return points.length > 0 ? clampShape({ ...shape, points }, document) : null;
    }
    case 'step':
      return clampShape({ ...shape, number: Infinity }, document);
    default:
      return clampShape(shape, document);
  }
}

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

/** The document with these shapes and its steps numbered anew; the same one where they are its own. */
function withShapes(document: AnnotationDocument, shapes: readonly Shape[]): AnnotationDocument {
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

function restyled(shape: Shape, { colour, thickness, size }: Style): Shape {
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
