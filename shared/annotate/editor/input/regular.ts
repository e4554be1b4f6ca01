import type { Point } from '../../model/document.ts';
import { snapped } from '../../model/geometry/rect.ts';
import type { DrawingTool } from '../tools.ts';
import type { Pointing } from './gesture.ts';

/** The far corner of a square, or the end of a line at a multiple of 45°, while Shift is held. */
export function regular(tool: DrawingTool, from: Point, at: Pointing): Point {
  if (!at.shift) return at;
  if (tool !== 'box' && tool !== 'ellipse' && tool !== 'redact') return snapped(from, at);
  const side = Math.max(Math.abs(at.x - from.x), Math.abs(at.y - from.y));
  return { x: from.x + Math.sign(at.x - from.x) * side, y: from.y + Math.sign(at.y - from.y) * side };
}
