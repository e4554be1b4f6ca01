import { beforeAll, describe, expect, test } from 'vitest';
import type { AnnotationDocument, Shape } from '../../model/document.ts';
import { emptyDocument } from '../../model/document.ts';
import { fetchHandling } from '../parts.ts';
import type { Tool } from '../tools.ts';
import type { Gesture, Pointing, Scene } from './gesture.ts';
import { begin, end, follow, preview } from './gesture.ts';

beforeAll(fetchHandling);

const box: Shape = {
  kind: 'box',
  id: 'box',
  x: 10,
  y: 10,
  width: 40,
  height: 20,
  colour: 'red',
  thickness: 4,
};
const secret: Shape = { kind: 'redaction', id: 'secret', x: 100, y: 50, width: 30, height: 30 };
const document: AnnotationDocument = {
  ...emptyDocument({ width: 200, height: 100 }),
  shapes: [box, secret],
};

const scene = (tool: Tool, more: Partial<Scene> = {}): Scene => ({
  document,
  selected: [],
  tool,
  ink: { colour: 'blue', level: 'medium', scale: 1 },
  tolerance: 10,
  ...more,
});
const at = (x: number, y: number, held: Partial<Pointing> = {}): Pointing => ({
  x,
  y,
  shift: false,
  alt: false,
  ...held,
});
function pressed(...[start, from, pressure]: Parameters<typeof begin>): Gesture {
  const gesture = begin(start, from, pressure);
  if (!gesture) throw new Error('nothing begun');
  return gesture;
}
const dragged = (start: Scene, from: Pointing, to: Pointing) => end(pressed(start, from), to);

describe('a drawing tool', () => {
  test('makes nothing of a press that hardly moved but the selection of what is there', () => {
    expect(dragged(scene('box'), at(110, 60), at(112, 61))).toEqual({ command: null, selected: ['secret'] });
  });

  test('stays within the picture', () => {
    expect(dragged(scene('redact'), at(-50, 20), at(500, 500)).command).toMatchObject({
      shapes: [{ x: 0, y: 20, width: 200, height: 80 }],
    });
  });

  test('passes over steps too small to be seen', () => {
    const stroke = pressed(scene('pen'), at(10, 10), 0.5);
    for (let step = 1; step <= 100; step++) follow(stroke, at(10 + step / 10, 10), 0.5);
    expect(stroke.kind === 'draw' && stroke.points.length / 3).toBeLessThan(20);
  });

  test('follows the pen with its pressure, and is straight while Shift is held', () => {
    const stroke = pressed(scene('pen'), at(10, 10), 0.2);
    follow(stroke, at(20, 40), 0.9);
    follow(stroke, at(60, 12), 0.4);
    expect(end(stroke, at(60, 12)).command).toMatchObject({
      shapes: [{ points: [10, 10, 0.2, 20, 40, 0.9, 60, 12, 0.4] }],
    });
    expect(end(stroke, at(60, 12, { shift: true })).command).toMatchObject({
      shapes: [{ points: [10, 10, 0.5, 60, 10, 0.5] }],
    });
  });

  test('leaves a stroke unselected, so that its handles do not catch the next one', () => {
    const stroke = pressed(scene('highlighter'), at(10, 10));
    follow(stroke, at(50, 10), 0.5);
    expect(end(stroke, at(50, 10)).selected).toEqual([]);
  });

  test('shows a step with the number that it will get', () => {
    expect(preview(pressed(scene('step'), at(5, 5)), at(5, 5)).fresh).toMatchObject([{ number: 1 }]);
  });

  test('for text opens what is below, or a new one', () => {
    expect(dragged(scene('text'), at(150, 90), at(150, 90)).text).toMatchObject({ x: 150, y: 90, text: '' });
  });
});

describe('selecting', () => {
  test('a press on nothing drops the selection, with Shift keeps it', () => {
    const start = scene('select', { selected: ['box'] });
    expect(dragged(start, at(190, 5), at(190, 5)).selected).toEqual([]);
    expect(dragged(start, at(190, 5, { shift: true }), at(190, 5, { shift: true })).selected).toEqual([
      'box',
    ]);
  });

  test('Shift and a drag move along one direction only', () => {
    expect(dragged(scene('select'), at(110, 60), at(140, 70, { shift: true })).command).toEqual({
      do: 'move',
      ids: ['secret'],
      dx: 30,
      dy: 0,
    });
  });

  test('a drag between two selected marks moves both', () => {
    const start = scene('select', { selected: ['box', 'secret'] });
    expect(dragged(start, at(80, 40), at(85, 45)).command).toMatchObject({ ids: ['box', 'secret'] });
  });

  test('Alt shows a copy and leaves the mark', () => {
    const copying = pressed(scene('select'), at(110, 60));
    const { changed, fresh } = preview(copying, at(60, 60, { alt: true }));
    expect(changed).toEqual([]);
    expect(fresh).toEqual([{ ...secret, id: 's3', x: 50 }]);
  });

  test('a press on a handle that does not move changes nothing', () => {
    const start = scene('select', { selected: ['secret'] });
    expect(dragged(start, at(130, 80), at(131, 80))).toEqual({ command: null, selected: ['secret'] });
  });
});

describe('the crop', () => {
  const crop = { x: 50, y: 20, width: 100, height: 50 };
  const cropped = scene('crop', { document: { ...document, crop } });

  test('begins anywhere in the whole picture', () => {
    expect(dragged(scene('crop'), at(60, 30), at(120, 80)).command).toEqual({
      do: 'crop',
      rect: { x: 60, y: 30, width: 60, height: 50 },
    });
  });

  test('moves as a whole and stays in the picture', () => {
    expect(dragged(cropped, at(100, 45), at(300, 45)).command).toEqual({
      do: 'crop',
      rect: { ...crop, x: 100 },
    });
  });

  test('is pulled by its edge', () => {
    expect(preview(pressed(cropped, at(150, 45)), at(170, 45)).crop).toEqual({ ...crop, width: 120 });
  });

  test('a press alone changes nothing', () => {
    expect(dragged(cropped, at(10, 10), at(11, 10)).command).toBeNull();
  });
});
