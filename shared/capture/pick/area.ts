import type { Rect } from '../types.ts';
import type { Corner, Point } from './geometry.ts';
import {
  areaBetween,
  fitArea,
  gripAt,
  moveArea,
  opposite,
  resizeArea,
  SMALLEST,
  startArea,
} from './geometry.ts';
import type { PickOptions } from './options.ts';
import { withOverlay } from './overlay.ts';
import { ARROWS, fill } from './words.ts';

/**
 * Lets the visitor choose a part of what is on screen: drawn with a mouse and taken when it is let go, drawn and
 * adjusted with a finger or a pen and taken by a button, or moved and resized by keyboard and taken by Enter.
 *
 * @returns whole CSS pixels of the viewport, inside it; null where it was cancelled. The overlay is gone by then.
 */
export function pickArea(options: PickOptions): Promise<Rect | null> {
  const { strings } = options;
  return withOverlay(options, (overlay) => {
    let area: Rect | null = null;
    let draw: ((to: Point) => Rect) | null = null;
    let fresh = false;

    const show = (next: Rect | null) => {
      area = next;
      overlay.show(next, next ? fill(strings.size, next) : '');
    };
    const stand = (next: Rect) => {
      show(next);
      overlay.standing(true);
      overlay.say(fill(strings.saidArea, next));
    };
    const big = (rect: Rect | null) => rect && Math.min(rect.width, rect.height) >= SMALLEST;

    /** What a press begins: another size or another place of the area that stands, or an area anew. */
    const begin = (from: Point, touch: boolean): ((to: Point) => Rect) => {
      const grip = area && gripAt(area, from, touch ? 22 : 8);
      fresh = !grip;
      const start = area;
      if (!start || !grip) return (to) => areaBetween(from, to, overlay.size());
      if (grip === 'inside')
        return (to) => moveArea(start, Math.round(to.x - from.x), Math.round(to.y - from.y), overlay.size());
      return pull(start, grip);
    };
    const pull = (start: Rect, corner: Corner) => {
      const fixed = opposite(start, corner);
      return (to: Point) => areaBetween(fixed, to, overlay.size());
    };

    return {
      name: 'area',
      title: strings.area,
      hint: strings.areaHint,
      keysHint: strings.areaKeys,
      pointer(kind, at, { pointerType }) {
        if (kind === 'down') {
          draw = begin(at, pointerType !== 'mouse');
          overlay.drawing(true);
          if (fresh) overlay.standing(false);
        } else if (draw && kind === 'move') {
          show(draw(at));
        } else if (draw) {
          const drawn = kind === 'up' ? draw(at) : null;
          draw = null;
          overlay.drawing(false);
          if (!drawn || !big(drawn)) show(null);
          else if (fresh && pointerType === 'mouse') overlay.done(drawn);
          else stand(drawn);
        }
      },
      key({ key, altKey, shiftKey }) {
        const arrow = ARROWS[key];
        if (!arrow || draw) return false;
        const step = shiftKey ? 10 : 1;
        const change = altKey ? resizeArea : moveArea;
        const size = overlay.size();
        stand(area ? change(area, arrow.x * step, arrow.y * step, size) : startArea(size));
        return true;
      },
      moved() {
        if (!area || draw) return;
        const fitting = fitArea(area, overlay.size());
        show(big(fitting) ? fitting : null);
        overlay.standing(area !== null);
      },
      take() {
        if (area && big(area)) overlay.done(area);
      },
    };
  });
}
