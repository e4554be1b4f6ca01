import type { AnnotationDocument, Colour, Point, Shape } from './document.ts';
import { MAX_SHAPES } from './document.ts';
import type { Handle } from './geometry.ts';
import { clampShape, moveShape, resizeShape } from './geometry.ts';

/** Everything that can be done to a document. */
export type Command =
  /** `index` counts from the bottom; on top unless told. */
  | { readonly do: 'add'; readonly shape: Shape; readonly index?: number }
  | { readonly do: 'update'; readonly id: string; readonly style: Style }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'move'; readonly id: string; readonly dx: number; readonly dy: number }
  | { readonly do: 'resize'; readonly id: string; readonly handle: Handle; readonly to: Point }
  | { readonly do: 'reorder'; readonly id: string; readonly index: number };

export interface Style {
  readonly colour?: Colour;
  readonly thickness?: number;
}

/**
 * The document after a command, cut to the picture. The very same document where the command changes
 * nothing: an unknown id, a move against the edge, one shape too many.
 */
export function apply(document: AnnotationDocument, command: Command): AnnotationDocument {
  const { shapes } = document;
  switch (command.do) {
    case 'add': {
      if (shapes.length >= MAX_SHAPES || shapes.some(({ id }) => id === command.shape.id)) return document;
      return {
        ...document,
        shapes: shapes.toSpliced(place(command.index, shapes.length), 0, clampShape(command.shape, document)),
      };
    }
    case 'remove':
      return shapes.some(({ id }) => id === command.id)
        ? { ...document, shapes: shapes.filter(({ id }) => id !== command.id) }
        : document;
    case 'update':
      return change(document, command.id, (shape) => restyle(shape, command.style));
    case 'move':
      return change(document, command.id, (shape) => moveShape(shape, command.dx, command.dy, document));
    case 'resize':
      return change(document, command.id, (shape) =>
        resizeShape(shape, command.handle, command.to, document),
      );
    case 'reorder': {
      const shape = shapes.find(({ id }) => id === command.id);
      if (!shape) return document;
      const others = shapes.filter((other) => other !== shape);
      const reordered = others.toSpliced(place(command.index, others.length), 0, shape);
      return reordered.every((each, index) => each === shapes[index])
        ? document
        : { ...document, shapes: reordered };
    }
  }
}

const place = (index: number | undefined, length: number) => Math.min(Math.max(index ?? length, 0), length);

function change(document: AnnotationDocument, id: string, edit: (shape: Shape) => Shape): AnnotationDocument {
  const index = document.shapes.findIndex((shape) => shape.id === id);
  const shape = document.shapes[index];
  if (!shape) return document;
  const edited = edit(shape);
  return same(shape, edited) ? document : { ...document, shapes: document.shapes.with(index, edited) };
}

/** A redaction has no style and stays as it is. */
function restyle(shape: Shape, { colour, thickness }: Style): Shape {
  if (shape.kind === 'redaction') return shape;
  return { ...shape, colour: colour ?? shape.colour, thickness: thickness ?? shape.thickness };
}

/** Shapes are made with their fields in one order, so their text tells whether they are equal. */
const same = (a: Shape, b: Shape) => a === b || JSON.stringify(a) === JSON.stringify(b);
