import type { Command } from '../model/commands.ts';
import type { AnnotationDocument, Point, Shape } from '../model/document.ts';
import { findShape } from '../model/document.ts';
import type { Handle } from '../model/geometry.ts';
import { clampPoint, extent, moveShape, resizeShape } from '../model/geometry.ts';
import { hitHandle, hitShape } from '../model/hit.ts';
import type { DrawingTool, Pen, Tool } from './tools.ts';
import { drawn, freshId } from './tools.ts';

/** One drag from pointer down to pointer up. Pure data: the stage asks for the shape at each point. */
export type Gesture =
  | {
      readonly kind: 'draw';
      readonly tool: DrawingTool;
      readonly id: string;
      readonly origin: Point;
      readonly pen: Pen;
    }
  | { readonly kind: 'move'; readonly shape: Shape; readonly origin: Point }
  | { readonly kind: 'resize'; readonly shape: Shape; readonly handle: Handle; readonly origin: Point }
  /** Nothing below the pointer: the selection is dropped. */
  | { readonly kind: 'none' };

interface Scene {
  readonly document: AnnotationDocument;
  readonly selected: string | null;
  readonly tool: Tool;
  readonly pen: Pen;
  /** How far off a shape or handle still counts, in image pixels. */
  readonly tolerance: number;
}

/** What a press at a point begins. Handles of the selected shape come first, whatever the tool. */
export function begin(scene: Scene, at: Point): Gesture {
  const origin = clampPoint(at, scene.document);
  const selected = findShape(scene.document, scene.selected);
  const handle = selected && hitHandle(selected, at, scene.tolerance);
  if (selected && handle) return { kind: 'resize', shape: selected, handle, origin: at };
  if (scene.tool !== 'select')
    return { kind: 'draw', tool: scene.tool, id: freshId(scene.document.shapes), origin, pen: scene.pen };
  const shape = hitShape(scene.document.shapes, at, scene.tolerance / 2);
  return shape ? { kind: 'move', shape, origin: at } : { kind: 'none' };
}

/** The shape as it stands when the pointer is at a point; null where the gesture changes none. */
export function shapeAt(gesture: Gesture, at: Point, document: AnnotationDocument): Shape | null {
  switch (gesture.kind) {
    case 'draw':
      return drawn(gesture.tool, gesture.id, gesture.origin, clampPoint(at, document), gesture.pen);
    case 'move':
      return moveShape(gesture.shape, at.x - gesture.origin.x, at.y - gesture.origin.y, document);
    case 'resize':
      return resizeShape(gesture.shape, gesture.handle, at, document);
    case 'none':
      return null;
  }
}

/** What a gesture leaves behind. */
export interface Result {
  readonly command: Command | null;
  readonly selected: string | null;
}

/**
 * The end of a gesture. A press that hardly moved draws nothing: it selects what is there.
 * @param tolerance as in `begin`
 */
export function end(gesture: Gesture, at: Point, document: AnnotationDocument, tolerance: number): Result {
  switch (gesture.kind) {
    case 'none':
      return { command: null, selected: null };
    case 'draw': {
      const shape = shapeAt(gesture, at, document);
      if (shape && extent(shape) >= tolerance / 2)
        return { command: { do: 'add', shape }, selected: shape.id };
      return { command: null, selected: hitShape(document.shapes, at, tolerance / 2)?.id ?? null };
    }
    case 'move': {
      const { id } = gesture.shape;
      const [dx, dy] = [at.x - gesture.origin.x, at.y - gesture.origin.y];
      return { command: { do: 'move', id, dx, dy }, selected: id };
    }
    case 'resize': {
      const { id } = gesture.shape;
      const still = at.x === gesture.origin.x && at.y === gesture.origin.y;
      return { command: still ? null : { do: 'resize', id, handle: gesture.handle, to: at }, selected: id };
    }
  }
}
