import type { AnnotationDocument, Point, Shape } from './document.ts';
import { COLOURS, MAX_SHAPES, SCHEMA_VERSION } from './document.ts';
import { clampShape, round } from './geometry.ts';

export type Parsed =
  | { readonly ok: true; readonly document: AnnotationDocument }
  /** `reason` names what is wrong, in English, for logs. */
  | { readonly ok: false; readonly reason: string };

/** Longest side a picture of ours can have, in pixels. */
const MAX_SIDE = 65_535;

/**
 * Reads a document from data of unknown origin. Keeps only the fields that are known, so nothing can travel
 * along unseen. Cuts shapes to the picture. Never throws.
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

function readDocument(data: unknown): AnnotationDocument {
  const source = record(data, 'annotation');
  if (source.version !== SCHEMA_VERSION)
    throw new Error(`version ${String(source.version)} is not known; ${SCHEMA_VERSION} is`);
  const size = { width: side(source.width, 'width'), height: side(source.height, 'height') };
  if (!Array.isArray(source.shapes)) throw new Error('shapes is not a list');
  if (source.shapes.length > MAX_SHAPES) throw new Error(`more than ${MAX_SHAPES} shapes`);
  const shapes = source.shapes.map((shape, index) => clampShape(readShape(shape, `shapes[${index}]`), size));
  if (new Set(shapes.map(({ id }) => id)).size < shapes.length) throw new Error('two shapes have one id');
  return { version: SCHEMA_VERSION, ...size, shapes };
}

function readShape(data: unknown, where: string): Shape {
  const source = record(data, where);
  const { id, kind } = source;
  if (typeof id !== 'string' || !/^[\w-]{1,40}$/.test(id)) throw new Error(`${where}.id is not an id`);
  switch (kind) {
    case 'box':
      return { kind, id, ...rect(source, where), ...stroke(source, where) };
    case 'arrow':
      return {
        kind,
        id,
        from: point(source.from, `${where}.from`),
        to: point(source.to, `${where}.to`),
        ...stroke(source, where),
      };
    case 'redaction':
      return { kind, id, ...rect(source, where) };
    default:
      throw new Error(`${where}.kind ${String(kind)} is not known`);
  }
}

function stroke(source: Record<string, unknown>, where: string) {
  const colour = COLOURS.find((name) => name === source.colour);
  if (!colour) throw new Error(`${where}.colour is not known`);
  const thickness = number(source.thickness, `${where}.thickness`);
  if (thickness <= 0 || thickness > 500) throw new Error(`${where}.thickness is out of range`);
  return { colour, thickness };
}

function rect(source: Record<string, unknown>, where: string) {
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
  const length = number(value, where);
  if (length < 1 || length > MAX_SIDE) throw new Error(`${where} is out of range`);
  return length;
}

function number(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${where} is not a number`);
  return round(value);
}

function record(data: unknown, where: string): Record<string, unknown> {
  if (typeof data !== 'object' || data === null) throw new Error(`${where} is not an object`);
  return Object.fromEntries(Object.entries(data));
}
