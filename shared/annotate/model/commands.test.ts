import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { command, drawnDocument, SIZE } from './arbitrary.ts';
import type { Command } from './commands.ts';
import { apply } from './commands.ts';
import { copiesOf, pastedInto } from './copy.ts';
import type { AnnotationDocument, Shape } from './document.ts';
import { emptyDocument, MAX_SHAPES, paintOrder } from './document.ts';
import { bounds } from './geometry/bounds.ts';
import { arrow, box, pen, redaction, step, text } from './samples.ts';

const empty = emptyDocument(SIZE);
const three = { ...empty, shapes: [box, redaction, arrow] };
const order = ({ shapes }: AnnotationDocument) => shapes.map(({ id }) => id);
const run = (document: AnnotationDocument, ...commands: Command[]) =>
  commands.reduce((each, next) => apply(each, next), document);
const steps = ({ shapes }: AnnotationDocument) =>
  shapes.flatMap((shape) => (shape.kind === 'step' ? [[shape.id, shape.number]] : []));

describe('a command', () => {
  test('adds on top, or where it is told', () => {
    const shapes = [{ ...box, id: 'new' }];
    expect(order(apply(three, { do: 'add', shapes, index: 0 }))).toEqual(['new', 'box', 'secret', 'arrow']);
    expect(order(apply(three, { do: 'add', shapes }))).toEqual(['box', 'secret', 'arrow', 'new']);
  });

  test('cuts what is drawn beyond the picture', () => {
    const added = apply(empty, { do: 'add', shapes: [{ ...box, x: -50, y: 180, width: 900, height: 900 }] });
    expect(added.shapes[0]).toMatchObject({ x: 0, y: 180, width: 300, height: 20 });
  });

  test('moves shapes together, no further than the first meets the edge', () => {
    const moved = apply(three, { do: 'move', ids: ['box', 'arrow'], dx: 1000, dy: -1000 });
    expect(moved.shapes).toEqual([
      { ...box, x: 200, y: 20 },
      redaction,
      { ...arrow, from: { x: 190, y: 0 }, to: { x: 240, y: 50 } },
    ]);
  });

  test('turns a box over when a corner is pulled past the other', () => {
    const resized = apply(three, { do: 'resize', ids: ['box'], handle: 'se', to: { x: 4, y: 2 } });
    expect(resized.shapes[0]).toMatchObject({ x: 4, y: 2, width: 6, height: 18 });
  });

  test('changes colour and line, but nothing of a redaction', () => {
    const style = { colour: 'green', thickness: 7 } as const;
    const changed = apply(three, { do: 'update', ids: ['box', 'secret'], style });
    expect(changed.shapes).toEqual([{ ...box, ...style }, redaction, arrow]);
  });

  test.each([
    ['front', ['b', 'd', 'a', 'c']],
    ['forward', ['b', 'a', 'd', 'c']],
    ['backward', ['a', 'c', 'b', 'd']],
    ['back', ['a', 'c', 'b', 'd']],
  ] as const)('sends shapes to the %s, their own order kept', (to, expected) => {
    const four = { ...empty, shapes: ['a', 'b', 'c', 'd'].map((id) => ({ ...box, id })) };
    expect(order(apply(four, { do: 'reorder', ids: ['a', 'c'], to }))).toEqual(expected);
  });

  test('leaves the order alone where there is nothing to pass', () => {
    expect(apply(three, { do: 'reorder', ids: ['arrow'], to: 'forward' })).toBe(three);
    expect(apply(three, { do: 'reorder', ids: ['box', 'secret'], to: 'back' })).toBe(three);
  });

  test('keeps of a stroke what is to be seen', () => {
    const points = Array.from({ length: 200 }, (_, i) => [i, 50 + (i === 100 ? 30 : 0), 0.5]).flat();
    const [drawn] = apply(empty, { do: 'add', shapes: [{ ...pen, points }] }).shapes;
    expect(drawn?.kind === 'pen' && drawn.points.length).toBe(5 * 3);
  });

  test('that changes nothing gives back the same document', () => {
    expect(apply(three, { do: 'move', ids: ['nobody'], dx: 1, dy: 1 })).toBe(three);
    expect(apply(three, { do: 'remove', ids: ['nobody'] })).toBe(three);
    expect(apply(three, { do: 'move', ids: ['arrow'], dx: -5, dy: 0 })).toBe(three);
    expect(apply(three, { do: 'add', shapes: [{ ...box }] })).toBe(three);
    expect(apply(three, { do: 'update', ids: ['box'], style: { colour: 'red', size: 9 } })).toBe(three);
    expect(apply(three, { do: 'crop', rect: null })).toBe(three);
  });

  test('adds all of several shapes or none where they are too many', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...box, id: `s${index}` }));
    const almost = { ...empty, shapes: many(MAX_SHAPES - 1) };
    const pair: Shape[] = [box, arrow];
    expect(apply(almost, { do: 'add', shapes: pair })).toBe(almost);
    expect(apply(almost, { do: 'add', shapes: [box] }).shapes).toHaveLength(MAX_SHAPES);
  });
});

describe('a crop', () => {
  const crop = (rect: { x: number; y: number; width: number; height: number }) =>
    apply(empty, { do: 'crop', rect }).crop;

  test('is kept in whole pixels, outwards, within the picture', () => {
    expect(crop({ x: 10.4, y: -30, width: 50.2, height: 70.7 })).toEqual({
      x: 10,
      y: 0,
      width: 51,
      height: 41,
    });
  });

  test('of the whole picture is none, and a slip of the hand is none either', () => {
    expect(crop({ x: -5, y: 0, width: 900, height: 200 })).toBeNull();
    expect(crop({ x: 10, y: 10, width: 100, height: 3 })).toBeNull();
  });
});

describe('steps', () => {
  const numbered = ['a', 'b', 'c'].reduce(
    (document, id) => apply(document, { do: 'add', shapes: [{ ...step, id, number: 7 }] }),
    empty,
  );

  test('are numbered as they come, and close ranks when one goes', () => {
    expect(steps(numbered)).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    expect(steps(apply(numbered, { do: 'remove', ids: ['a'] }))).toEqual([
      ['b', 1],
      ['c', 2],
    ]);
  });

  test('keep their numbers when they are painted in another order', () => {
    const front = apply(numbered, { do: 'reorder', ids: ['a'], to: 'front' });
    expect(steps(front)).toEqual([
      ['b', 2],
      ['c', 3],
      ['a', 1],
    ]);
  });

  test('that are copied go on counting', () => {
    const copied = apply(numbered, {
      do: 'add',
      shapes: copiesOf(numbered.shapes.slice(0, 2), numbered, 10),
    });
    expect(steps(copied).map(([, number]) => number)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a text', () => {
  const measure = (line: string, size: number) => line.length * size;
  const written = (made: Partial<typeof text>) =>
    apply(empty, { do: 'add', shapes: [{ ...text, ...made }] }, measure);

  test('grows with its letters until a width is set, then wraps there', () => {
    const [grown] = written({ text: 'one two' }).shapes;
    expect(grown).toMatchObject({ width: 71, height: 13, wraps: false });
    const narrow: Command = { do: 'resize', ids: ['text'], handle: 'e', to: { x: 60, y: 0 } };
    const wrapped = apply(written({ text: 'one two' }), narrow, measure);
    expect(wrapped.shapes[0]).toMatchObject({ width: 40, height: 26, wraps: true });
    const longer = apply(wrapped, { do: 'text', id: 'text', text: 'one two three' }, measure);
    expect(longer.shapes[0]).toMatchObject({ width: 40, height: 52 });
  });

  test('at the edge moves inside rather than to break after each letter', () => {
    expect(written({ x: 295, text: 'one two' }).shapes[0]).toMatchObject({ x: 229, width: 71, height: 13 });
  });

  test('becomes taller and wider with its font', () => {
    const large = apply(
      written({ text: 'one' }),
      { do: 'update', ids: ['text'], style: { size: 20 } },
      measure,
    );
    expect(large.shapes[0]).toMatchObject({ size: 20, width: 61, height: 26 });
  });

  test('left blank vanishes', () => {
    expect(written({ text: ' \n' })).toBe(empty);
    expect(apply(written({}), { do: 'text', id: 'text', text: ' ' }).shapes).toEqual([]);
  });

  test('holds no control characters, half characters or endless lines', () => {
    const [clean] = written({ text: `a\u0000b\u001b[1m\r\nc\td\ud83d\u202e${'x'.repeat(3000)}` }).shapes;
    const kept = clean?.kind === 'text' ? clean.text : '';
    expect(kept.startsWith('ab[1m\nc d\ufffdxxx')).toBe(true);
    expect(kept).toHaveLength(2000);
  });
});

describe('copies', () => {
  test('lie beside what they were copied from, inside the picture, under names of their own', () => {
    const [copy] = copiesOf([box], three, 16);
    expect(copy).toEqual({ ...box, id: 's4', x: 26, y: 36 });
    const [corner] = copiesOf([{ ...box, x: 200, y: 150 }], three, 16);
    expect(corner).toMatchObject({ x: 184, y: 134 });
  });

  test('from another picture come to the middle of what is seen', () => {
    const cropped = apply(empty, { do: 'crop', rect: { x: 0, y: 0, width: 120, height: 80 } });
    expect(pastedInto(cropped, [{ ...box, x: 2000, y: 900 }], 16)[0]).toMatchObject({ x: 10, y: 15 });
  });
});

test('highlighters are painted below and redactions above every other shape, wherever they stand', () => {
  const highlighter: Shape = { ...pen, id: 'marker', kind: 'highlighter' };
  const names = paintOrder([redaction, box, highlighter, arrow]).map(({ id }) => id);
  expect(names).toEqual(['marker', 'box', 'arrow', 'secret']);
});

describe('any sequence of commands', () => {
  test('leaves every shape where it can be reached', () => {
    fc.assert(
      fc.property(drawnDocument, ({ shapes }) => {
        for (const shape of shapes) {
          const { x, y, width, height } =
            shape.kind === 'step' ? { ...shape.at, width: 0, height: 0 } : bounds(shape);
          expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(SIZE.width + 1e-6);
          expect(shape.kind === 'text' ? y : y + height).toBeLessThanOrEqual(SIZE.height + 1e-6);
        }
      }),
    );
  });

  test('leaves names unique and steps numbered from one without a gap', () => {
    fc.assert(
      fc.property(drawnDocument, fc.array(command, { maxLength: 5 }), (document, more) => {
        const after = run(document, ...more);
        expect(new Set(order(after)).size).toBe(after.shapes.length);
        const numbers = steps(after).map(([, number]) => Number(number));
        expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });
});
