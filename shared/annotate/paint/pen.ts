import { getStroke } from 'perfect-freehand';
import { later } from '../later.ts';
import type { Pen, Point } from '../model/document.ts';
import { strokePoints } from '../model/geometry/stroke.ts';

/** To be filled. */
function penPath({ points, thickness }: Pick<Pen, 'points' | 'thickness'>): string {
  const outline = getStroke(dense(points, Math.max(2, thickness)), {
    size: thickness,
    thinning: 0.5,
    smoothing: 0.5,
    streamline: 0.35,
    simulatePressure: false,
    last: true,
  });
  const corners = outline.map(([x, y]): Point => ({ x, y }));
  const [last] = corners.slice(-1);
  if (!last) return '';
  const middle = (a: Point, b: Point) => `${short((a.x + b.x) / 2)} ${short((a.y + b.y) / 2)}`;
  let [path, before] = [`M${middle(last, corners[0] ?? last)}`, last];
  corners.forEach((corner, index) => {
    before = corner;
    path += `Q${short(corner.x)} ${short(corner.y)} ${middle(before, corners[index + 1] ?? corners[0] ?? corner)}`;
  });
  return `${path}z`;
}

later.penPath = penPath;

const short = (value: number) => Math.round(value * 100) / 100;

/** Puts points back where simplifying left them out: perfect-freehand expects them about evenly apart. */
function dense(points: readonly number[], apart: number): [number, number, number][] {
  const all = strokePoints(points);
  return all.flatMap((to, index): [number, number, number][] => {
    const from = all[index - 1];
    if (!from) return [[to.x, to.y, to.pressure]];
    const count = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / apart));
    return Array.from({ length: count }, (_, step) => {
      const along = (step + 1) / count;
      return [
        from.x + (to.x - from.x) * along,
        from.y + (to.y - from.y) * along,
        from.pressure + (to.pressure - from.pressure) * along,
      ];
    });
  });
}
