import { describe, expect, test } from 'vitest';
import { arrowStep } from '../handling/respond.ts';
import { ACTIONS, keysOf, SHORTCUTS } from './actions.ts';
import { actionOf, chordOf } from './keys.ts';

function press(keys: string, code = '') {
  const parts = keys.split('-');
  const has = (name: string) => parts.includes(name);
  return {
    key: parts.at(-1) || '-',
    code,
    shiftKey: has('Shift'),
    altKey: has('Alt'),
    ctrlKey: has('Control'),
    metaKey: has('Meta'),
  };
}
const action = (keys: string, onStage = true, code = '') => actionOf(press(keys, code), onStage);

test.each([
  ['v', 'select'],
  ['b', 'box'],
  ['o', 'ellipse'],
  ['A', 'arrow'],
  ['l', 'line'],
  ['p', 'pen'],
  ['h', 'highlighter'],
  ['t', 'text'],
  ['n', 'step'],
  ['c', 'crop'],
  ['r', 'redact'],
])('%s takes the tool %s, wherever the focus is', (key, tool) => {
  expect(action(key, false)).toBe(tool);
});

test.each(['Control-r', 'Meta-t', 'Alt-b', 'Control-Alt-z', 'Control-p', 'F5'])(
  '%s is left to the browser',
  (keys) => expect(action(keys)).toBeNull(),
);

test.each([
  ['Control-z', 'undo'],
  ['Meta-z', 'undo'],
  ['Control-Shift-Z', 'redo'],
  ['Control-y', 'redo'],
  ['Control-d', 'duplicate'],
  ['Meta-a', 'all'],
  ['Backspace', 'remove'],
  [']', 'forward'],
  ['[', 'backward'],
  ['Shift-}', 'front'],
  ['Control-]', 'front'],
  ['Shift-{', 'back'],
  ['Control-[', 'back'],
  ['Shift-?', 'help'],
  ['=', 'zoomIn'],
  ['Shift-+', 'zoomIn'],
  ['-', 'zoomOut'],
  ['Escape', 'release'],
])('%s means %s', (keys, expected) => expect(action(keys, false)).toBe(expected));

test.each([
  ['Enter', 'place'],
  ['Tab', 'next'],
  ['Shift-Tab', 'previous'],
  ['ArrowLeft', 'move'],
  ['Shift-ArrowUp', 'move'],
  ['Alt-ArrowDown', 'resize'],
  ['Alt-Shift-ArrowDown', 'resize'],
  [' ', 'pan'],
])('%s means %s on the picture and is left to the buttons', (keys, expected) => {
  expect(action(keys)).toBe(expected);
  expect(action(keys, false)).toBeNull();
});

test('a keyboard of another script takes the tools by the same keys', () => {
  expect(action('и', true, 'KeyB')).toBe('box');
  expect(action('я', true, 'KeyZ')).toBeNull();
});

test('arrows go one pixel, with Shift ten', () => {
  expect(arrowStep(press('ArrowLeft'))).toEqual({ dx: -1, dy: 0 });
  expect(arrowStep(press('Shift-ArrowDown'))).toEqual({ dx: 0, dy: 10 });
});

describe('the list of shortcuts', () => {
  test('gives no keys two meanings', () => {
    const chords = SHORTCUTS.flatMap(([, entries]) => entries.flatMap(([, keys]) => keys.split(' ')));
    expect(new Set(chords).size).toBe(chords.length);
  });

  test('is written as keys are read, so every one listed works', () => {
    for (const chord of ACTIONS.keys()) {
      const parts = chord.split('+').filter(Boolean);
      const last = chord.endsWith('+') ? '+' : (parts.at(-1) ?? '');
      const key = last === 'Arrow' ? 'ArrowUp' : last === 'Space' ? ' ' : last;
      const has = (name: string) => chord.includes(`${name}+`);
      expect(
        chordOf({ key, ctrlKey: has('Mod'), metaKey: false, altKey: has('Alt'), shiftKey: has('Shift') }),
      ).toBe(chord);
    }
  });

  test('names the keys of an action', () => {
    expect(keysOf('redo')).toEqual(['Mod+Shift+z', 'Mod+y']);
    expect(keysOf('red')).toEqual([]);
  });
});
