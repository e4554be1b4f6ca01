import type { Command } from '../../model/commands.ts';
import { copiesOf } from '../../model/copy.ts';
import type { AnnotationDocument, Colour, Rect, Shape } from '../../model/document.ts';
import { COLOURS, findShapes, freshIds, visibleRect } from '../../model/document.ts';
import { lastHandle, resizeRect } from '../../model/geometry/resize.ts';
import type { Ink, Level, Tool } from '../tools.ts';
import { hasInk, LEVELS, middleOf, placed, TOOLS } from '../tools.ts';
import type { Action } from './actions.ts';
import type { KeyPress } from './keys.ts';
import { arrowStep } from './keys.ts';

export interface Scene {
  readonly document: AnnotationDocument;
  readonly selected: readonly string[];
  readonly tool: Tool;
  /** The tool that Escape need not put down, because nobody took it up. */
  readonly firstTool: Tool;
  readonly ink: Ink;
  /** The part of the picture that is on screen. */
  readonly seen: Rect;
  /** Whether Tab leaves the picture, because Escape has let go of the marks. */
  readonly leaving: boolean;
}

/** What an action comes to. Nothing in it: the key is the editor's all the same. */
export interface Response {
  readonly command?: Command;
  readonly selected?: readonly string[];
  readonly tool?: Tool;
  readonly style?: { readonly colour: Colour } | { readonly level: Level };
  /** A text to be typed: a new one, or one of the document. */
  readonly text?: Shape;
  readonly do?: 'undo' | 'redo' | 'zoomIn' | 'zoomOut' | 'fit' | 'actual' | 'pan' | 'help';
  /** The picture moves below the window, in CSS pixels. */
  readonly scroll?: { readonly dx: number; readonly dy: number };
}

const nothing: Response = {};

/** The answer to an action; null where there is nothing to do and the key belongs to whoever is around the editor. */
export function respond(action: Action, scene: Scene, press?: KeyPress): Response | null {
  const { document, selected, tool, ink } = scene;
  const shapes = findShapes(document, selected);
  const ids = shapes.map(({ id }) => id);
  const [only] = shapes.length === 1 ? shapes : [];
  const taken = TOOLS.find((name) => name === action);
  if (taken) return taken === 'crop' ? { tool: taken, selected: [] } : { tool: taken };
  const colour = COLOURS.find((name) => name === action);
  if (colour) return { style: { colour } };
  const level = LEVELS.find((name) => name === action);
  if (level) return { style: { level } };
  switch (action) {
    case 'undo':
    case 'redo':
    case 'zoomIn':
    case 'zoomOut':
    case 'fit':
    case 'actual':
    case 'pan':
    case 'help':
      return { do: action };
    case 'duplicate':
      return adding(copiesOf(shapes, document, 16 * ink.scale));
    case 'all':
      return { selected: document.shapes.map(({ id }) => id) };
    case 'front':
    case 'forward':
    case 'backward':
    case 'back':
      return ids.length ? { command: { do: 'reorder', ids, to: action } } : nothing;
    case 'remove':
      if (tool === 'crop') return { command: { do: 'crop', rect: null } };
      return ids.length ? { command: { do: 'remove', ids }, selected: [] } : null;
    case 'edit':
      return only?.kind === 'text' ? { text: only } : null;
    case 'place':
      return place(scene, only);
    case 'next':
    case 'previous':
      return walk(scene, action === 'next' ? 1 : -1);
    case 'move':
    case 'resize': {
      if (!press) return null;
      const step = arrowStep(press);
      if (tool === 'crop') return adjustCrop(document, action, step);
      if (!ids.length)
        return action === 'move' ? { scroll: { dx: step.dx * -40, dy: step.dy * -40 } } : nothing;
      if (action === 'move') return { command: { do: 'move', ids, ...step } };
      const handle = lastHandle(shapes);
      if (!handle) return nothing;
      const to = { x: handle.at.x + step.dx, y: handle.at.y + step.dy };
      return { command: { do: 'resize', ids, handle: handle.name, to } };
    }
    case 'release':
      if (ids.length) return { selected: [] };
      return tool !== 'select' && tool !== scene.firstTool ? { tool: 'select' } : null;
    default:
      // Copy, cut and paste come as events of their own.
      return null;
  }
}

const adding = (shapes: readonly Shape[]): Response =>
  shapes.length ? { command: { do: 'add', shapes }, selected: shapes.map(({ id }) => id) } : nothing;

function place({ document, tool, ink, seen }: Scene, only: Shape | undefined): Response {
  if (only?.kind === 'text' && (tool === 'select' || tool === 'text')) return { text: only };
  if (tool === 'crop') return { command: { do: 'crop', rect: middleOf(seen, 3 / 4) } };
  const [id = ''] = freshIds(document, 1);
  const shape = placed(tool === 'select' ? 'box' : tool, id, seen, ink);
  return shape.kind === 'text' ? { text: shape } : adding([shape]);
}

/** The next mark in the order of the list; beyond either end Tab leaves the picture, so nobody is trapped. */
function walk({ document, selected, leaving }: Scene, by: 1 | -1): Response | null {
  const { shapes } = document;
  const at = shapes.findIndex(({ id }) => id === selected.at(-1));
  const next = shapes[(at < 0 && by < 0 ? shapes.length : at) + by];
  return next && !leaving ? { selected: [next.id] } : null;
}

function adjustCrop(
  document: AnnotationDocument,
  action: 'move' | 'resize',
  { dx, dy }: { readonly dx: number; readonly dy: number },
): Response {
  const rect = visibleRect(document);
  const to = { x: rect.x + rect.width + dx, y: rect.y + rect.height + dy };
  if (action === 'resize') return { command: { do: 'crop', rect: resizeRect(rect, 'se', to, document) } };
  const x = Math.min(Math.max(rect.x + dx, 0), document.width - rect.width);
  const y = Math.min(Math.max(rect.y + dy, 0), document.height - rect.height);
  return { command: { do: 'crop', rect: { ...rect, x, y } } };
}

/** Whether an action would change something now: for the buttons. */
export function isPossible(action: Action, scene: Scene, steps: { undo: number; redo: number }): boolean {
  const { document, selected, tool } = scene;
  switch (action) {
    case 'undo':
    case 'redo':
      return steps[action] > 0;
    case 'duplicate':
    case 'front':
    case 'back':
      return selected.length > 0;
    case 'remove':
      return tool === 'crop' ? document.crop !== null : selected.length > 0;
    case 'red':
    case 'yellow':
    case 'green':
    case 'blue':
    case 'black':
    case 'small':
    case 'medium':
    case 'large':
      return hasInk(tool) || findShapes(document, selected).some(({ kind }) => kind !== 'redaction');
    default:
      return true;
  }
}
