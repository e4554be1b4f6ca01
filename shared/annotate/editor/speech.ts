import type { Command } from '../model/commands.ts';
import type { AnnotationDocument, Rect, Shape } from '../model/document.ts';
import { findShapes, MAX_SHAPES, visibleRect } from '../model/document.ts';
import { boundsOf } from '../model/geometry/bounds.ts';
import type { AnnotateStrings } from '../strings.ts';
import { fill } from '../strings.ts';

const NAMES = {
  box: 'shapeBox',
  ellipse: 'shapeEllipse',
  arrow: 'shapeArrow',
  line: 'shapeLine',
  pen: 'shapePen',
  highlighter: 'shapeHighlighter',
  text: 'shapeText',
  step: 'shapeStep',
  redaction: 'shapeRedaction',
} as const;

/** One shape by its kind, several by their number. */
export function nameOf(shapes: readonly Shape[], strings: AnnotateStrings): string {
  const [only] = shapes;
  if (!only || shapes.length > 1) return fill(strings.shapes, { count: shapes.length });
  return fill(strings[NAMES[only.kind]], {
    text: only.kind === 'text' ? only.text.slice(0, 80) : '',
    number: only.kind === 'step' ? only.number : 0,
  });
}

/** A sentence about shapes for the live region. Positions are whole image pixels. */
export function say(
  sentence: keyof AnnotateStrings,
  shapes: readonly Shape[],
  document: AnnotationDocument,
  strings: AnnotateStrings,
  more: Readonly<Record<string, string>> = {},
): string {
  return fill(strings[sentence], {
    shape: nameOf(shapes, strings),
    index: document.shapes.findIndex(({ id }) => id === shapes[0]?.id) + 1,
    count: document.shapes.length,
    ...whole(boundsOf(shapes)),
    ...more,
  });
}

function whole(rect: Rect | null): Record<string, number> {
  return Object.fromEntries(Object.entries(rect ?? {}).map(([side, value]) => [side, Math.round(value)]));
}

/** What is selected now. */
export function saySelected(
  ids: readonly string[],
  document: AnnotationDocument,
  strings: AnnotateStrings,
): string {
  const shapes = findShapes(document, ids);
  const sentence =
    shapes.length === 0 ? 'saidDeselected' : shapes.length > 1 ? 'saidSeveral' : 'saidSelected';
  return say(sentence, shapes, document, strings);
}

/** Whether a step was taken back or taken again. */
export function sayStep(way: 'undo' | 'redo', done: boolean, strings: AnnotateStrings): string {
  if (way === 'undo') return done ? strings.saidUndone : strings.saidNothingToUndo;
  return done ? strings.saidRedone : strings.saidNothingToRedo;
}

const SENTENCES = {
  move: 'saidMoved',
  resize: 'saidResized',
  reorder: 'saidReordered',
  remove: 'saidRemoved',
} as const;

/** What came of a command. */
export function outcome(
  command: Command,
  before: AnnotationDocument,
  after: AnnotationDocument,
  strings: AnnotateStrings,
): string {
  switch (command.do) {
    case 'add': {
      if (after === before) return fill(strings.saidFull, { count: MAX_SHAPES });
      return say(
        'saidAdded',
        findShapes(
          after,
          command.shapes.map(({ id }) => id),
        ),
        after,
        strings,
      );
    }
    case 'crop':
      return fill(after.crop ? strings.saidCropped : strings.saidUncropped, { ...visibleRect(after) });
    case 'text': {
      const kept = findShapes(after, [command.id]);
      if (kept.length) return saySelected([command.id], after, strings);
      return say('saidRemoved', findShapes(before, [command.id]), before, strings);
    }
    case 'update':
      return '';
    default: {
      const left = findShapes(after, command.ids);
      return say(SENTENCES[command.do], left.length ? left : findShapes(before, command.ids), after, strings);
    }
  }
}
