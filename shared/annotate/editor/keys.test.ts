import { describe, expect, test } from 'vitest';
import type { AnnotationDocument } from '../model/document.ts';
import { keyAction } from './keys.ts';

const redaction = (id: string) => ({ kind: 'redaction' as const, id, x: 0, y: 0, width: 1, height: 1 });
const document: AnnotationDocument = {
  version: 1,
  width: 10,
  height: 10,
  shapes: [redaction('one'), redaction('two')],
};

function press(keys: string, { selected = null as string | null, onStage = true } = {}) {
  const parts = keys.split('+');
  const has = (name: string) => parts.includes(name);
  return keyAction(
    {
      key: parts.at(-1) ?? '',
      shiftKey: has('Shift'),
      altKey: has('Alt'),
      ctrlKey: has('Control'),
      metaKey: has('Meta'),
    },
    { document, selected, onStage },
  );
}

test.each([
  ['v', 'select'],
  ['b', 'box'],
  ['A', 'arrow'],
  ['r', 'redact'],
])('%s takes the tool %s, wherever the focus is', (key, tool) => {
  expect(press(key, { onStage: false })).toEqual({ do: 'tool', tool });
});

test.each(['Control+r', 'Meta+a', 'Alt+b', 'Control+c', 'Control+Alt+z'])(
  '%s is left to the browser',
  (keys) => {
    expect(press(keys)).toBeNull();
  },
);

test.each([
  ['Control+z', 'undo'],
  ['Meta+z', 'undo'],
  ['Control+Shift+Z', 'redo'],
  ['Meta+Shift+z', 'redo'],
  ['Control+y', 'redo'],
])('%s does %s', (keys, action) => {
  expect(press(keys, { onStage: false })).toEqual({ do: action });
});

test.each([
  ['ArrowLeft', { do: 'move', dx: -1, dy: 0 }],
  ['Shift+ArrowDown', { do: 'move', dx: 0, dy: 10 }],
  ['Alt+ArrowRight', { do: 'resize', dx: 1, dy: 0 }],
  ['Alt+Shift+ArrowUp', { do: 'resize', dx: 0, dy: -10 }],
  ['Delete', { do: 'remove' }],
  ['Backspace', { do: 'remove' }],
  ['Escape', { do: 'deselect' }],
])('%s works on the selected shape', (keys, action) => {
  expect(press(keys, { selected: 'one' })).toEqual(action);
  expect(press(keys)).toBeNull();
});

test('arrow keys on the toolbar are the toolbar’s', () => {
  expect(press('ArrowLeft', { selected: 'one', onStage: false })).toBeNull();
});

test('Escape with nothing selected is left to the dialog around', () => {
  expect(press('Escape')).toBeNull();
});

describe('Tab', () => {
  test('goes from shape to shape', () => {
    expect(press('Tab')).toEqual({ do: 'select', id: 'one' });
    expect(press('Tab', { selected: 'one' })).toEqual({ do: 'select', id: 'two' });
    expect(press('Shift+Tab', { selected: 'two' })).toEqual({ do: 'select', id: 'one' });
    expect(press('Shift+Tab')).toEqual({ do: 'select', id: 'two' });
  });

  test('leaves the picture beyond the last and before the first, so nobody is trapped', () => {
    expect(press('Tab', { selected: 'two' })).toBeNull();
    expect(press('Shift+Tab', { selected: 'one' })).toBeNull();
  });
});
