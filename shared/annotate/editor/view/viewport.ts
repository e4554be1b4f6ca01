import type { Point, Rect, Size } from '../../model/document.ts';
import { between } from '../../model/geometry/rect.ts';

/** Where the picture lies in its room: a point of the picture times `zoom`, plus `x` and `y`, is a CSS pixel. */
export interface View extends Point {
  /** CSS pixels per image pixel. */
  readonly zoom: number;
}

const MOST = 8;
const LEAST = 0.05;

export const toImage = (view: View, { x, y }: Point): Point => ({
  x: (x - view.x) / view.zoom,
  y: (y - view.y) / view.zoom,
});

export const toScreen = (view: View, { x, y }: Point): Point => ({
  x: x * view.zoom + view.x,
  y: y * view.zoom + view.y,
});

/** A part of the picture in the middle of the room, wholly seen and never larger than `most`. */
export function fitView(frame: Rect, room: Size, most: number, margin: number): View {
  const zoom = Math.max(
    0.01,
    Math.min(most, (room.width - 2 * margin) / frame.width, (room.height - 2 * margin) / frame.height),
  );
  return clampView({ zoom, x: 0, y: 0 }, frame, room);
}

/** Another zoom, with the point of the picture that is at `at` staying there. */
export function zoomAt(view: View, zoom: number, at: Point): View {
  const next = between(zoom, Math.min(LEAST, view.zoom), Math.max(MOST, view.zoom));
  const point = toImage(view, at);
  return { zoom: next, x: at.x - point.x * next, y: at.y - point.y * next };
}

/** What two fingers do that moved from `before` to `after`: they keep the points of the picture they lie on. */
export function pinch(view: View, before: readonly [Point, Point], after: readonly [Point, Point]): View {
  const span = ([a, b]: readonly [Point, Point]) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
  const middle = ([a, b]: readonly [Point, Point]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const from = middle(before);
  const to = middle(after);
  const zoomed = zoomAt(view, (view.zoom * span(after)) / span(before), from);
  return { ...zoomed, x: zoomed.x + to.x - from.x, y: zoomed.y + to.y - from.y };
}

/** Along one side: in the middle where all of it fits, else never past the middle of the room. */
function clampSide(offset: number, start: number, length: number, room: number, zoom: number): number {
  const size = length * zoom;
  const at = size <= room ? (room - size) / 2 : between(offset + start * zoom, room / 2 - size, room / 2);
  return at - start * zoom;
}

/** The view with its part of the picture kept in reach. */
export function clampView(view: View, frame: Rect, room: Size): View {
  const { zoom } = view;
  return {
    zoom,
    x: clampSide(view.x, frame.x, frame.width, room.width, zoom),
    y: clampSide(view.y, frame.y, frame.height, room.height, zoom),
  };
}

/** The view moved just so far that a rectangle of the picture is seen; its start where it is too large. */
export function reveal(view: View, rect: Rect, room: Size, margin = 16): View {
  const side = (offset: number, start: number, length: number, extent: number) => {
    const from = start * view.zoom;
    const least = margin - from;
    return Math.min(Math.max(offset, least), Math.max(least, extent - margin - from - length * view.zoom));
  };
  return {
    zoom: view.zoom,
    x: side(view.x, rect.x, rect.width, room.width),
    y: side(view.y, rect.y, rect.height, room.height),
  };
}

/** The rectangle of the picture that is on screen. */
export function visiblePart(view: View, frame: Rect, room: Size): Rect {
  const start = toImage(view, { x: 0, y: 0 });
  const end = toImage(view, { x: room.width, y: room.height });
  const x = between(start.x, frame.x, frame.x + frame.width);
  const y = between(start.y, frame.y, frame.y + frame.height);
  return {
    x,
    y,
    width: between(end.x, x, frame.x + frame.width) - x,
    height: between(end.y, y, frame.y + frame.height) - y,
  };
}
