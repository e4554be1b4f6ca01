/** Raised when stored documents of the old form can no longer be read. */
export const SCHEMA_VERSION = 1;

/** As many shapes as the editor takes without lagging behind the pointer. */
export const MAX_SHAPES = 240;

/** Characters of one text, in UTF-16 units. */
export const MAX_TEXT = 2000;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Point, Size {}

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

/** The ellipse that a rectangle frames. */
export interface Ellipse extends Identified, Stroke, Rect {
  readonly kind: 'ellipse';
}

interface Straight extends Identified, Stroke {
  readonly from: Point;
  /** Of an arrow: where the head is. */
  readonly to: Point;
}

export interface Arrow extends Straight {
  readonly kind: 'arrow';
}

export interface Line extends Straight {
  readonly kind: 'line';
}

interface Freehand extends Identified, Stroke {
  /** x, y and pressure of each point in turn, at least one point. Pressure is 0 to 1, 0.5 where it is not known. */
  readonly points: readonly number[];
}

/** A stroke as wide as `thickness` at a pressure of 0.5, thinner below and thicker above. */
export interface Pen extends Freehand {
  readonly kind: 'pen';
}

/** A stroke of one width that lets through what is below. Pressure has no say. */
export interface Highlighter extends Freehand {
  readonly kind: 'highlighter';
}

export interface Text extends Identified, Rect {
  readonly kind: 'text';
  readonly text: string;
  readonly colour: Colour;
  /** Size of the font in image pixels. */
  readonly size: number;
  /** Whether `width` was set by hand: lines then wrap there. Else the width follows the text. The height always does. */
  readonly wraps: boolean;
}

/** A number in a disc. The steps of a document are numbered 1 to n. */
export interface Step extends Identified {
  readonly kind: 'step';
  /** Centre of the disc. */
  readonly at: Point;
  readonly number: number;
  readonly colour: Colour;
  /** Diameter of the disc in image pixels. */
  readonly size: number;
}

/** A part made unreadable. Knows where, never what was there. */
export interface Redaction extends Identified, Rect {
  readonly kind: 'redaction';
}

/** One mark. A new kind joins here; the compiler then names every place that has to know it. */
export type Shape = Box | Ellipse | Arrow | Line | Pen | Highlighter | Text | Step | Redaction;
export type ShapeKind = Shape['kind'];

/** What is drawn over one picture. Plain data, never changed in place. */
export interface AnnotationDocument {
  readonly version: typeof SCHEMA_VERSION;
  /** Size of the picture that the coordinates belong to, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The part that is sent, in whole pixels; null for all of it. Shapes keep their coordinates. */
  readonly crop: Rect | null;
  /** From bottom to top within each layer; see `paintOrder`. */
  readonly shapes: readonly Shape[];
}

/** A document with nothing drawn yet. */
export function emptyDocument(size: Size): AnnotationDocument {
  return { version: SCHEMA_VERSION, width: size.width, height: size.height, crop: null, shapes: [] };
}

/** The shapes with these ids, from bottom to top. */
export function findShapes(document: AnnotationDocument, ids: readonly string[]): Shape[] {
  return document.shapes.filter(({ id }) => ids.includes(id));
}

/** Whether there is anything to see of a text. */
export const isBlank = (text: string): boolean => text.trim() === '';

/** The part of the picture that is sent. */
export function visibleRect({ crop, width, height }: AnnotationDocument): Rect {
  return crop ?? { x: 0, y: 0, width, height };
}

const layer = ({ kind }: Shape) => (kind === 'highlighter' ? 0 : kind === 'redaction' ? 2 : 1);

/**
 * The shapes as they are painted, from bottom to top: highlighters below all, as they colour the picture, and
 * redactions above all. Within each of the three layers the order of the list holds.
 */
export function paintOrder(shapes: readonly Shape[]): Shape[] {
  return [0, 1, 2].flatMap((wanted) => shapes.filter((shape) => layer(shape) === wanted));
}

/** Names that no shape of the document has. Short, because they are stored with each shape. */
export function freshIds({ shapes }: AnnotationDocument, count: number): string[] {
  const taken = new Set(shapes.map(({ id }) => id));
  const ids: string[] = [];
  for (let number = shapes.length + 1; ids.length < count; number++)
    if (!taken.has(`s${number}`)) ids.push(`s${number}`);
  return ids;
}
