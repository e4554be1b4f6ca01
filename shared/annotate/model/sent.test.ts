import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../domain/limits.ts';
import { drawnDocument, SIZE } from './arbitrary.ts';
import { apply } from './commands.ts';
import type { AnnotationDocument, Shape } from './document.ts';
import { emptyDocument, MAX_SHAPES } from './document.ts';
import { parseAnnotation, serialise } from './parse.ts';
import { arrow, box, pen, redaction, step, text } from './samples.ts';
import { asSent, fitted, hasMarks } from './sent.ts';

const empty = emptyDocument(SIZE);
const sent = (shapes: Shape[], crop: AnnotationDocument['crop'] = null) => asSent({ ...empty, crop, shapes });
const bytes = (data: unknown) => new TextEncoder().encode(JSON.stringify(data)).length;

describe('what is sent beside the picture', () => {
  test('has the coordinates of the cropped picture, and nothing that was cut off', () => {
    const far = { ...box, id: 'far', x: 220, y: 150, width: 30, height: 30 };
    expect(sent([box, far, step], { x: 30, y: 10, width: 100, height: 80 })).toEqual({
      version: 1,
      width: 100,
      height: 80,
      crop: null,
      shapes: [
        { ...box, x: -20, y: 10 },
        { ...step, at: { x: 20, y: 50 } },
      ],
    });
  });

  test('says nothing of words and handwriting that a redaction touches', () => {
    const over: Shape = { ...redaction, x: 40, y: 0, width: 300, height: 60 };
    expect(sent([{ ...text, width: 40, height: 13 }, pen, over]).shapes).toEqual([{ ...over, width: 260 }]);
  });

  test('keeps a box around a redaction, and drops an arrow below one', () => {
    const field: Shape = { ...redaction, x: 30, y: 30, width: 40, height: 20 };
    const hidden: Shape = { ...arrow, from: { x: 35, y: 35 }, to: { x: 60, y: 45 } };
    expect(sent([box, hidden, field]).shapes).toEqual([box, field]);
  });

  test('can be read again as it is', () => {
    fc.assert(
      fc.property(drawnDocument, (document) => {
        const data = asSent(document);
        expect(parseAnnotation(JSON.parse(JSON.stringify(data)))).toEqual({ ok: true, document: data });
      }),
    );
  });

  test('has marks to show and hide where there is more than redactions', () => {
    expect(hasMarks({ ...empty, shapes: [redaction] })).toBe(false);
    expect(hasMarks({ ...empty, shapes: [redaction, { ...step, at: { x: 200, y: 100 } }] })).toBe(true);
  });
});

describe('fitted', () => {
  test('leaves a document alone that is short enough, as is a full one of plain shapes', () => {
    const corner = { x: 16_383.9, y: 16_383.9 };
    const long = { ...arrow, colour: 'yellow', thickness: 10.5, from: corner, to: corner } as const;
    const shapes = Array.from({ length: MAX_SHAPES }, (_, index) => ({ ...long, id: `s${index}` }));
    const full = serialise({ ...emptyDocument({ width: 16_384, height: 16_384 }), shapes });
    expect(fitted(full, limits.annotationBytes)).toBe(full);
  });

  test('keeps fewer points of long strokes, near where they were drawn', () => {
    const scribble = (turn: number) =>
      Array.from({ length: 1500 }, (_, i) => {
        const angle = i / 9 + turn;
        return [400 + angle * 1.5 * Math.cos(angle), 400 + angle * 1.5 * Math.sin(angle), (i % 50) / 50];
      }).flat();
    const shapes = Array.from({ length: 6 }, (_, index) => ({
      ...pen,
      id: `s${index}`,
      points: scribble(index),
    }));
    const drawn = apply(emptyDocument({ width: 1600, height: 1000 }), { do: 'add', shapes });
    expect(bytes(drawn)).toBeGreaterThan(limits.annotationBytes);
    const coarse = fitted(drawn, limits.annotationBytes);
    expect(coarse?.shapes).toHaveLength(6);
    expect(bytes(coarse)).toBeLessThanOrEqual(limits.annotationBytes);
    expect(fitted(drawn, 200)).toBeNull();
  });

  test('never says more than it may', () => {
    fc.assert(
      fc.property(drawnDocument, fc.integer({ min: 50, max: 3000 }), (document, max) => {
        const short = fitted(document, max);
        if (short) expect(bytes(short)).toBeLessThanOrEqual(max);
      }),
    );
  });
});
