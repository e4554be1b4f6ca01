import type { Rect } from '../types.ts';

/** Boxes of an element's text, and those of the shadows that the text casts, which can be read as well as it can. */
export function withShadows(rects: Iterable<Rect>, element: Element | null): Rect[] {
  const boxes = [...rects];
  const shadows = element ? getComputedStyle(element).textShadow : 'none';
  if (shadows === 'none' || shadows === '') return boxes;
  const cast = [...shadows.matchAll(/(-?[\d.]+)px (-?[\d.]+)px (-?[\d.]+)px/g)].map(([, ...lengths]) =>
    lengths.map(Number),
  );
  return boxes.flatMap((box) => [
    box,
    ...cast.map(([right = 0, down = 0, blur = 0]) => ({
      x: box.x + right - blur,
      y: box.y + down - blur,
      width: box.width + 2 * blur,
      height: box.height + 2 * blur,
    })),
  ]);
}
