import type { AnnotationDocument, Colour, Point, Rect, Shape } from './document.ts';
import { COLOURS, isBlank, MAX_SHAPES, SCHEMA_VERSION } from './document.ts';
import { isInside } from './geometry/cover.ts';
import { round } from './geometry/rect.ts';
import { flatPoints, strokePoints } from './geometry/stroke.ts';
import { cleanText } from './text.ts';

export type Parsed =
  | { readonly ok: true; readonly document: AnnotationDocument }
  /** `reason` names what is wrong, in English, for logs. */
  | { readonly ok: false; readonly reason: string };

/** Longest side a picture of ours can have, in pixels. */
const MAX_SIDE = 65_535;

/** Points of one stroke; the editor's simplified ones have far fewer. */
const MAX_POINTS = 5000;

/**
 * Reads a document from data of unknown origin. Keeps only the fields that are known, so nothing can travel
 * along unseen, and nothing outside of its range. Never throws.
 */
export function parseAnnotation(data: unknown): Parsed {
  try {
    return { ok: true, document: readDocument(data) };
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** A document as plain JSON data: `parseAnnotation(serialise(document))` gives an equal one. */
export function serialise(document: AnnotationDocument): AnnotationDocument {
  return readDocument(document);
}

/** Shapes from the clipboard, as `JSON.stringify` wrote them; null where it holds anything else. */
export function parseShapes(json: string): Shape[] | null {
  try {
    return readShapes(JSON.parse(json));
  } catch {
    return null;
  }
}

function readDocument(data: unknown): AnnotationDocument {
  const source = record(data, 'annotation');
  if (source.version !== SCHEMA_VERSION)
    throw new Error(`version ${String(source.version)} is not known; ${SCHEMA_VERSION} is`);
  const size = { width: side(source.width, 'width'), height: side(source.height, 'height') };
  const crop = source.crop == null ? null : rect(source.crop, 'crop');
  if (crop) {
    if (!Object.values(crop).every(Number.isInteger)) throw new Error('crop is not in whole pixels');
    if (crop.width < 1 || crop.height < 1 || !isInside(crop, { x: 0, y: 0, ...size }))
      throw new Error('crop is not in the picture');
  }
  return { version: SCHEMA_VERSION, ...size, crop, shapes: readShapes(source.shapes) };
}

function readShapes(data: unknown): Shape[] {
  if (!Array.isArray(data)) throw new Error('shapes is not a list');
  if (data.length > MAX_SHAPES) throw new Error(`more than ${MAX_SHAPES} shapes`);
  const shapes = data.map((shape, index) => readShape(shape, `shapes[${index}]`));
  if (new Set(shapes.map(({ id }) => id)).size < shapes.length) throw new Error('two shapes have one id');
  return shapes;
}

function readShape(data: unknown, where: string): Shape {
  const source = record(data, where);
  const { id, kind } = source;
  if (typeof id !== 'string' || !/^[\w-]{1,40}$/.test(id)) throw new Error(`${where}.id is not an id`);
  switch (kind) {
    case 'box':
    case 'ellipse':
      return { kind, id, ...rect(source, where), ...stroke(source, where) };
    case 'arrow':
    case 'line': {
      const ends = { from: point(source.from, `${where}.from`), to: point(source.to, `${where}.to`) };
      return { kind, id, ...ends, ...stroke(source, where) };
    }
    case 'pen':
    case 'highlighter':
      return { kind, id, points: points(source.points, `${where}.points`), ...stroke(source, where) };
    case 'text': {
      const { text, wraps } = source;
      if (typeof text !== 'string') throw new Error(`${where}.text is not a text`);
      const clean = cleanText(text);
      if (isBlank(clean)) throw new Error(`${where}.text is blank`);
      return {
        kind,
        id,
        ...rect(source, where),
        text: clean,
        ...sized(source, where),
        wraps: wraps === true,
      };
    }
    case 'step':
      return {
        kind,
        id,
        at: point(source.at, `${where}.at`),
        number: ranged(source.number, `${where}.number`, 1, MAX_SHAPES),
        ...sized(source, where),
      };
    case 'redaction':
      return { kind, id, ...rect(source, where) };
    default:
      throw new Error(`${where}.kind ${String(kind)} is not known`);
  }
}

function stroke(source: Record<string, unknown>, where: string) {
  return {
    colour: colour(source, where),
    thickness: ranged(source.thickness, `${where}.thickness`, 0.1, 500),
  };
}

function sized(source: Record<string, unknown>, where: string) {
  return { colour: colour(source, where), size: ranged(source.size, `${where}.size`, 1, 2000) };
}

function colour(source: Record<string, unknown>, where: string): Colour {
  const known = COLOURS.find((name) => name === source.colour);
  if (!known) throw new Error(`${where}.colour is not known`);
  return known;
}

function points(data: unknown, where: string): number[] {
  if (!Array.isArray(data)) throw new Error(`${where} is not a list`);
  if (data.length < 3 || data.length % 3 > 0 || data.length > MAX_POINTS * 3)
    throw new Error(`${where} has ${data.length} numbers`);
  return flatPoints(
    strokePoints(data.map((value, index) => checked(value, `${where}[${index}]`, -MAX_SIDE, MAX_SIDE * 2))),
  );
}

function rect(data: unknown, where: string): Rect {
  const source = record(data, where);
  const width = number(source.width, `${where}.width`);
  const height = number(source.height, `${where}.height`);
  if (width < 0 || height < 0) throw new Error(`${where} has a negative size`);
  return { ...point(source, where), width, height };
}

function point(data: unknown, where: string): Point {
  const source = record(data, where);
  return { x: number(source.x, `${where}.x`), y: number(source.y, `${where}.y`) };
}

function side(value: unknown, where: string): number {
  if (!Number.isInteger(value)) throw new Error(`${where} is not a whole number`);
  return ranged(value, where, 1, MAX_SIDE);
}

/** A coordinate or length. Shapes may lie partly outside of a picture that was cropped. */
const number = (value: unknown, where: string): number => ranged(value, where, -MAX_SIDE, MAX_SIDE * 2);

function ranged(value: unknown, where: string, low: number, high: number): number {
  return round(checked(value, where, low, high));
}

function checked(value: unknown, where: string, low: number, high: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${where} is not a number`);
  if (value < low || value > high) throw new Error(`${where} is out of range`);
  return value;
}

function record(data: unknown, where: string): Record<string, unknown> {
  if (typeof data !== 'object' || data === null) throw new Error(`${where} is not an object`);
  return Object.fromEntries(Object.entries(data));
}
