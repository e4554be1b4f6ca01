import type { Command } from '../../model/commands.ts';
import { copiesOf } from '../../model/copy.ts';
import type { AnnotationDocument, Point, Rect, Shape } from '../../model/document.ts';
import { findShapes, freshIds, visibleRect } from '../../model/document.ts';
import { boundsOf, extent, moveShapes } from '../../model/geometry/bounds.ts';
import { hitHandle, hitShape, shapesWithin } from '../../model/geometry/hit.ts';
import { clampPoint, isWithin, rectBetween } from '../../model/geometry/rect.ts';
import type { Handle } from '../../model/geometry/resize.ts';
import { frameHandles, resizeRect, resizeShapes, snapped } from '../../model/geometry/resize.ts';
import type { DrawingTool, Ink, Tool } from '../tools.ts';
import { drawn } from '../tools.ts';

/** What a press needs to know. */
export interface Scene {
  readonly document: AnnotationDocument;
  readonly selected: readonly string[];
  readonly tool: Tool;
  readonly ink: Ink;
  /** How far off a handle still counts, in image pixels; half as far for a shape. */
  readonly tolerance: number;
}

/** Where the pointer is, in image pixels, and the keys held with it. */
export interface Pointing extends Point {
  readonly shift: boolean;
  readonly alt: boolean;
}

/** One drag from pointer down to pointer up. The stage asks for its preview at each frame and for its end. */
export type Gesture = { readonly scene: Scene; readonly origin: Point } & (
  | { readonly kind: 'draw'; readonly tool: DrawingTool; readonly points: number[] }
  | {
      readonly kind: 'move';
      readonly shapes: readonly Shape[];
      /** The shape pressed, and whether it had been selected before. */
      readonly pressed: Shape | null;
      readonly known: boolean;
    }
  | { readonly kind: 'resize'; readonly shapes: readonly Shape[]; readonly handle: Handle }
  | { readonly kind: 'marquee' }
  | { readonly kind: 'crop'; readonly rect: Rect; readonly handle: Handle | 'move' | null }
);

/** How things look while a gesture is under way. */
export interface Preview {
  /** Shapes of the document as they would become. */
  readonly changed: readonly Shape[];
  /** Shapes that are not in the document yet. */
  readonly fresh: readonly Shape[];
  readonly marquee: Rect | null;
  /** The crop as it would become; undefined where it stays. */
  readonly crop?: Rect;
}

/** What a gesture leaves behind. */
export interface Result {
  readonly command: Command | null;
  readonly selected: readonly string[];
  /** A text to be typed: a new one, or one of the document. */
  readonly text?: Shape;
}

/** What a press at a point begins. Handles of what is selected come first, whatever the tool. */
export function begin(scene: Scene, at: Pointing, pressure = 0.5): Gesture {
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
  if (tool !== 'select') {
    const origin = clampPoint(at, document);
    return { ...base, origin, kind: 'draw', tool, points: [origin.x, origin.y, pressure] };
  }
  const pressed = hitShape(document.shapes, at, tolerance / 2);
  const known = pressed !== null && scene.selected.includes(pressed.id);
  const around = boundsOf(selected);
  if (known || (!at.shift && !pressed && selected.length > 1 && around && isWithin(around, at)))
    return { ...base, kind: 'move', shapes: selected, pressed, known };
  if (pressed)
    return { ...base, kind: 'move', shapes: at.shift ? [...selected, pressed] : [pressed], pressed, known };
  return { ...base, kind: 'marquee' };
}

/**
 * Takes the pointer's way in between, for strokes that follow it. A quick mouse says where it is a thousand times a
 * second: steps of less than about a CSS pixel cannot be seen and would only make each frame dearer.
 */
export function follow(gesture: Gesture, at: Point, pressure: number): void {
  if (gesture.kind !== 'draw') return;
  const { x, y } = clampPoint(at, gesture.scene.document);
  const [lastX = x, lastY = y] = gesture.points.slice(-3);
  if (Math.hypot(x - lastX, y - lastY) < gesture.scene.tolerance / 10) return;
  gesture.points.push(x, y, pressure);
}

/** A drag along the longer of its two directions only, while Shift is held. */
function travel(origin: Point, at: Pointing): { dx: number; dy: number } {
  const [dx, dy] = [at.x - origin.x, at.y - origin.y];
  if (!at.shift) return { dx, dy };
  return Math.abs(dx) > Math.abs(dy) ? { dx, dy: 0 } : { dx: 0, dy };
}

/** The far corner of a square, or the end of a line at a multiple of 45°, while Shift is held. */
function regular(tool: DrawingTool, from: Point, at: Pointing): Point {
  if (!at.shift) return at;
  if (tool !== 'box' && tool !== 'ellipse' && tool !== 'redact') return snapped(from, at);
  const side = Math.max(Math.abs(at.x - from.x), Math.abs(at.y - from.y));
  return { x: from.x + Math.sign(at.x - from.x) * side, y: from.y + Math.sign(at.y - from.y) * side };
}

function draft(gesture: Gesture & { kind: 'draw' }, at: Pointing): Shape {
  const { tool, origin, scene, points } = gesture;
  const { document, ink } = scene;
  const [id = ''] = freshIds(document, 1);
  const to = clampPoint(tool === 'step' || tool === 'text' ? at : regular(tool, origin, at), document);
  return drawn(tool, id, origin, to, ink, at.shift ? undefined : points);
}

function newCrop(gesture: Gesture & { kind: 'crop' }, at: Pointing): Rect {
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

/** What is to be seen while the pointer is at a point. */
export function preview(gesture: Gesture, at: Pointing): Preview {
  const { scene, origin } = gesture;
  const { document } = scene;
  switch (gesture.kind) {
    case 'draw': {
      if (gesture.tool === 'text') return nothing;
      const shape = draft(gesture, at);
      // The number it will get.
      const number = document.shapes.filter(({ kind }) => kind === 'step').length + 1;
      return { ...nothing, fresh: [shape.kind === 'step' ? { ...shape, number } : shape] };
    }
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

/** The end of a gesture. A press that hardly moved selects what is there, unless it places a step or a text. */
export function end(gesture: Gesture, at: Pointing): Result {
  const { scene, origin } = gesture;
  const { document, selected, tolerance } = scene;
  const still = Math.hypot(at.x - origin.x, at.y - origin.y) < tolerance / 3;
  switch (gesture.kind) {
    case 'draw': {
      const shape = draft(gesture, at);
      const below = hitShape(document.shapes, at, tolerance / 2);
      if (shape.kind === 'text')
        return { command: null, selected: [], text: below?.kind === 'text' ? below : shape };
      const stroke = shape.kind === 'pen' || shape.kind === 'highlighter';
      if (shape.kind !== 'step' && !stroke && extent(shape) < tolerance / 2)
        return { command: null, selected: below ? [below.id] : [] };
      // A stroke is not selected: the next one may begin right beside it.
      return { command: { do: 'add', shapes: [shape] }, selected: stroke ? [] : [shape.id] };
    }
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
