import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatten } from './flatten.ts';
import { drawnDocument, SIZE } from './model/arbitrary.ts';
import { apply } from './model/commands.ts';
import type { AnnotationDocument, Redaction } from './model/document.ts';

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

const draw = (shapes: AnnotationDocument['shapes']): AnnotationDocument => ({ version: 1, ...SIZE, shapes });

test('shapes are burnt in at full size', () => {
  const image = picture(SIZE.width, SIZE.height);
  const stroke = { colour: 'red', thickness: 4 } as const;
  const flat = pixels(
    flatten(
      image,
      draw([
        { kind: 'box', id: 'a', x: 20, y: 20, width: 100, height: 50, ...stroke },
        { kind: 'arrow', id: 'b', from: { x: 150, y: 100 }, to: { x: 250, y: 100 }, ...stroke },
      ]),
    ),
  );
  expect([flat.width, flat.height]).toEqual([SIZE.width, SIZE.height]);
  expect(pixel(flat, 20, 45)).toEqual([0xe5, 0x32, 0x2d]);
  expect(pixel(flat, 70, 45)).toEqual([255, 255, 255]);
  expect(pixel(flat, 235, 100)).toEqual([0xe5, 0x32, 0x2d]);
  expect(pixel(pixels(image), 20, 45)).toEqual([255, 255, 255]);
});

test('a redaction at fractions of a pixel blackens every pixel it touches', () => {
  const redaction: Redaction = { kind: 'redaction', id: 'a', x: 10.3, y: 20.6, width: 30.2, height: 9.9 };
  const flat = pixels(flatten(picture(SIZE.width, SIZE.height, '#ff00ff'), draw([redaction])));
  for (let y = 20; y < 31; y++) for (let x = 10; x < 41; x++) expect(pixel(flat, x, y)).toEqual([0, 0, 0]);
  expect(pixel(flat, 9, 25)).toEqual(SECRET);
  expect(pixel(flat, 41, 25)).toEqual(SECRET);
});

test('a redaction is black in any order of shapes, at any scale', () => {
  fc.assert(
    fc.property(drawnDocument(apply), scale, (document, maxScale) => {
      const flat = pixels(flatten(picture(SIZE.width, SIZE.height), document, { maxScale }));
      for (const shape of document.shapes) if (shape.kind === 'redaction') expectBlack(flat, shape);
    }),
    { numRuns: 60 },
  );
});

test('what a redaction hides tints not even the pixels beside it, at any scale', () => {
  fc.assert(
    fc.property(drawnDocument(apply), scale, fc.constantFrom(1, 2), (document, maxScale, density) => {
      // The secret fills the redactions to their last pixel. All else is white, so all that may be left is grey.
      const redactions = document.shapes.filter((shape) => shape.kind === 'redaction');
      const image = picture(SIZE.width * density, SIZE.height * density);
      for (const { x, y, width, height } of redactions) {
        const left = Math.floor(x * density);
        const top = Math.floor(y * density);
        fill(
          image,
          '#ff00ff',
          left,
          top,
          Math.ceil((x + width) * density) - left,
          Math.ceil((y + height) * density) - top,
        );
      }
      const { data } = pixels(flatten(image, draw(redactions), { maxScale }));
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
        if (Math.max(red, blue) > green + 2) throw new Error(`pixel ${at / 4} is ${red}, ${green}, ${blue}`);
      }
    }),
    { numRuns: 60 },
  );
});

/** The whole pixels within a redaction are black; those it touches too. */
function expectBlack(flat: ImageData, { x, y, width, height }: Redaction): void {
  const [scaleX, scaleY] = [flat.width / SIZE.width, flat.height / SIZE.height];
  const right = Math.min(flat.width, Math.ceil((x + width) * scaleX));
  const bottom = Math.min(flat.height, Math.ceil((y + height) * scaleY));
  for (let row = Math.floor(y * scaleY); row < bottom; row++)
    for (let column = Math.floor(x * scaleX); column < right; column++)
      if (pixel(flat, column, row).some((value) => value !== 0))
        throw new Error(`${column}, ${row} is not black`);
}
