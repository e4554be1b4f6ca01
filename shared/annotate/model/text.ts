import { layoutText } from '../paint/layout.ts';
import type { Measure } from '../paint/width.ts';
import type { Shape, Size, Text } from './document.ts';
import { MAX_TEXT } from './document.ts';
import { clampShape } from './geometry/bounds.ts';
import { round } from './geometry/rect.ts';

/**
 * A text as it may be kept: newlines are `\n`, tabs a space, no other control characters, nothing that changes the
 * direction of what comes after, no half characters, at most `MAX_TEXT` long.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .slice(0, MAX_TEXT)
    .toWellFormed()
    .replace(/\ufffd$/, '');
}

/**
 * A text as large as its lines. Where no width was set by hand it grows with the text, and wraps only at the edge of
 * the picture. Other shapes stay as they are.
 */
export function fitText(shape: Shape, size: Size, measure: Measure): Shape {
  if (shape.kind !== 'text') return shape;
  // Where there is little room to the right, a growing text moves left rather than to break after each letter.
  const room = Math.max(size.width - shape.x, Math.min(size.width, shape.size * 10));
  const width = round(shape.wraps ? Math.min(shape.width, size.width) : room);
  const layout = layoutText(shape.text, shape.size, width, measure);
  const fitted: Text = {
    ...shape,
    // Up to a whole pixel, so that no rounding lets the last word fall onto a line of its own.
    width: shape.wraps ? width : Math.min(Math.ceil(layout.width + 1), width),
    height: Math.ceil(layout.height),
  };
  return clampShape(fitted, size);
}
