import type { Rect } from '../types.ts';
import { toBitmapRects } from './geometry.ts';

/**
 * Burns solid boxes into a bitmap.
 * @param rects in CSS pixels, relative to the picture's top left corner
 * @returns how many boxes were painted
 */
export function paintMasks(bitmap: HTMLCanvasElement, rects: readonly Rect[], scale: number): number {
  const boxes = toBitmapRects(rects, scale, bitmap);
  const context = bitmap.getContext('2d');
  if (!context) throw new Error('no 2d context for the masks');
  context.save();
  context.resetTransform();
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  context.filter = 'none';
  context.fillStyle = '#1f2328';
  for (const box of boxes) context.fillRect(box.x, box.y, box.width, box.height);
  context.restore();
  return boxes.length;
}
