import fc from 'fast-check';
import type { Command } from './commands.ts';
import { apply } from './commands.ts';
import type { AnnotationDocument, Shape } from './document.ts';
import { COLOURS, emptyDocument } from './document.ts';
import type { Handle } from './geometry/resize.ts';
// Shapes are changed, strokes kept, and texts kept clean and sized, only where these are there.
import './edits.ts';
import './geometry/simplify.ts';
import '../paint/text.ts';

/** Random documents and commands for property tests. Not part of any bundle. */
export const SIZE = { width: 300, height: 200 };

// Not fc.double, which spends most of its tries near zero.
const between = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);
const coordinate = between(-100, 400);
const point = fc.record({ x: coordinate, y: coordinate });
const length = between(0, 300);
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
const colour = fc.constantFrom(...COLOURS);
const thickness = fc.constantFrom(2, 4, 7.5, 14);
const size = fc.constantFrom(12, 18, 33.5);
const stroke = { colour, thickness };
const rect = { x: coordinate, y: coordinate, width: length, height: length };
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'Total is wrong',
    '合计不对，应为 128 元。',
    'שלום, World',
    'a\r\nb\tc\n\n',
    '  ',
    '👩‍👩‍👧 ok',
    '\ud800',
  ),
);

/** Points of a stroke as a pointer gives them: many, close together. */
export const drawnPoints = fc
  .array(fc.tuple(between(-6, 6), between(-6, 6), between(0, 1)), { minLength: 1, maxLength: 80 })
  .map((steps) => {
    let [x, y] = [150, 100];
    return steps.flatMap(([dx, dy, pressure]) => {
      [x, y] = [x + dx, y + dy];
      return [x, y, pressure];
    });
  });

const kind = <K extends string>(name: K) => fc.constant(name);

export const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ kind: fc.constantFrom('box' as const, 'ellipse' as const), id, ...rect, ...stroke }),
  fc.record({
    kind: fc.constantFrom('arrow' as const, 'line' as const),
    id,
    from: point,
    to: point,
    ...stroke,
  }),
  fc.record({
    kind: fc.constantFrom('pen' as const, 'highlighter' as const),
    id,
    points: drawnPoints,
    ...stroke,
  }),
  fc.record({ kind: kind('text'), id, ...rect, text, colour, size, wraps: fc.boolean() }),
  fc.record({ kind: kind('step'), id, at: point, number: fc.integer({ min: 1, max: 9 }), colour, size }),
  fc.record({ kind: kind('redaction'), id, ...rect }),
);

const handle = fc.constantFrom<Handle>('n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw', 'from', 'to');

export const command: fc.Arbitrary<Command> = fc.oneof(
  {
    arbitrary: fc.record({ do: kind('add'), shapes: fc.array(shape, { minLength: 1, maxLength: 2 }) }),
    weight: 4,
  },
  fc.record({ do: kind('remove'), ids }),
  fc.record({ do: kind('move'), ids, dx: coordinate, dy: coordinate }),
  fc.record({ do: kind('resize'), ids, handle, to: point, regular: fc.boolean() }),
  fc.record({
    do: kind('reorder'),
    ids,
    to: fc.constantFrom('front' as const, 'forward' as const, 'backward' as const, 'back' as const),
  }),
  fc.record({ do: kind('update'), ids, style: fc.record({ ...stroke, size }, { requiredKeys: [] }) }),
  fc.record({ do: kind('text'), id, text }),
  fc.record({ do: kind('crop'), rect: fc.option(fc.record(rect)) }),
);

/** A document such as the editor makes. */
export const drawnDocument: fc.Arbitrary<AnnotationDocument> = fc
  .array(command, { maxLength: 20 })
  .map((commands) => commands.reduce((document, each) => apply(document, each), emptyDocument(SIZE)));
