import fc from 'fast-check';
import type { Command } from './commands.ts';
import type { AnnotationDocument, Shape } from './document.ts';
import { COLOURS } from './document.ts';
import type { Handle } from './geometry.ts';

/** Random documents and commands for property tests. Not part of any bundle. */
export const SIZE = { width: 300, height: 200 };

// Not fc.double, which spends most of its tries near zero.
const between = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);
const coordinate = between(-100, 400);
const point = fc.record({ x: coordinate, y: coordinate });
const length = between(0, 300);
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const stroke = { colour: fc.constantFrom(...COLOURS), thickness: fc.constantFrom(2, 4, 7.5, 14) };
const rect = { x: coordinate, y: coordinate, width: length, height: length };

export const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ kind: fc.constant('box' as const), id, ...rect, ...stroke }),
  fc.record({ kind: fc.constant('arrow' as const), id, from: point, to: point, ...stroke }),
  fc.record({ kind: fc.constant('redaction' as const), id, ...rect }),
);

const handle = fc.constantFrom<Handle>('n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw', 'from', 'to');

export const command: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('add' as const), shape }), weight: 3 },
  fc.record({ do: fc.constant('remove' as const), id }),
  fc.record({ do: fc.constant('move' as const), id, dx: coordinate, dy: coordinate }),
  fc.record({ do: fc.constant('resize' as const), id, handle, to: point }),
  fc.record({ do: fc.constant('reorder' as const), id, index: fc.integer({ min: -1, max: 6 }) }),
  fc.record({ do: fc.constant('update' as const), id, style: fc.record(stroke, { requiredKeys: [] }) }),
);

/** A document such as the editor makes. */
export const drawnDocument = (
  apply: (document: AnnotationDocument, command: Command) => AnnotationDocument,
) =>
  fc
    .array(command, { maxLength: 20 })
    .map((commands) => commands.reduce(apply, { version: 1, ...SIZE, shapes: [] } as AnnotationDocument));
