import { beforeAll, describe, expect, test } from 'vitest';
import type { Shape } from '../../model/document.ts';
import { emptyDocument } from '../../model/document.ts';
import { fetchHandling } from '../parts.ts';
import type { Scene } from './respond.ts';
import { isPossible, respond } from './respond.ts';

beforeAll(fetchHandling);

const secret: Shape = { kind: 'redaction', id: 'secret', x: 100, y: 50, width: 30, height: 30 };
const words: Shape = {
  kind: 'text',
  id: 'words',
  x: 0,
  y: 0,
  width: 50,
  height: 20,
  text: 'words',
  colour: 'red',
  size: 16,
  wraps: false,
};
const document = { ...emptyDocument({ width: 200, height: 100 }), shapes: [secret, words] };
const scene = (more: Partial<Scene> = {}): Scene => ({
  document,
  selected: [],
  tool: 'select',
  firstTool: 'box',
  ink: { colour: 'blue', level: 'medium', scale: 1 },
  seen: { x: 0, y: 0, width: 200, height: 100 },
  leaving: false,
  ...more,
});
const press = (key: string, held: object = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe('a key with nothing to act on', () => {
  test.each(['remove', 'edit', 'copy', 'cut', 'paste'] as const)('%s is left to the browser', (action) => {
    expect(respond(action, scene())).toBeNull();
  });

  test('Alt and an arrow are kept from the browser, which would go back a page', () => {
    expect(respond('resize', scene(), press('ArrowLeft', { altKey: true }))).toEqual({});
  });

  test('an arrow moves the picture', () => {
    expect(respond('move', scene(), press('ArrowDown'))).toEqual({ scroll: { dx: -0, dy: -40 } });
  });
});

describe('Escape', () => {
  test('lets go of marks, then of the tool that was taken up, and is then free', () => {
    expect(respond('release', scene({ selected: ['words'], tool: 'pen' }))).toEqual({ selected: [] });
    expect(respond('release', scene({ tool: 'pen' }))).toEqual({ tool: 'select' });
    expect(respond('release', scene())).toBeNull();
    expect(respond('release', scene({ tool: 'box' }))).toBeNull();
  });
});

describe('Enter', () => {
  test('edits the one text that is selected, and else places a mark of the tool', () => {
    expect(respond('place', scene({ selected: ['words'] }))).toEqual({ text: words });
    expect(respond('place', scene({ selected: ['words'], tool: 'redact' }))).toMatchObject({
      command: { shapes: [{ kind: 'redaction', x: 75, y: 38 }] },
    });
  });
});

test('Tab stops at either end, and goes nowhere once Escape has let go', () => {
  expect(respond('next', scene())).toEqual({ selected: ['secret'] });
  expect(respond('next', scene({ selected: ['words'] }))).toBeNull();
  expect(respond('previous', scene({ selected: ['secret'] }))).toBeNull();
  expect(respond('next', scene({ leaving: true }))).toBeNull();
});

test('buttons are pressable where they would change something', () => {
  const steps = { undo: 0, redo: 1 };
  const can = (action: Parameters<typeof isPossible>[0], more: Partial<Scene> = {}) =>
    isPossible(action, scene(more), steps);
  expect([can('undo'), can('redo'), can('duplicate'), can('remove')]).toEqual([false, true, false, false]);
  expect([can('front', { selected: ['secret'] }), can('remove', { tool: 'crop' })]).toEqual([true, false]);
  expect([can('red', { tool: 'redact' }), can('red', { tool: 'redact', selected: ['words'] })]).toEqual([
    false,
    true,
  ]);
});
