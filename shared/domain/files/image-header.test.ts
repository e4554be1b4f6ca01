import { describe, expect, test } from 'vitest';
import { imageHeader } from './image-header.ts';

const bytes = (text: string, ...rest: number[][]) =>
  Uint8Array.from([...Buffer.from(text, 'latin1'), ...rest.flat()]);
const zeros = (count: number) => Array<number>(count).fill(0);

const png = bytes(
  '\x89PNG\r\n\x1a\n',
  [0, 0, 0, 13],
  [...Buffer.from('IHDR')],
  [0, 0, 5, 0],
  [0, 0, 3, 32],
  zeros(9),
);
// Two colours, a block that is no picture, then the picture's place and size.
const picture = [0x2c, 0, 0, 0, 0, 0x40, 0x01, 0xf0, 0x00, 0];
const control = [0x21, 0xf9, 4, 0, 0, 0, 0, 0];
const screen = (width: number, height: number) => [
  width & 255,
  width >> 8,
  height & 255,
  height >> 8,
  0x80,
  0,
  0,
];
const gif = bytes('GIF89a', screen(320, 240), zeros(6), control, picture);
const frame = [0xff, 0xc2, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3, ...zeros(12)];
// A thumbnail inside the metadata has a frame header of its own, which is not the picture's.
const metadata = [0xff, 0xe1, 0, 12, 0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1, 0];
const jpeg = bytes('\xff\xd8', metadata, [0xff], frame);
const webp = (chunk: string, body: number[]) =>
  bytes('RIFF', [0, 0, 0, 0], [...Buffer.from(`WEBP${chunk}`)], [0, 0, 0, 0], body, zeros(12));
const lossy = webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x20, 0x03, 0x58, 0x02]);
// 14 bits of width - 1, 14 bits of height - 1.
const lossless = webp('VP8L', [0x2f, 0x1f, 0xc3, 0x95, 0x00]);
const extended = webp('VP8X', [0, 0, 0, 0, 0x1f, 0x03, 0, 0x57, 0x02, 0]);

describe('the size of', () => {
  test.each([
    ['a PNG', png, 'image/png', 1280, 800],
    ['a GIF', gif, 'image/gif', 320, 240],
    [
      'a GIF that is larger than it says',
      bytes('GIF89a', screen(1, 1), zeros(6), picture),
      'image/gif',
      320,
      240,
    ],
    ['a progressive JPEG after its metadata', jpeg, 'image/jpeg', 800, 600],
    ['a lossy WebP', lossy, 'image/webp', 800, 600],
    ['a lossless WebP', lossless, 'image/webp', 800, 600],
    ['an extended WebP', extended, 'image/webp', 800, 600],
  ])('%s is read from its bytes', (_, data, contentType, width, height) => {
    expect(imageHeader(data)).toEqual({ contentType, width, height });
  });
});

describe('no picture is', () => {
  test.each([
    ['nothing at all', new Uint8Array(0)],
    ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>')],
    ['a PNG without its header chunk', bytes('\x89PNG\r\n\x1a\n', zeros(40))],
    ['a PNG of no width', Uint8Array.from(png, (byte, place) => (place >= 16 && place < 20 ? 0 : byte))],
    ['a GIF of a version there is not', bytes('GIF90a', zeros(20))],
    ['a GIF without a picture', bytes('GIF89a', screen(320, 240), zeros(6), control, [0x3b])],
    ['a JPEG that ends before its frame', bytes('\xff\xd8', metadata)],
    ['a JPEG whose segment has an impossible length', bytes('\xff\xd8\xff\xe0', [0, 1], zeros(20))],
    ['a JPEG that scans before it says its size', bytes('\xff\xd8\xff\xda', [0, 12], zeros(20))],
    ['a WebP of an unknown chunk', webp('XXXX', zeros(10))],
    ['a WAV, which is RIFF too', bytes('RIFF', [0, 0, 0, 0], [...Buffer.from('WAVEfmt ')], zeros(20))],
  ])('%s', (_, data) => {
    expect(imageHeader(data)).toBeNull();
  });

  test('any picture cut off anywhere in its header, and looking never throws', () => {
    for (const data of [png, gif, jpeg, lossy, lossless, extended]) {
      for (let length = 0; length < data.length; length += 1) {
        const found = imageHeader(data.subarray(0, length));
        if (found !== null) expect(found).toEqual(imageHeader(data));
      }
      expect(imageHeader(data.subarray(0, 9))).toBeNull();
    }
  });
});
