import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { command, SIZE } from './arbitrary.ts';
import type { AnnotationDocument } from './document.ts';
import { emptyDocument } from './document.ts';
import type { History } from './history.ts';
import { perform, redo, startHistory, undo } from './history.ts';
import { arrow, box, redaction } from './samples.ts';

const three: AnnotationDocument = { ...emptyDocument(SIZE), shapes: [box, redaction, arrow] };

const times = (count: number, history: History, step: (history: History) => History) => {
  let after = history;
  for (let left = count; left > 0; left--) after = step(after);
  return after;
};

describe('history', () => {
  test('any sequence of edits undone is the start, and done again is the end', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), fc.array(fc.boolean()), (commands, merges) => {
        let edited = startHistory(three);
        for (const [index, each] of commands.entries())
          edited = perform(edited, each, merges[index % (merges.length || 1)] ?? false);
        const back = times(edited.past.length, edited, undo);
        expect(back.present).toBe(three);
        expect(undo(back)).toBe(back);
        const forth = times(edited.past.length, back, redo);
        expect(forth).toEqual({ ...edited, future: [] });
        expect(forth.present).toBe(edited.present);
      }),
    );
  });

  test('a new edit after an undo drops what was undone', () => {
    const moved = perform(startHistory(three), { do: 'move', ids: ['box'], dx: 5, dy: 0 });
    const other = perform(undo(moved), { do: 'remove', ids: ['arrow'] });
    expect(redo(other)).toBe(other);
    expect(other.present.shapes).toEqual([box, redaction]);
  });

  test('a key held down is one step', () => {
    let history = startHistory(three);
    for (let i = 0; i < 5; i++) history = perform(history, { do: 'move', ids: ['box'], dx: 1, dy: 0 }, i > 0);
    expect(history.present.shapes[0]).toEqual({ ...box, x: 15 });
    expect(undo(history).present).toBe(three);
  });

  test('has no end: five thousand steps go back and forth, and shapes they left alone are shared', () => {
    let edited = startHistory(three);
    for (let i = 0; i < 5000; i++)
      edited = perform(edited, { do: 'move', ids: ['box'], dx: i % 2 ? -1 : 1, dy: 0 });
    expect(edited.past).toHaveLength(5000);
    const back = times(5000, edited, undo);
    expect(back.present).toBe(three);
    expect(times(5000, back, redo).present).toBe(edited.present);
    expect(edited.past.every(({ shapes }) => shapes[2] === arrow)).toBe(true);
  });
});
