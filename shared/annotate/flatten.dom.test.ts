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
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return canvas;
}

function pixels(canvas: HTMLCanvasElement): ImageData {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const pixel = ({ data, width }: ImageData, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];

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

test('what a redaction hides is in no pixel, at any scale and in any order of shapes', () => {
  fc.assert(
    fc.property(
      drawnDocument(apply),
      fc.constantFrom(1, 0.83, 0.5, 0.31),
      fc.constantFrom(1, 2),
      (document, maxScale, density) => {
        // The secret lies exactly where the redactions are, so not one pixel of it may be left.
        const image = picture(SIZE.width * density, SIZE.height * density);
        const context = image.getContext('2d');
        for (const shape of document.shapes) {
          if (shape.kind !== 'redaction' || !context) continue;
          context.fillStyle = '#ff00ff';
          context.fillRect(
            Math.ceil(shape.x * density),
            Math.ceil(shape.y * density),
            Math.floor(shape.width * density - 1),
            Math.floor(shape.height * density - 1),
          );
        }
        const flat = pixels(flatten(image, document, { maxScale }));
        for (let at = 0; at < flat.data.length; at += 4) {
          const [red = 0, green = 0, blue = 0] = flat.data.subarray(at, at + 3);
          if (blue - green > 120 && red - green > 120) throw new Error(`a trace of the secret at ${at / 4}`);
        }
        for (const shape of document.shapes) if (shape.kind === 'redaction') expectBlack(flat, shape);
      },
    ),
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
