import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatten, withRedactions } from './flatten.ts';
import { drawnDocument, SIZE } from './model/arbitrary.ts';
import type { AnnotationDocument, Rect, Redaction, Shape } from './model/document.ts';
import { emptyDocument, visibleRect } from './model/document.ts';
import { pen, step, text } from './model/samples.ts';

const SECRET = [255, 0, 255];

function picture(width: number, height: number, colour = '#ffffff'): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  fill(canvas, colour, 0, 0, width, height);
  return canvas;
}

function fill(
  canvas: HTMLCanvasElement,
  colour: string,
  x: number,
  y: number,
  width: number,
  height: number,
) {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  context.fillStyle = colour;
  context.fillRect(x, y, width, height);
}

function pixels(canvas: HTMLCanvasElement): ImageData {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const pixel = ({ data, width }: ImageData, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];

const scale = fc.constantFrom(1, 0.83, 0.5, 0.31, 0.2);

const draw = (shapes: readonly Shape[], crop: Rect | null = null): AnnotationDocument => ({
  ...emptyDocument(SIZE),
  crop,
  shapes,
});

const RED = [0xe5, 0x32, 0x2d];
const WHITE = [255, 255, 255];
const stroke = { colour: 'red', thickness: 4 } as const;

test('shapes are burnt in at full size, and the picture stays as it was', () => {
  const image = picture(SIZE.width, SIZE.height);
  const flat = pixels(
    flatten(
      image,
      draw([
        { kind: 'box', id: 'a', x: 20, y: 20, width: 100, height: 50, ...stroke },
        { kind: 'arrow', id: 'b', from: { x: 150, y: 100 }, to: { x: 250, y: 100 }, ...stroke },
        { kind: 'ellipse', id: 'c', x: 20, y: 120, width: 60, height: 40, ...stroke },
        { kind: 'line', id: 'd', from: { x: 150, y: 20 }, to: { x: 250, y: 20 }, ...stroke },
        { ...pen, id: 'e', points: [150, 150, 0.5, 250, 150, 0.5] },
        { ...step, id: 'f', at: { x: 280, y: 180 } },
      ]),
    ),
  );
  expect([flat.width, flat.height]).toEqual([SIZE.width, SIZE.height]);
  const on = [
    [20, 45],
    [235, 100],
    [20, 140],
    [50, 120],
    [200, 20],
    [200, 150],
    [272, 180],
  ] as const;
  for (const [x, y] of on) expect([x, y, ...pixel(flat, x, y)]).toEqual([x, y, ...RED]);
  for (const [x, y] of [
    [70, 45],
    [50, 140],
  ] as const)
    expect(pixel(flat, x, y)).toEqual(WHITE);
  expect(pixel(pixels(image), 20, 45)).toEqual(WHITE);
});

test('a highlighter colours a light ground, keeps dark letters dark and shows on a dark ground', () => {
  const image = picture(SIZE.width, SIZE.height);
  fill(image, '#000000', 100, 0, 100, 200);
  const marker: Shape = {
    ...pen,
    kind: 'highlighter',
    colour: 'yellow',
    thickness: 20,
    points: [10, 50, 1, 290, 50, 0],
  };
  const over: Shape = { kind: 'line', id: 'over', from: { x: 20, y: 50 }, to: { x: 40, y: 50 }, ...stroke };
  const flat = pixels(flatten(image, draw([over, marker])));
  const [red = 0, green = 0, blue = 0] = pixel(flat, 60, 50);
  expect(Math.min(red, green)).toBeGreaterThan(190);
  expect(blue).toBeLessThan(130);
  const [dark = 0] = pixel(flat, 150, 50);
  expect(dark).toBeGreaterThan(20);
  expect(dark).toBeLessThan(70);
  expect(pixel(flat, 30, 50)).toEqual(RED);
  expect(pixel(flat, 60, 70)).toEqual(WHITE);
});

test('a text is written where its box is, in its lines, Chinese and right to left too', () => {
  const box = { x: 20, y: 10, width: 120, height: 120 };
  const shape: Shape = { ...text, ...box, size: 20, wraps: true, text: 'Total 合计\nשלום' };
  const flat = pixels(flatten(picture(SIZE.width, SIZE.height), draw([shape])));
  const inkIn = (left: number, top: number, right: number, bottom: number) => {
    let count = 0;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) if ((pixel(flat, x, y)[1] ?? 255) < 120) count++;
    return count;
  };
  expect(inkIn(20, 10, 140, 36)).toBeGreaterThan(150);
  expect(inkIn(90, 36, 140, 62)).toBeGreaterThan(60);
  expect(inkIn(20, 36, 80, 62)).toBe(0);
  expect(inkIn(20, 64, 140, 200)).toBe(0);
});

describe('a crop', () => {
  test('leaves its part of the picture, pixel for pixel', () => {
    const image = picture(SIZE.width * 2, SIZE.height * 2);
    fill(image, '#00ff00', 60, 40, 2, 2);
    const flat = pixels(flatten(image, draw([], { x: 30, y: 20, width: 100, height: 60 })));
    expect([flat.width, flat.height]).toEqual([200, 120]);
    expect(pixel(flat, 0, 0)).toEqual([0, 255, 0]);
    expect(pixel(flat, 2, 2)).toEqual(WHITE);
  });

  test('moves what is drawn along', () => {
    const line: Shape = { kind: 'line', id: 'a', from: { x: 0, y: 50 }, to: { x: 300, y: 50 }, ...stroke };
    const flat = pixels(
      flatten(picture(SIZE.width, SIZE.height), draw([line], { x: 50, y: 40, width: 50, height: 20 })),
    );
    expect(pixel(flat, 25, 10)).toEqual(RED);
  });
});

test('with the marks hidden only the redactions are left', () => {
  const redaction: Shape = { kind: 'redaction', id: 'a', x: 0, y: 0, width: 20, height: 20 };
  const mark: Shape = { kind: 'box', id: 'b', x: 40, y: 40, width: 50, height: 50, ...stroke };
  const clean = pixels(withRedactions(picture(SIZE.width, SIZE.height), draw([redaction, mark])));
  expect(pixel(clean, 10, 10)).toEqual([0, 0, 0]);
  expect(pixel(clean, 40, 60)).toEqual(WHITE);
});

test('a picture that no browser has a canvas for is refused with its size', () => {
  const large = { ...emptyDocument({ width: 40_000, height: 40_000 }) };
  const image = picture(10, 10);
  Object.defineProperties(image, { width: { value: 40_000 }, height: { value: 40_000 } });
  expect(() => flatten(image, large)).toThrow('no canvas of 40000 × 40000 pixels');
});

test('a redaction at fractions of a pixel blackens every pixel it touches', () => {
  const redaction: Redaction = { kind: 'redaction', id: 'a', x: 10.3, y: 20.6, width: 30.2, height: 9.9 };
  const flat = pixels(flatten(picture(SIZE.width, SIZE.height, '#ff00ff'), draw([redaction])));
  for (let y = 20; y < 31; y++) for (let x = 10; x < 41; x++) expect(pixel(flat, x, y)).toEqual([0, 0, 0]);
  expect(pixel(flat, 9, 25)).toEqual(SECRET);
  expect(pixel(flat, 41, 25)).toEqual(SECRET);
});

/** A picture of another size than its document has edges of crop and redactions between its pixels. */
const density = fc.constantFrom(1, 2, 1.37);

test('a redaction is black in any order of shapes, under any crop, at any scale', () => {
  fc.assert(
    fc.property(drawnDocument, scale, density, (document, maxScale, times) => {
      const image = picture(Math.round(SIZE.width * times), Math.round(SIZE.height * times));
      const flat = pixels(flatten(image, document, { maxScale }));
      for (const shape of document.shapes) if (shape.kind === 'redaction') expectBlack(flat, shape, document);
    }),
    { numRuns: 60 },
  );
});

test('what a redaction hides tints not even the pixels beside it, under any crop, at any scale', () => {
  fc.assert(
    fc.property(drawnDocument, scale, density, (document, maxScale, times) => {
      // The secret fills the redactions to their last pixel. All else is white, so all that may be left is grey.
      const redactions = document.shapes.filter((shape) => shape.kind === 'redaction');
      const image = picture(Math.round(SIZE.width * times), Math.round(SIZE.height * times));
      const [across, down] = [image.width / SIZE.width, image.height / SIZE.height];
      for (const { x, y, width, height } of redactions) {
        const left = Math.floor(x * across);
        const top = Math.floor(y * down);
        const right = Math.ceil((x + width) * across);
        fill(image, '#ff00ff', left, top, right - left, Math.ceil((y + height) * down) - top);
      }
      const { data } = pixels(flatten(image, draw(redactions, document.crop), { maxScale }));
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
        if (Math.max(red, blue) > green + 2) throw new Error(`pixel ${at / 4} is ${red}, ${green}, ${blue}`);
      }
    }),
    { numRuns: 60 },
  );
});

/** The whole pixels within a redaction are black; those it touches too. */
function expectBlack(
  flat: ImageData,
  { x, y, width, height }: Redaction,
  document: AnnotationDocument,
): void {
  const seen = visibleRect(document);
  // The crop itself may be off by half a pixel of the picture, so the outermost pixels are not asked.
  const [across, down] = [flat.width / seen.width, flat.height / seen.height];
  const within = (from: number, to: number, end: number) =>
    [Math.max(0, Math.ceil(from + 1)), Math.min(end, Math.floor(to - 1))] as const;
  const exact = Number.isInteger(across) && Number.isInteger(down);
  const touched = (from: number, to: number, end: number) =>
    [Math.max(0, Math.floor(from)), Math.min(end, Math.ceil(to))] as const;
  const span = exact ? touched : within;
  const [left, right] = span((x - seen.x) * across, (x + width - seen.x) * across, flat.width);
  const [top, bottom] = span((y - seen.y) * down, (y + height - seen.y) * down, flat.height);
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++)
      if (pixel(flat, column, row).some((value) => value !== 0))
        throw new Error(`${column}, ${row} is not black`);
}
