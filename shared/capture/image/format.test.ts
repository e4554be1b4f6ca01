import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittingScale, imageType, isHeic, nextScale } from './format.ts';
import { digestInScript, sha256Hex } from './sha256.ts';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

test.each([
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
  ['GIF89a\x01\0', 'image/gif'],
  ['GIF87a\x01\0', 'image/gif'],
])('%j is told by its first bytes', (head, type) => {
  expect(imageType(bytes(head))).toBe(type);
});

test.each(['', '<svg xmlns="', '%PDF-1.7', 'RIFF\x24\0\0\0WAVEfmt ', '\0\0\0\x18ftypheic', '\x89PNG'])(
  '%j is no picture that is taken',
  (head) => {
    expect(imageType(bytes(head))).toBeNull();
  },
);

test.each(['heic', 'heix', 'hevc', 'mif1', 'msf1'])(
  'a photo of the brand %s is told by its first bytes',
  (brand) => {
    expect(isHeic(bytes(`\0\0\0\x18ftyp${brand}\0\0`))).toBe(true);
  },
);

test.each(['\0\0\0\x18ftypisom', '\x89PNG\r\n\x1a\n', 'heic'])('%j is no such photo', (head) => {
  expect(isHeic(bytes(head))).toBe(false);
});

test('a picture from elsewhere is made to fit every canvas and every format, and no smaller than it must be', () => {
  const side = fc.integer({ min: 1, max: 200_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const scale = fittingScale({ width, height });
      expect(Math.round(Math.max(width, height) * scale)).toBeLessThanOrEqual(16_383);
      expect(Math.round(width * scale) * Math.round(height * scale)).toBeLessThanOrEqual(4096 * 4096);
    }),
  );
  expect(fittingScale({ width: 4096, height: 4096 })).toBe(1);
  expect(fittingScale({ width: 16_383, height: 1000 })).toBe(1);
});

test('a picture too large by a hair still gets smaller', () => {
  expect(nextScale(1001, 1000)).toBe(0.9);
  expect(nextScale(4000, 1000)).toBeCloseTo(0.475);
});

test('the script digest is SHA-256, whatever the length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      const expected = createHash('sha256').update(data).digest('hex');
      expect(Buffer.from(digestInScript(data)).toString('hex')).toBe(expected);
    }),
  );
});

test('a digest is written as 64 hex digits', async () => {
  expect(await sha256Hex(bytes('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
