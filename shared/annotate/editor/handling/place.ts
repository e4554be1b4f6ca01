import type { Rect, Shape } from '../../model/document.ts';
import type { DrawingTool, Ink } from '../tools.ts';
import { drawn } from '../tools.ts';

/** The middle of what is seen, where the keyboard puts a mark. @param part of its width and height */
export function middleOf({ x, y, width, height }: Rect, part = 1 / 4): Rect {
  return {
    x: Math.round(x + (width * (1 - part)) / 2),
    y: Math.round(y + (height * (1 - part)) / 2),
    width: Math.round(width * part),
    height: Math.round(height * part),
  };
}

/** The mark a tool puts into the middle of what is seen, for whoever has no pointer. Strokes lie flat. */
export function placed(tool: DrawingTool, id: string, seen: Rect, ink: Ink): Shape {
  const { x, y, width, height } = middleOf(seen);
  const centre = { x: x + width / 2, y: y + height / 2 };
  if (tool === 'pen' || tool === 'highlighter')
    return drawn(tool, id, { x, y: centre.y }, { x: x + width, y: centre.y }, ink);
  if (tool === 'step' || tool === 'text') return drawn(tool, id, centre, centre, ink);
  return drawn(tool, id, { x, y }, { x: x + width, y: y + height }, ink);
}
