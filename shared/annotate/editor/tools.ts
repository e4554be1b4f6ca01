import type { Style } from '../model/commands.ts';
import type { Colour, Point, Shape, ShapeKind } from '../model/document.ts';
import { rectBetween } from '../model/geometry/rect.ts';

/** In the order of the toolbar: on a phone the first four are seen without scrolling. */
export const TOOLS = [
  'select',
  'box',
  'arrow',
  'redact',
  'text',
  'pen',
  'highlighter',
  'step',
  'ellipse',
  'line',
  'crop',
] as const;
export type Tool = (typeof TOOLS)[number];
export type DrawingTool = Exclude<Tool, 'select' | 'crop'>;

/** How heavy a mark is: the thickness of a line, the size of a text or step. */
export const LEVELS = ['small', 'medium', 'large'] as const;
export type Level = (typeof LEVELS)[number];

/** In CSS pixels of the pictured page. */
type Scale = Readonly<Record<Level, number>>;
const LINE: Scale = { small: 2, medium: 4, large: 7 };
const HIGHLIGHT: Scale = { small: 12, medium: 20, large: 32 };
/** None below 16 px: iOS zooms the page into a smaller field. */
const TEXT: Scale = { small: 16, medium: 22, large: 36 };
const DISC: Scale = { small: 24, medium: 32, large: 44 };

/** The weights of one kind of mark, in CSS pixels of the pictured page. */
export const scaleOf = (kind: ShapeKind): Scale =>
  kind === 'highlighter' ? HIGHLIGHT : kind === 'text' ? TEXT : kind === 'step' ? DISC : LINE;

/** What a mark is drawn with. */
export interface Ink {
  readonly colour: Colour;
  readonly level: Level;
  /** Image pixels per CSS pixel of the pictured page. */
  readonly scale: number;
}

/** A level as the style of one kind of mark. */
export function weight(
  kind: ShapeKind,
  { level, scale }: Omit<Ink, 'colour'>,
): Required<Omit<Style, 'colour'>> {
  const pixels = Math.round(scaleOf(kind)[level] * scale * 10) / 10;
  return { thickness: pixels, size: pixels };
}

/** Whether a tool draws with colour and level. */
export const hasInk = (tool: Tool): boolean => tool !== 'redact' && tool !== 'crop';

/** The mark a tool makes between two points; a stroke runs through `points`, flat as `Pen` keeps them. */
export function drawn(
  tool: DrawingTool,
  id: string,
  from: Point,
  to: Point,
  ink: Ink,
  points: readonly number[] = [from.x, from.y, 0.5, to.x, to.y, 0.5],
): Shape {
  const { colour } = ink;
  switch (tool) {
    case 'box':
    case 'ellipse':
      return { kind: tool, id, ...rectBetween(from, to), colour, thickness: weight(tool, ink).thickness };
    case 'arrow':
    case 'line':
      return { kind: tool, id, from, to, colour, thickness: weight(tool, ink).thickness };
    case 'pen':
    case 'highlighter':
      return { kind: tool, id, points, colour, thickness: weight(tool, ink).thickness };
    case 'text': {
      const { size } = weight(tool, ink);
      return { kind: tool, id, ...to, width: size, height: size, text: '', colour, size, wraps: false };
    }
    case 'step':
      return { kind: tool, id, at: to, number: 0, colour, size: weight(tool, ink).size };
    case 'redact':
      return { kind: 'redaction', id, ...rectBetween(from, to) };
  }
}
