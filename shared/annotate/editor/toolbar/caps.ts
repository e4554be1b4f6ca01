const apple = /Mac|iP/.test(navigator.platform);

const CAPS: Readonly<Record<string, string>> = {
  Mod: apple ? '⌘' : 'Ctrl',
  Alt: apple ? '⌥' : 'Alt',
  Shift: '⇧',
  Arrow: '← ↑ → ↓',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A shortcut as it is written on the keys: `Ctrl ⇧ Z`. */
export const keyCaps = (chord: string): string =>
  chord
    .split(/(?<=.)\+(?=.)/)
    .map((key) => CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');

/** Shortcuts as `aria-keyshortcuts` wants them. */
export const ariaKeys = (chords: readonly string[]): string =>
  chords
    .flatMap((chord) =>
      chord.startsWith('Mod') ? [chord.replace('Mod', 'Control'), chord.replace('Mod', 'Meta')] : chord,
    )
    .join(' ');
