import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnDocument, SIZE } from './arbitrary.ts';
import { emptyDocument } from './document.ts';
import { parseAnnotation, parseShapes, serialise } from './parse.ts';
import { arrow, box, pen, redaction, step, text } from './samples.ts';

const empty = emptyDocument(SIZE);
const three = { ...empty, shapes: [box, redaction, arrow] };

describe('stored documents', () => {
  test('writing and reading are inverse', () => {
    fc.assert(
      fc.property(drawnDocument, (document) => {
        const read = parseAnnotation(JSON.parse(JSON.stringify(serialise(document))));
        expect(read).toEqual({ ok: true, document });
      }),
    );
  });

  test('hold of a redaction its place and nothing else', () => {
    const document = { ...empty, shapes: [{ ...redaction, text: 'hunter2', pixels: 'data:image/png' }] };
    expect(serialise(document).shapes).toEqual([redaction]);
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
    ['half a point', { ...three, shapes: [{ ...pen, points: [1, 2] }] }, 'shapes[0].points has 2 numbers'],
    [
      'a stroke without end',
      { ...three, shapes: [{ ...pen, points: Array.from({ length: 15_003 }, () => 1) }] },
      'shapes[0].points has 15003 numbers',
    ],
    ['nothing written', { ...three, shapes: [{ ...text, text: '\u0007 ' }] }, 'shapes[0].text is blank'],
    [
      'a step of no number',
      { ...three, shapes: [{ ...step, number: 0 }] },
      'shapes[0].number is out of range',
    ],
    ['a place beyond reach', { ...three, shapes: [{ ...box, x: 1e9 }] }, 'shapes[0].x is out of range'],
    [
      'a crop outside',
      { ...three, crop: { x: 0, y: 0, width: 301, height: 9 } },
      'crop is not in the picture',
    ],
    ['a crop of half pixels', { ...three, crop: { ...SIZE, x: 0.5, y: 0 } }, 'crop is not in whole pixels'],
    ['one id twice', { ...three, shapes: [box, box] }, 'two shapes have one id'],
  ])('with %s are refused with the reason', (_, data, reason) => {
    expect(parseAnnotation(data)).toEqual({ ok: false, reason });
  });
});

test('shapes from the clipboard are read alike, and other text is none', () => {
  expect(parseShapes(JSON.stringify([{ ...box, more: 1 }]))).toEqual([box]);
  for (const other of ['hello', '{}', '[{"kind":"spray"}]', '']) expect(parseShapes(other)).toBeNull();
});
