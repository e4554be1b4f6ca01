import type { Shape } from '../../model/document.ts';
import type { Level } from '../tools.ts';
import { LEVELS, scaleOf } from '../tools.ts';

/** The level that a mark is nearest to; null where it has none. */
export function levelOf(shape: Shape, scale: number): Level | null {
  if (shape.kind === 'redaction') return null;
  const pixels = ('size' in shape ? shape.size : shape.thickness) / scale;
  const off = (level: Level) => Math.abs(scaleOf(shape.kind)[level] - pixels);
  return LEVELS.reduce((best, level) => (off(level) < off(best) ? level : best));
}
