import { later } from '../later.ts';
import type { Colour, Shape, Step } from '../model/document.ts';
import { PAINT } from '../model/document.ts';
import { arrowPath, ellipsePath, linePath, rectPath, strokePath } from './paths.ts';
import type { Measure } from './width.ts';

/** A light rim around strokes keeps them visible on a ground of their own colour. */
export const RIM = '#ffffffd9';

/** The system's own font, with Chinese. Named in full, so that no sheet of a host page has a say. */
export const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
export const FONT_WEIGHT = 600;

/** Something to fill or to stroke, never both. `none` is said, never left to a sheet. */
export interface PathMark {
  readonly kind: 'path';
  /** SVG path data in image pixels. */
  readonly d: string;
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
}

/** One line of text. */
export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  /** Where the line begins, or its middle where it is centred. */
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  /** Painted below the letters; `none` for none. */
  readonly stroke: string;
  readonly width: number;
  readonly centred: boolean;
  readonly rtl: boolean;
}

export type Mark = PathMark | TextMark;

/**
 * What is painted for a shape, from bottom to top, joins and ends of lines round. Screen and file both paint this and
 * nothing else, so they look alike, once the parts of `later` that the shape needs are there.
 */
export function marksOf(shape: Shape, measure: Measure): Mark[] {
  switch (shape.kind) {
    case 'box':
      return rimmed(rectPath(shape), shape.colour, shape.thickness);
    case 'ellipse':
      return rimmed(ellipsePath(shape), shape.colour, shape.thickness);
    case 'line':
      return rimmed(linePath(shape), shape.colour, shape.thickness);
    case 'arrow':
      return outlined(arrowPath(shape), shape.colour, shape.thickness);
    case 'pen': {
      const outline = later.penPath?.(shape);
      return outline !== undefined
        ? outlined(outline, shape.colour, shape.thickness)
        : rimmed(strokePath(shape), shape.colour, shape.thickness);
    }
    case 'highlighter':
      // On a dark ground multiplying leaves no trace; this veil does.
      return [line(strokePath(shape), `${PAINT[shape.colour]}2e`, shape.thickness)];
    case 'text':
      return later.text?.textMarks(shape, measure) ?? [];
    case 'step':
      return stepMarks(shape);
    case 'redaction':
      return [filled(rectPath(shape), '#000000')];
  }
}

const filled = (d: string, fill: string): PathMark => ({ kind: 'path', d, fill, stroke: 'none', width: 0 });

/** A line of one width, with round ends. */
export const line = (d: string, stroke: string, width: number): PathMark => ({
  kind: 'path',
  d,
  fill: 'none',
  stroke,
  width,
});

const rimmed = (d: string, colour: Colour, thickness: number) => [
  line(d, RIM, thickness * 1.7),
  line(d, PAINT[colour], thickness),
];

const outlined = (d: string, colour: Colour, thickness: number) => [
  line(d, RIM, thickness * 0.7),
  filled(d, PAINT[colour]),
];

function stepMarks({ at, number, size, colour }: Step): Mark[] {
  const disc = ellipsePath({ x: at.x - size / 2, y: at.y - size / 2, width: size, height: size });
  const text = String(number);
  const fontSize = size * (text.length > 2 ? 0.42 : 0.58);
  return [
    filled(disc, PAINT[colour]),
    line(disc, RIM, size * 0.1),
    {
      kind: 'text',
      text,
      x: at.x,
      y: at.y + fontSize * 0.36,
      size: fontSize,
      fill: colour === 'yellow' ? '#1b1f23' : '#ffffff',
      stroke: 'none',
      width: 0,
      centred: true,
      rtl: false,
    },
  ];
}
