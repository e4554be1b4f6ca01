import type { Command } from '../../model/commands.ts';
import type { AnnotationDocument, Colour, Rect, Shape } from '../../model/document.ts';
import { COLOURS, findShapes } from '../../model/document.ts';
import { parts } from '../parts.ts';
import type { Ink, Level, Tool } from '../tools.ts';
import { hasInk, LEVELS, TOOLS } from '../tools.ts';
import type { Action } from './actions.ts';
import type { KeyPress } from './keys.ts';

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
  /** Whether there would be more to it with the part for marks that are there. */
  readonly waits?: boolean;
}

/** The answer to an action; null where there is nothing to do and the key belongs to whoever is around the editor. */
export function respond(action: Action, scene: Scene, press?: KeyPress): Response | null {
  const { document, selected, tool } = scene;
  const shapes = findShapes(document, selected);
  const ids = shapes.map(({ id }) => id);
  const [only] = shapes.length === 1 ? shapes : [];
  const taken = TOOLS.find((name) => name === action);
  if (taken) return taken === 'crop' ? { tool: taken, selected: [] } : { tool: taken };
  const colour = COLOURS.find((name) => name === action);
  if (colour) return { style: { colour }, waits: ids.length > 0 };
  const level = LEVELS.find((name) => name === action);
  if (level) return { style: { level }, waits: ids.length > 0 };
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
    case 'all':
      return { selected: document.shapes.map(({ id }) => id) };
    case 'remove':
      if (tool === 'crop') return handled(action, scene);
      return ids.length ? { command: { do: 'remove', ids }, selected: [] } : null;
    case 'edit':
      return only?.kind === 'text' ? { text: only } : null;
    case 'next':
    case 'previous':
      return walk(scene, action === 'next' ? 1 : -1);
    case 'release':
      if (ids.length) return { selected: [] };
      return tool !== 'select' && tool !== scene.firstTool ? { tool: 'select' } : null;
    case 'copy':
    case 'cut':
    case 'paste':
      // They come as events of their own.
      return null;
    default:
      return handled(action, scene, press);
  }
}

const handled = (action: Action, scene: Scene, press?: KeyPress): Response | null =>
  parts.handling ? parts.handling.respond(action, scene, press) : { waits: true };

/** The next mark in the order of the list; beyond either end Tab leaves the picture, so nobody is trapped. */
function walk({ document, selected, leaving }: Scene, by: 1 | -1): Response | null {
  const { shapes } = document;
  const at = shapes.findIndex(({ id }) => id === selected.at(-1));
  const next = shapes[(at < 0 && by < 0 ? shapes.length : at) + by];
  return next && !leaving ? { selected: [next.id] } : null;
}

const STYLES: readonly Action[] = [...COLOURS, ...LEVELS];

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
    default:
      return (
        !STYLES.includes(action) ||
        hasInk(tool) ||
        findShapes(document, selected).some(({ kind }) => kind !== 'redaction')
      );
  }
}
