import { describe, expect, test } from 'vitest';
import type { Capture, CaptureOutcome } from '../types.ts';
import { encodeImage } from './encode.ts';
import { captureFromFile, captureFromTab } from './open.ts';

function canvas(width: number, height: number, paint: (context: CanvasRenderingContext2D) => void) {
  const element = document.createElement('canvas');
  element.width = width;
  element.height = height;
  const context = element.getContext('2d');
  if (!context) throw new Error('no context');
  paint(context);
  return element;
}

const flat = (width: number, height: number) =>
  canvas(width, height, (context) => {
    context.fillStyle = '#00ff00';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#0000ff';
    context.fillRect(0, 0, width / 2, height / 2);
  });

/** A picture that hardly compresses. */
const noise = (width: number, height: number) =>
  canvas(width, height, (context) => {
    const image = context.createImageData(width, height);
    let seed = 1;
    for (let i = 0; i < image.data.length; i++) {
      seed = (seed * 48271) % 2147483647;
      image.data[i] = i % 4 === 3 ? 255 : seed & 255;
    }
    context.putImageData(image, 0, 0);
  });

const blobOf = (source: HTMLCanvasElement, type = 'image/png') =>
  new Promise<Blob>((resolve, reject) =>
    source.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(type))), type),
  );

const pixel = (bitmap: HTMLCanvasElement, x: number, y: number) => [
  ...(bitmap.getContext('2d')?.getImageData(x, y, 1, 1).data ?? []),
];

function captured(outcome: CaptureOutcome): Capture {
  if (!outcome.ok) throw new Error(outcome.error.detail);
  return outcome.value;
}

async function encoded(...of: Parameters<typeof encodeImage>) {
  const outcome = await encodeImage(...of);
  if (!outcome.ok) throw new Error(outcome.error.detail);
  return outcome.value;
}

describe('an encoded picture', () => {
  test('says its size, bytes, type and digest truly', async () => {
    const image = await encoded(flat(120, 80));
    const bytes = await image.blob.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    expect(image.sha256).toBe([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    expect(image.bytes).toBe(bytes.byteLength);
    expect(image.contentType).toBe(image.blob.type);
    const back = await createImageBitmap(image.blob);
    expect([back.width, back.height]).toEqual([120, 80]);
    expect(image).toMatchObject({ width: 120, height: 80, scaledBy: 1 });
  });

  test('is whichever of PNG and WebP is smaller', async () => {
    for (const source of [flat(400, 300), noise(400, 300)]) {
      const png = await blobOf(source);
      expect((await encoded(source)).bytes).toBeLessThanOrEqual(png.size);
    }
    expect((await encoded(noise(400, 300))).contentType).toBe('image/webp');
  });

  test('is scaled down in steps until it fits, and says so', async () => {
    const image = await encoded(noise(600, 400), 40_000);
    expect(image.bytes).toBeLessThanOrEqual(40_000);
    expect(image.scaledBy).toBeLessThan(1);
    expect(image.width / image.height).toBeCloseTo(1.5, 1);
    const back = await createImageBitmap(image.blob);
    expect([back.width, back.height]).toEqual([image.width, image.height]);
  });

  test('is refused when nothing of it would be left', async () => {
    expect(await encodeImage(flat(100, 100), 20)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  test('is scaled, not cut, where it is longer than WebP can hold', async () => {
    const image = await encoded(flat(40, 20_000));
    const back = await createImageBitmap(image.blob);
    expect([back.width, back.height]).toEqual([33, 16_383]);
    expect([image.width, image.height]).toEqual([33, 16_383]);
  });
});

describe('nothing is cut off', () => {
  /** Green with a blue end: what is cut off is missed. */
  const strip = (width: number, height: number) =>
    canvas(width, height, (context) => {
      context.fillStyle = '#00ff00';
      context.fillRect(0, 0, width, height);
      context.fillStyle = '#0000ff';
      if (width > height) context.fillRect(width * 0.9, 0, width * 0.1, height);
      else context.fillRect(0, height * 0.9, width, height * 0.1);
    });
  /** The first and the last pixel along the longer side. */
  const ends = (bitmap: HTMLCanvasElement) => [
    pixel(bitmap, 1, 1).slice(0, 3),
    pixel(bitmap, bitmap.width - 2, bitmap.height - 2).slice(0, 3),
  ];
  const nearly = (value: number) => expect.toSatisfy((seen: number) => Math.abs(seen - value) < 12);
  const whole = [
    [nearly(0), nearly(255), nearly(0)],
    [nearly(0), nearly(0), nearly(255)],
  ];

  test.each([
    ['image/png', 65_535, 60],
    ['image/jpeg', 65_500, 60],
    ['image/jpeg', 60, 65_500],
    ['image/webp', 16_383, 60],
  ])('of a file of %s, %i × %i pixels', async (type, width, height) => {
    const { bitmap, scaledBy } = captured(await captureFromFile(await blobOf(strip(width, height), type)));
    expect(Math.max(bitmap.width, bitmap.height)).toBe(16_383);
    expect(scaledBy).toBeCloseTo(16_383 / Math.max(width, height), 5);
    expect(ends(bitmap)).toEqual(whole);
  });

  test.each([
    [16_384, 60],
    [65_535, 60],
    [60, 65_535],
  ])('of a canvas of %i × %i pixels that is encoded', async (width, height) => {
    const image = await encoded(strip(width, height));
    expect(image.scaledBy).toBeLessThan(1);
    const back = captured(await captureFromFile(image.blob)).bitmap;
    expect([back.width, back.height]).toEqual([image.width, image.height]);
    expect(ends(back)).toEqual(whole);
  });

  test.each([
    [65_536, 10],
    [16_385, 16_384],
  ])(
    'of a canvas of %i × %i pixels, which the browser itself cannot hold: that is refused',
    async (width, height) => {
      const outcome = await encodeImage(canvas(width, height, () => {}));
      expect(outcome).toMatchObject({ ok: false, error: { code: 'engine-failed' } });
    },
  );
});

describe('a file', () => {
  test.each(['image/png', 'image/jpeg', 'image/webp'])('of %s is opened', async (type) => {
    const { bitmap, source, page, scale } = captured(await captureFromFile(await blobOf(flat(64, 48), type)));
    expect({ width: bitmap.width, height: bitmap.height, source, page, scale }).toEqual({
      width: 64,
      height: 48,
      source: 'file',
      page: null,
      scale: 1,
    });
  });

  test('that is a GIF is opened', async () => {
    const gif = Uint8Array.from(atob('R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='), (c) =>
      c.charCodeAt(0),
    );
    expect(pixel(captured(await captureFromFile(new Blob([gif]))).bitmap, 0, 0)).toEqual([255, 0, 0, 255]);
  });

  test('with the name of a picture and other bytes is refused', async () => {
    const file = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'holiday.png', {
      type: 'image/png',
    });
    expect(await captureFromFile(file)).toMatchObject({ ok: false, error: { code: 'not-an-image' } });
  });

  test('that is an HEIC photo is refused as one, whatever its name says', async () => {
    const photo = new File(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], 'IMG_1.jpg', { type: 'image/jpeg' });
    expect(await captureFromFile(photo)).toMatchObject({ ok: false, error: { code: 'heic' } });
  });

  test('that breaks off is refused as damaged', async () => {
    const whole = await blobOf(flat(64, 48));
    expect(await captureFromFile(whole.slice(0, 40))).toMatchObject({ error: { code: 'damaged-image' } });
  });

  test('of a few bytes that unpacks to gigabytes is not unpacked', async () => {
    const bytes = new Uint8Array(await (await blobOf(flat(64, 48))).arrayBuffer());
    new DataView(bytes.buffer).setUint32(16, 30_000);
    new DataView(bytes.buffer).setUint32(20, 30_000);
    expect(await captureFromFile(new Blob([bytes]))).toMatchObject({ error: { code: 'too-large' } });
  });

  test('loses its notes and stands upright', async () => {
    const jpeg = new Uint8Array(await (await blobOf(flat(64, 48), 'image/jpeg')).arrayBuffer());
    const { bitmap } = captured(await captureFromFile(new Blob([withExif(jpeg)])));
    expect([bitmap.width, bitmap.height]).toEqual([48, 64]);
    const text = await (await encoded(bitmap)).blob.text();
    expect(text).not.toContain('Exif');
    expect(text).not.toContain('Secret Street 1');
  });
});

/** The same picture, turned by a quarter, with an address in its EXIF block. */
function withExif(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const note = 'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0Secret Street 1';
  const exif = Uint8Array.from(note, (char) => char.charCodeAt(0));
  const marker = [0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff];
  return Uint8Array.from([...jpeg.subarray(0, 2), ...marker, ...exif, ...jpeg.subarray(2)]);
}

describe('a picture of the tab', () => {
  const view = { viewport: { width: 32, height: 24 }, scroll: { x: 0, y: 300 } };

  test('becomes a capture at the scale it was taken, masks burnt in', async () => {
    const image = flat(64, 48).toDataURL();
    const masks = [{ x: 20.2, y: 10, width: 5.1, height: 5 }];
    const capture = captured(await captureFromTab({ image, masks, ...view }));
    expect(capture).toMatchObject({
      scale: 2,
      source: 'tab',
      masks: 1,
      page: { x: 0, y: 300, ...view.viewport },
    });
    expect(pixel(capture.bitmap, 40, 20)).toEqual([0x1f, 0x23, 0x28, 255]);
    expect(pixel(capture.bitmap, 50, 29)).toEqual([0x1f, 0x23, 0x28, 255]);
    expect(pixel(capture.bitmap, 51, 29)).toEqual([0, 255, 0, 255]);
  });

  test('is scaled exactly where the width of the window is no whole number of CSS pixels', async () => {
    const fraction = { viewport: { width: 42, height: 32 }, scroll: { x: 0, y: 0 }, devicePixelRatio: 1.5 };
    const area = { x: 2, y: 2, width: 40, height: 20 };
    const capture = captured(await captureFromTab({ image: flat(64, 48), masks: [], ...fraction, area }));
    expect(capture.scale).toBe(1.5);
    expect([capture.bitmap.width, capture.bitmap.height]).toEqual([60, 30]);
    const other = captured(await captureFromTab({ image: flat(21, 16), masks: [], ...fraction }));
    expect(other.scale).toBe(0.5);
  });

  test('is cut to an area, with what is covered of it', async () => {
    const masks = [{ x: 12, y: 10, width: 5, height: 5 }];
    const area = { x: 10, y: 5, width: 400, height: 12 };
    const image = flat(64, 48);
    const capture = captured(await captureFromTab({ image, masks, ...view, area }));
    expect(capture).toMatchObject({ scale: 2, masks: 1, page: { x: 10, y: 305, width: 22, height: 12 } });
    expect([capture.bitmap.width, capture.bitmap.height]).toEqual([44, 24]);
    expect(pixel(capture.bitmap, 4, 10)).toEqual([0x1f, 0x23, 0x28, 255]);
    expect(pixel(capture.bitmap, 3, 9)).toEqual([0, 0, 255, 255]);
    expect(pixel(capture.bitmap, 43, 9)).toEqual([0, 255, 0, 255]);
    const outside = { x: 40, y: 5, width: 10, height: 10 };
    const none = await captureFromTab({ image, masks, ...view, area: outside });
    expect(none).toMatchObject({ ok: false, error: { code: 'engine-failed' } });
  });

  test.each(['', 'https://example.com/x.png', 'data:image/png;base64,'])(
    'is refused when it is %j',
    async (image) => {
      expect(await captureFromTab({ image, masks: [], ...view })).toMatchObject({
        error: { code: 'not-an-image' },
      });
    },
  );
});
