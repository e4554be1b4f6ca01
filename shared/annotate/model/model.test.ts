import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../domain/limits.ts';
import { command, drawnDocument, SIZE } from './arbitrary.ts';
import { apply } from './commands.ts';
import type { Arrow, Box, Redaction } from './document.ts';
import { emptyDocument, MAX_SHAPES, paintOrder } from './document.ts';
import { bounds } from './geometry.ts';
import { perform, redo, startHistory, undo } from './history.ts';
import { parseAnnotation, serialise } from './parse.ts';

const box: Box = {
  kind: 'box',
  id: 'box',
  x: 10,
  y: 20,
  width: 100,
  height: 50,
  colour: 'red',
  thickness: 4,
};
const arrow: Arrow = {
  kind: 'arrow',
  id: 'arrow',
  from: { x: 0, y: 0 },
  to: { x: 50, y: 50 },
  colour: 'blue',
  thickness: 2,
};
const redaction: Redaction = { kind: 'redaction', id: 'secret', x: 5, y: 5, width: 20, height: 10 };
const empty = emptyDocument(SIZE);
const three = { ...empty, shapes: [box, redaction, arrow] };

describe('a command', () => {
  test('adds on top, or where it is told', () => {
    const below = apply(three, { do: 'add', shape: { ...box, id: 'new' }, index: 0 });
    expect(below.shapes.map(({ id }) => id)).toEqual(['new', 'box', 'secret', 'arrow']);
    const top = apply(three, { do: 'add', shape: { ...box, id: 'new' } });
    expect(top.shapes.map(({ id }) => id)).toEqual(['box', 'secret', 'arrow', 'new']);
  });

  test('cuts what is drawn beyond the picture', () => {
    const added = apply(empty, { do: 'add', shape: { ...box, x: -50, y: 180, width: 900, height: 900 } });
    expect(added.shapes[0]).toMatchObject({ x: 0, y: 180, width: 300, height: 20 });
  });

  test('moves a shape no further than the edge and keeps its size', () => {
    const moved = apply(three, { do: 'move', id: 'box', dx: 1000, dy: -1000 });
    expect(moved.shapes[0]).toEqual({ ...box, x: 200, y: 0 });
  });

  test('turns a box over when a corner is pulled past the other', () => {
    const resized = apply(three, { do: 'resize', id: 'box', handle: 'se', to: { x: 4, y: 2 } });
    expect(resized.shapes[0]).toMatchObject({ x: 4, y: 2, width: 6, height: 18 });
  });

  test('pulls one end of an arrow and leaves the other', () => {
    const resized = apply(three, { do: 'resize', id: 'arrow', handle: 'from', to: { x: 30, y: 10 } });
    expect(resized.shapes[2]).toEqual({ ...arrow, from: { x: 30, y: 10 } });
  });

  test('changes colour and line, but nothing of a redaction', () => {
    const style = { colour: 'green', thickness: 7 } as const;
    expect(apply(three, { do: 'update', id: 'box', style }).shapes[0]).toEqual({ ...box, ...style });
    expect(apply(three, { do: 'update', id: 'secret', style })).toBe(three);
  });

  test('puts a shape at another place in the order', () => {
    const order = (index: number) =>
      apply(three, { do: 'reorder', id: 'box', index }).shapes.map(({ id }) => id);
    expect(order(2)).toEqual(['secret', 'arrow', 'box']);
    expect(order(99)).toEqual(['secret', 'arrow', 'box']);
    expect(apply(three, { do: 'reorder', id: 'box', index: 0 })).toBe(three);
  });

  test('that changes nothing gives back the same document', () => {
    expect(apply(three, { do: 'move', id: 'nobody', dx: 1, dy: 1 })).toBe(three);
    expect(apply(three, { do: 'remove', id: 'nobody' })).toBe(three);
    expect(apply(three, { do: 'move', id: 'arrow', dx: -5, dy: 0 })).toBe(three);
    expect(apply(three, { do: 'add', shape: { ...box } })).toBe(three);
  });

  test('never takes a shape out of the picture', () => {
    fc.assert(
      fc.property(drawnDocument(apply), ({ shapes }) => {
        for (const { x, y, width, height } of shapes.map(bounds)) {
          expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(SIZE.width + 1e-6);
          expect(y + height).toBeLessThanOrEqual(SIZE.height + 1e-6);
        }
      }),
    );
  });
});

test('redactions are painted above every other shape, wherever they stand', () => {
  expect(paintOrder(three.shapes).map(({ id }) => id)).toEqual(['box', 'arrow', 'secret']);
});

describe('history', () => {
  test('any sequence of edits undone is the start, and done again is the end', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), fc.array(fc.boolean()), (commands, merges) => {
        const start = startHistory(three);
        let edited = start;
        for (const [index, each] of commands.entries())
          edited = perform(edited, each, merges[index % (merges.length || 1)] ?? false);
        let back = edited;
        for (let left = edited.past.length; left > 0; left--) back = undo(back);
        expect(back.present).toBe(three);
        expect(undo(back)).toBe(back);
        let forth = back;
        for (let left = edited.past.length; left > 0; left--) forth = redo(forth);
        expect(forth).toEqual({ ...edited, future: [] });
      }),
    );
  });

  test('a new edit after an undo drops what was undone', () => {
    const moved = perform(startHistory(three), { do: 'move', id: 'box', dx: 5, dy: 0 });
    const other = perform(undo(moved), { do: 'remove', id: 'arrow' });
    expect(redo(other)).toBe(other);
    expect(other.present.shapes).toEqual([box, redaction]);
  });

  test('a key held down is one step', () => {
    let history = startHistory(three);
    for (let i = 0; i < 5; i++) history = perform(history, { do: 'move', id: 'box', dx: 1, dy: 0 }, i > 0);
    expect(history.present.shapes[0]).toEqual({ ...box, x: 15 });
    expect(undo(history).present).toBe(three);
  });
});

describe('stored documents', () => {
  test('writing and reading are inverse', () => {
    fc.assert(
      fc.property(drawnDocument(apply), (document) => {
        const read = parseAnnotation(JSON.parse(JSON.stringify(serialise(document))));
        expect(read).toEqual({ ok: true, document });
      }),
    );
  });

  test('hold of a redaction its place and nothing else', () => {
    const document = { ...empty, shapes: [{ ...redaction, text: 'hunter2', pixels: 'data:image/png' }] };
    expect(serialise(document).shapes).toEqual([redaction]);
  });

  test('a full one fits into what the server takes', () => {
    const corner = { x: 16_383.9, y: 16_383.9 };
    const long: Arrow = { ...arrow, colour: 'yellow', thickness: 10.5, from: corner, to: corner };
    const shapes = Array.from({ length: MAX_SHAPES }, (_, index) => ({ ...long, id: `s${index}` }));
    const text = JSON.stringify(serialise({ version: 1, width: 16_384, height: 16_384, shapes }));
    expect(text.length).toBeLessThanOrEqual(limits.annotationBytes);
  });

  test('one shape more than fits is not added', () => {
    const shapes = Array.from({ length: MAX_SHAPES }, (_, index) => ({ ...box, id: `s${index}` }));
    const full = { ...empty, shapes };
    expect(apply(full, { do: 'add', shape: box })).toBe(full);
  });

  test('any JSON is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.jsonValue(), (data) => typeof parseAnnotation(data).ok === 'boolean'));
  });

  test.each([
    ['nothing', null, 'annotation is not an object'],
    ['another version', { ...three, version: 2 }, 'version 2 is not known; 1 is'],
    ['a picture without width', { ...three, width: 0 }, 'width is out of range'],
    ['half a pixel', { ...three, height: 10.5 }, 'height is not a whole number'],
    ['no list', { ...three, shapes: {} }, 'shapes is not a list'],
    [
      'an unknown kind',
      { ...three, shapes: [{ ...box, kind: 'spray' }] },
      'shapes[0].kind spray is not known',
    ],
    [
      'a place that is no number',
      { ...three, shapes: [box, { ...redaction, x: '1' }] },
      'shapes[1].x is not a number',
    ],
    [
      'an infinite arrow',
      { ...three, shapes: [{ ...arrow, to: { x: Infinity, y: 0 } }] },
      'shapes[0].to.x is not a number',
    ],
    [
      'a colour of its own',
      { ...three, shapes: [{ ...box, colour: 'url(x)' }] },
      'shapes[0].colour is not known',
    ],
    ['a negative size', { ...three, shapes: [{ ...box, width: -1 }] }, 'shapes[0] has a negative size'],
    ['no line', { ...three, shapes: [{ ...box, thickness: 0 }] }, 'shapes[0].thickness is out of range'],
    ['an id that is markup', { ...three, shapes: [{ ...box, id: '<b>' }] }, 'shapes[0].id is not an id'],
    ['one id twice', { ...three, shapes: [box, box] }, 'two shapes have one id'],
  ])('with %s are refused with the reason', (_, data, reason) => {
    expect(parseAnnotation(data)).toEqual({ ok: false, reason });
  });
});
