import { later } from '../later.ts';
import type { Measure } from '../paint/width.ts';
import { estimateWidth } from '../paint/width.ts';
import type { AnnotationDocument, Colour, Point, Rect, Shape } from './document.ts';
import { isBlank, MAX_SHAPES } from './document.ts';
import { clampShape } from './geometry/bounds.ts';
import type { Handle } from './geometry/resize.ts';
import { fitted, restyled, withShapes } from './shapes.ts';

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

/** What `edits.ts` carries out. */
export type Edit = Exclude<Command, { readonly do: 'add' | 'remove' | 'text' }>;

/** Each kind takes of it what it has. */
export interface Style {
  readonly colour?: Colour;
  readonly thickness?: number;
  /** Of texts and steps, in image pixels. */
  readonly size?: number;
}

/**
 * The document after a command, cut to the picture. The very same document where the command changes
 * nothing: an unknown id, a move against the edge, more shapes than `MAX_SHAPES`. What changes shapes that are there
 * is in `edits.ts`, which comes later to the editor.
 * @param measure the font's widths, by which texts are sized; a guess unless told
 */
export function apply(
  document: AnnotationDocument,
  command: Command,
  measure: Measure = estimateWidth,
): AnnotationDocument {
  const { shapes } = document;
  switch (command.do) {
    case 'add':
      return add(document, command.shapes, command.index ?? shapes.length, measure);
    case 'remove':
      return withShapes(
        document,
        shapes.filter(({ id }) => !command.ids.includes(id)),
      );
    case 'text': {
      const { id } = command;
      const text = cleaned(command.text);
      if (isBlank(text)) return apply(document, { do: 'remove', ids: [id] });
      return withShapes(
        document,
        shapes.map((shape) =>
          shape.id === id && shape.kind === 'text' && shape.text !== text
            ? fitted({ ...shape, text }, document, measure)
            : shape,
        ),
      );
    }
    default:
      return later.edit?.(document, command, measure) ?? document;
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

/** A shape as the document keeps it; null where there is nothing of it to see. */
function admitted(shape: Shape, document: AnnotationDocument, measure: Measure): Shape | null {
  switch (shape.kind) {
    case 'text': {
      const text = cleaned(shape.text);
      return isBlank(text) ? null : fitted(clampShape({ ...shape, text }, document), document, measure);
    }
    case 'pen':
    case 'highlighter': {
      const points = later.simplified?.(shape.points, shape.kind === 'pen' ? shape.thickness : 0) ?? [];
      return points.length > 0 ? clampShape({ ...shape, points }, document) : null;
    }
    case 'step':
      return clampShape({ ...shape, number: Infinity }, document);
    default:
      return clampShape(shape, document);
  }
}
