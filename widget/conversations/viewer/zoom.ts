export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a picture is drawn: as it fits, or by a factor of its own CSS pixels. */
export type Zoom = 'fit' | number;

const steps = [0.25, 0.5, 1, 1.5, 2, 3, 4];

/** The factor at which a picture is seen whole; never enlarged for that. */
export const fitting = (picture: Size, room: Size): number =>
  Math.min(1, room.width / picture.width, room.height / picture.height);

/** The next step larger or smaller than the picture is drawn now (`scale`); `fit` is the smallest. */
export function step(scale: number, fit: number, way: 'in' | 'out'): Zoom {
  // A step that can hardly be told from how it is drawn now is none.
  if (way === 'in') return steps.find((each) => each > scale * 1.01) ?? scale;
  const smaller = steps.findLast((each) => each < scale * 0.99) ?? 0;
  return smaller <= fit * 1.01 ? 'fit' : smaller;
}

/**
 * Where a scrolled room must stand so that the point of the picture below `point` stays there when the picture grows
 * by `ratio`; both along one axis, in CSS pixels.
 */
export const scrollFor = (scrolled: number, point: number, ratio: number): number =>
  (scrolled + point) * ratio - point;
