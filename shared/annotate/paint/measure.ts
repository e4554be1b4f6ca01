import { FONT, FONT_WEIGHT } from './marks.ts';
import type { Measure } from './width.ts';
import { estimateWidth } from './width.ts';

/** The font of texts as CSS and canvas write it. @param size in pixels */
export const fontOf = (size: number): string => `${FONT_WEIGHT} ${size}px ${FONT}`;

let context: CanvasRenderingContext2D | null | undefined;

/** Widths in the browser's own font. A guess where there is no canvas. */
export const measureText: Measure = (text, size) => {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return estimateWidth(text, size);
  const font = fontOf(size);
  // Setting a font is dear, even the same one.
  if (lastFont !== font) context.font = font;
  lastFont = font;
  return context.measureText(text).width;
};

let lastFont = '';
