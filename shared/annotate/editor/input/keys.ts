import type { Action } from './actions.ts';
import { ACTIONS } from './actions.ts';

export interface KeyPress {
  readonly key: string;
  readonly code?: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Names of keys that stand for another one, and of characters typed with Shift on most keyboards. */
const ALIASES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Backspace: 'Delete',
  '=': '+',
  _: '-',
  '}': ']',
  '{': '[',
};

/** A press as the shortcuts are written: `Mod+Shift+z`, `Alt+Arrow`, `?`. */
export function chordOf({ key, code = '', shiftKey, altKey, ctrlKey, metaKey }: KeyPress): string {
  // A keyboard of another script has the letters where the Latin one has them.
  const latin = key.length === 1 && key > '~' && /^Key.$/.test(code) ? code.slice(3) : key;
  const name = latin.startsWith('Arrow') ? 'Arrow' : (ALIASES[latin] ?? latin);
  const short = name.length === 1;
  // Shift is part of the character `?` or `+`, and not of `[`, which it turns into another one.
  const shift = shiftKey && (!short || /[a-z[\]]/i.test(name));
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${short ? name.toLowerCase() : name}`;
}

/** What works the buttons as well, and means the marks only while the picture has the focus. */
const ON_STAGE = /Enter|Tab|Arrow|Space/;

/** What a press asks for; null where the key is not the editor's and the browser or the page has it. */
export function actionOf(press: KeyPress, onStage: boolean): Action | null {
  const chord = chordOf(press);
  return onStage || !ON_STAGE.test(chord) ? (ACTIONS.get(chord) ?? null) : null;
}
