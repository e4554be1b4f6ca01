import type { Colour, Point, Shape, ShapeKind } from '../model/document.ts';
import { rectBetween } from '../model/geometry.ts';

export const TOOLS = ['select', 'box', 'arrow', 'redact'] as const;
export type Tool = (typeof TOOLS)[number];
export type DrawingTool = Exclude<Tool, 'select'>;

/** The key that takes each tool, as `KeyboardEvent.key` in lower case. */
export const TOOL_KEYS: Record<Tool, string> = { select: 'v', box: 'b', arrow: 'a', redact: 'r' };

export const DRAWS: Record<DrawingTool, ShapeKind> = { box: 'box', arrow: 'arrow', redact: 'redaction' };

export const THICKNESSES = ['thin', 'medium', 'thick'] as const;
export type Thickness = (typeof THICKNESSES)[number];

/** In CSS pixels; times the picture's scale in the document. */
export const THICKNESS: Record<Thickness, number> = { thin: 2, medium: 4, thick: 7 };

/** What a shape is drawn with. */
export interface Pen {
  readonly colour: Colour;
  /** In image pixels. */
  readonly thickness: number;
}

/** The shape a tool draws between two points. */
export function drawn(tool: DrawingTool, id: string, from: Point, to: Point, pen: Pen): Shape {
  switch (tool) {
    case 'box':
      return { kind: 'box', id, ...rectBetween(from, to), ...pen };
    case 'arrow':
      return { kind: 'arrow', id, from, to, ...pen };
    case 'redact':
      return { kind: 'redaction', id, ...rectBetween(from, to) };
  }
}

/** The shape a tool puts into the middle of a picture for whoever has no pointer. */
export function placed(
  tool: DrawingTool,
  id: string,
  { width, height }: { readonly width: number; readonly height: number },
  pen: Pen,
): Shape {
  const [dx, dy] = [width / 8, height / 8];
  const at = (signX: number, signY: number) => ({ x: width / 2 + signX * dx, y: height / 2 + signY * dy });
  return drawn(tool, id, at(-1, -1), at(1, 1), pen);
}

/** A name no shape of the document has. Short, because it is stored with each. */
export function freshId(shapes: readonly Shape[]): string {
  const taken = new Set(shapes.map(({ id }) => id));
  let number = shapes.length + 1;
  while (taken.has(`s${number}`)) number++;
  return `s${number}`;
}
