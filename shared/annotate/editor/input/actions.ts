import type { Colour } from '../../model/document.ts';
import type { Level, Tool } from '../tools.ts';

/** Everything a key or a button can ask of the editor. Each has a text of the same name. */
export type Action =
  | Tool
  | Colour
  | Level
  | 'undo'
  | 'redo'
  | 'duplicate'
  | 'remove'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'all'
  | 'front'
  | 'forward'
  | 'backward'
  | 'back'
  | 'place'
  | 'edit'
  | 'next'
  | 'previous'
  | 'move'
  | 'resize'
  | 'release'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'actual'
  | 'pan'
  | 'help';

export type ShortcutGroup = 'tools' | 'marks' | 'view';

/**
 * Which keys do what, by the group they are listed in: the one source of the keyboard, the tooltips and the list
 * of shortcuts. Several ways are separated by a blank; `Mod` is Ctrl or ⌘, `Arrow` any arrow key.
 */
export const SHORTCUTS: readonly (readonly [ShortcutGroup, readonly (readonly [Action, string])[]])[] = [
  [
    'tools',
    [
      ['select', 'v'],
      ['box', 'b'],
      ['arrow', 'a'],
      ['redact', 'r'],
      ['text', 't'],
      ['pen', 'p'],
      ['highlighter', 'h'],
      ['step', 'n'],
      ['ellipse', 'o'],
      ['line', 'l'],
      ['crop', 'c'],
    ],
  ],
  [
    'marks',
    [
      ['place', 'Enter'],
      ['edit', 'F2'],
      ['next', 'Tab'],
      ['previous', 'Shift+Tab'],
      ['move', 'Arrow Shift+Arrow'],
      ['resize', 'Alt+Arrow Alt+Shift+Arrow'],
      ['all', 'Mod+a'],
      ['copy', 'Mod+c'],
      ['cut', 'Mod+x'],
      ['paste', 'Mod+v'],
      ['duplicate', 'Mod+d'],
      ['remove', 'Delete'],
      ['forward', ']'],
      ['backward', '['],
      ['front', 'Shift+] Mod+]'],
      ['back', 'Shift+[ Mod+['],
      ['release', 'Escape'],
      ['undo', 'Mod+z'],
      ['redo', 'Mod+Shift+z Mod+y'],
    ],
  ],
  [
    'view',
    [
      ['zoomIn', '+'],
      ['zoomOut', '-'],
      ['fit', '0'],
      ['actual', '1'],
      ['pan', 'Space'],
      ['help', '?'],
    ],
  ],
];

const all = SHORTCUTS.flatMap(([, entries]) => entries);

/** The keys of an action, the first the one to teach; none for what only buttons do. */
export const keysOf = (wanted: Action): readonly string[] =>
  all.find(([action]) => action === wanted)?.[1].split(' ') ?? [];

/** The action of each chord as `chordOf` writes it. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  all.flatMap(([action, keys]) => keys.split(' ').map((key) => [key, action] as const)),
);
