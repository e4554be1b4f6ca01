import type { Command } from '../../model/commands.ts';
import type { AnnotationDocument, Point, Rect, Shape } from '../../model/document.ts';
import { freshIds } from '../../model/document.ts';
import { extent } from '../../model/geometry/bounds.ts';
import { clampPoint } from '../../model/geometry/rect.ts';
import type { Handle } from '../../model/geometry/resize.ts';
import { parts } from '../parts.ts';
import type { DrawingTool, Ink, Tool } from '../tools.ts';
import { drawn } from '../tools.ts';
import { regular } from './regular.ts';

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
export type Gesture = Drawing | Handling;

interface Begun {
  readonly scene: Scene;
  readonly origin: Point;
}

/** A new mark. */
export interface Drawing extends Begun {
  readonly kind: 'draw';
  readonly tool: DrawingTool;
  readonly points: number[];
}

/** Anything else: `handling/gesture.ts`. */
export type Handling = Begun &
  (
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

/** What a press at a point begins: something with what is there, or a new mark. Null for nothing. */
export function begin(scene: Scene, at: Pointing, pressure = 0.5): Gesture | null {
  const handling = parts.handling?.begin(scene, at);
  if (handling) return handling;
  const { document, tool } = scene;
  if (tool === 'select' || tool === 'crop') return null;
  const isStroke = tool === 'pen' || tool === 'highlighter';
  if (isStroke && !parts.handling) return null;
  const origin = clampPoint(at, document);
  return { scene, origin, kind: 'draw', tool, points: [origin.x, origin.y, pressure] };
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

function draft(gesture: Drawing, at: Pointing): Shape {
  const { tool, origin, scene, points } = gesture;
  const { document, ink } = scene;
  const [id = ''] = freshIds(document, 1);
  const to = clampPoint(tool === 'step' || tool === 'text' ? at : regular(tool, origin, at), document);
  return drawn(tool, id, origin, to, ink, at.shift ? undefined : points);
}

const nothing: Preview = { changed: [], fresh: [], marquee: null };

/** What is to be seen while the pointer is at a point. */
export function preview(gesture: Gesture, at: Pointing): Preview {
  if (gesture.kind !== 'draw') return parts.handling?.preview(gesture, at) ?? nothing;
  if (gesture.tool === 'text') return nothing;
  const shape = draft(gesture, at);
  // The number it will get.
  const number = gesture.scene.document.shapes.filter(({ kind }) => kind === 'step').length + 1;
  return { ...nothing, fresh: [shape.kind === 'step' ? { ...shape, number } : shape] };
}

/** The end of a gesture. A press that hardly moved selects what is there, unless it places a step or a text. */
export function end(gesture: Gesture, at: Pointing): Result {
  const { document, selected, tolerance } = gesture.scene;
  if (gesture.kind !== 'draw') return parts.handling?.end(gesture, at) ?? { command: null, selected };
  const shape = draft(gesture, at);
  const below = parts.handling?.hitShape(document.shapes, at, tolerance / 2);
  if (shape.kind === 'text')
    return { command: null, selected: [], text: below?.kind === 'text' ? below : shape };
  const stroke = shape.kind === 'pen' || shape.kind === 'highlighter';
  if (shape.kind !== 'step' && !stroke && extent(shape) < tolerance / 2)
    return { command: null, selected: below ? [below.id] : [] };
  // A stroke is not selected: the next one may begin right beside it.
  return { command: { do: 'add', shapes: [shape] }, selected: stroke ? [] : [shape.id] };
}
