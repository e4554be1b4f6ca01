/** Raised when stored documents of the old form can no longer be read. */
export const SCHEMA_VERSION = 1;

/** As many shapes as fit, written out, into what the server takes beside a picture. */
export const MAX_SHAPES = 240;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export const COLOURS = ['red', 'yellow', 'green', 'blue', 'black'] as const;
export type Colour = (typeof COLOURS)[number];

/** What each colour is painted as, on screen and in the file. */
export const PAINT: Record<Colour, string> = {
  red: '#e5322d',
  yellow: '#ffb400',
  green: '#1f9d55',
  blue: '#1f6feb',
  black: '#1b1f23',
};

interface Stroke {
  readonly colour: Colour;
  /** In image pixels. */
  readonly thickness: number;
}

interface Identified {
  /** Unique within the document. */
  readonly id: string;
}

export interface Box extends Identified, Stroke, Rect {
  readonly kind: 'box';
}

export interface Arrow extends Identified, Stroke {
  readonly kind: 'arrow';
  readonly from: Point;
  /** Where the head is. */
  readonly to: Point;
}

/** A part made unreadable. Knows where, never what was there. */
export interface Redaction extends Identified, Rect {
  readonly kind: 'redaction';
}

/** One mark. A new kind joins here; the compiler then names every place that has to know it. */
export type Shape = Box | Arrow | Redaction;
export type ShapeKind = Shape['kind'];

/** What is drawn over one picture. Plain data, never changed in place. */
export interface AnnotationDocument {
  readonly version: typeof SCHEMA_VERSION;
  /** Size of the picture that the coordinates belong to, in pixels. */
  readonly width: number;
  readonly height: number;
  /** From bottom to top. Redactions lie above everything, wherever they stand in the list. */
  readonly shapes: readonly Shape[];
}

/** A document with nothing drawn yet. */
export function emptyDocument(size: { readonly width: number; readonly height: number }): AnnotationDocument {
  return { version: SCHEMA_VERSION, width: size.width, height: size.height, shapes: [] };
}

export function findShape(document: AnnotationDocument, id: string | null): Shape | null {
  return document.shapes.find((shape) => shape.id === id) ?? null;
}

/** The shapes as they are painted, from bottom to top: redactions last. */
export function paintOrder(shapes: readonly Shape[]): Shape[] {
  const redactions = shapes.filter((shape) => shape.kind === 'redaction');
  return [...shapes.filter((shape) => shape.kind !== 'redaction'), ...redactions];
}
