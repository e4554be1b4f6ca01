import { copiesOf } from '../../model/copy.ts';
import type { Point, Rect, Shape } from '../../model/document.ts';
import { findShapes, visibleRect } from '../../model/document.ts';
import { boundsOf } from '../../model/geometry/bounds.ts';
import { isWithin } from '../../model/geometry/cover.ts';
import { hitHandle, hitShape, shapesWithin } from '../../model/geometry/hit.ts';
import { moveShapes } from '../../model/geometry/move.ts';
import { clampPoint, rectBetween } from '../../model/geometry/rect.ts';
import { frameHandles, resizeRect, resizeShapes } from '../../model/geometry/resize.ts';
import type { Handling, Pointing, Preview, Result, Scene } from '../input/gesture.ts';
import { regular } from '../input/regular.ts';

/**
 * What a press begins that makes no new mark; null where it makes one. Handles of what is selected come first,
 * whatever the tool.
 */
export function begin(scene: Scene, at: Pointing): Handling | null {
  const { document, tool, tolerance } = scene;
  const base = { scene, origin: at };
  if (tool === 'crop') {
    const rect = visibleRect(document);
    const near = frameHandles(rect).find(
      (handle) => Math.hypot(handle.at.x - at.x, handle.at.y - at.y) <= tolerance,
    );
    const inside = document.crop && isWithin(rect, at) ? 'move' : null;
    return { ...base, kind: 'crop', rect, handle: near?.name ?? inside };
  }
  const selected = findShapes(document, scene.selected);
  const handle = hitHandle(selected, at, tolerance);
  if (handle) return { ...base, kind: 'resize', shapes: selected, handle };
  if (tool !== 'select') return null;
  const pressed = hitShape(document.shapes, at, tolerance / 2);
  const known = pressed !== null && scene.selected.includes(pressed.id);
  const around = boundsOf(selected);
  if (known || (!at.shift && !pressed && selected.length > 1 && around && isWithin(around, at)))
    return { ...base, kind: 'move', shapes: selected, pressed, known };
  if (pressed)
    return { ...base, kind: 'move', shapes: at.shift ? [...selected, pressed] : [pressed], pressed, known };
  return { ...base, kind: 'marquee' };
}

/** A drag along the longer of its two directions only, while Shift is held. */
function travel(origin: Point, at: Pointing): { dx: number; dy: number } {
  const [dx, dy] = [at.x - origin.x, at.y - origin.y];
  if (!at.shift) return { dx, dy };
  return Math.abs(dx) > Math.abs(dy) ? { dx, dy: 0 } : { dx: 0, dy };
}

function newCrop(gesture: Handling & { kind: 'crop' }, at: Pointing): Rect {
  const { rect, handle, origin, scene } = gesture;
  const { document } = scene;
  if (handle === 'move') {
    const free = { width: document.width - rect.width, height: document.height - rect.height };
    const { dx, dy } = travel(origin, at);
    return { ...rect, ...clampPoint({ x: rect.x + dx, y: rect.y + dy }, free) };
  }
  if (handle) return resizeRect(rect, handle, at, document, at.shift);
  return rectBetween(clampPoint(origin, document), clampPoint(regular('box', origin, at), document));
}

const nothing: Preview = { changed: [], fresh: [], marquee: null };

/** As `preview` of any gesture. */
export function preview(gesture: Handling, at: Pointing): Preview {
  const { scene, origin } = gesture;
  const { document } = scene;
  switch (gesture.kind) {
    case 'move': {
      const { dx, dy } = travel(origin, at);
      if (at.alt)
        return { ...nothing, fresh: moveShapes(copiesOf(gesture.shapes, document, 0), dx, dy, document) };
      return { ...nothing, changed: moveShapes(gesture.shapes, dx, dy, document) };
    }
    case 'resize':
      return { ...nothing, changed: resizeShapes(gesture.shapes, gesture.handle, at, document, at.shift) };
    case 'marquee':
      return { ...nothing, marquee: rectBetween(origin, at) };
    case 'crop':
      return { ...nothing, crop: newCrop(gesture, at) };
  }
}

const idsOf = (shapes: readonly Shape[]) => shapes.map(({ id }) => id);

/** As `end` of any gesture. A press that hardly moved selects what is there. */
export function end(gesture: Handling, at: Pointing): Result {
  const { scene, origin } = gesture;
  const { document, selected, tolerance } = scene;
  const still = Math.hypot(at.x - origin.x, at.y - origin.y) < tolerance / 3;
  switch (gesture.kind) {
    case 'move': {
      const { pressed, known, shapes } = gesture;
      if (still) return tapped(scene, pressed, known, at.shift);
      const { dx, dy } = travel(origin, at);
      if (at.alt) {
        const copies = preview(gesture, at).fresh;
        return { command: { do: 'add', shapes: copies }, selected: idsOf(copies) };
      }
      const ids = idsOf(shapes);
      return { command: { do: 'move', ids, dx, dy }, selected: ids };
    }
    case 'resize': {
      const ids = idsOf(gesture.shapes);
      const command = { do: 'resize', ids, handle: gesture.handle, to: at, regular: at.shift } as const;
      return { command: still ? null : command, selected: ids };
    }
    case 'marquee': {
      const held = at.shift ? selected : [];
      const within = still ? [] : idsOf(shapesWithin(document.shapes, rectBetween(origin, at)));
      return { command: null, selected: [...new Set([...held, ...within])] };
    }
    case 'crop':
      return { command: still ? null : { do: 'crop', rect: newCrop(gesture, at) }, selected };
  }
}

/** A press on one of several selects it alone, with Shift adds or takes it; a second one on a text opens it. */
function tapped({ selected }: Scene, pressed: Shape | null, known: boolean, shift: boolean): Result {
  if (!pressed) return { command: null, selected: [] };
  if (shift)
    return {
      command: null,
      selected: known ? selected.filter((id) => id !== pressed.id) : [...selected, pressed.id],
    };
  const result: Result = { command: null, selected: [pressed.id] };
  return known && selected.length === 1 && pressed.kind === 'text' ? { ...result, text: pressed } : result;
}
