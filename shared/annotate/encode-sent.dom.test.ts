import { expect, test } from 'vitest';
import type { EncodedImage } from '../capture/image/encode.ts';
import { attachmentInput } from '../domain/widget.ts';
import { encodeSent, type SentPicture } from './encode-sent.ts';
import { type AnnotationDocument, emptyDocument, type Shape } from './model/document.ts';

const size = { width: 240, height: 160 };
const box: Shape = {
  id: 'box',
  kind: 'box',
  x: 60,
  y: 40,
  width: 100,
  height: 80,
  colour: 'red',
  thickness: 8,
};
const redaction: Shape = { id: 'secret', kind: 'redaction', x: 20.4, y: 20.6, width: 50.3, height: 30.7 };

/** A picture in which no two neighbouring pixels are alike, so that whatever is left of it shows. */
function noise({ width, height } = size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  const data = new ImageData(width, height);
  for (let place = 0; place < data.data.length; place += 4)
    data.data.set([(place * 7) % 251, (place * 13) % 241, (place * 29) % 239, 255], place);
  context?.putImageData(data, 0, 0);
  return canvas;
}

async function sent(changes: Partial<AnnotationDocument>, image = noise()): Promise<SentPicture> {
  const outcome = await encodeSent(image, { ...emptyDocument(image), ...changes });
  if (!outcome.ok) throw new Error(outcome.error.detail);
  return outcome.value;
}

/** The pixels of an encoded image within a rectangle, as "r,g,b". */
async function pixels(image: EncodedImage, x: number, y: number, width: number, height: number) {
  const bitmap = await createImageBitmap(image.blob);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const { data = [] } = context?.getImageData(x, y, width, height) ?? {};
  return Array.from({ length: data.length / 4 }, (_, index) => [...data.slice(index * 4, index * 4 + 3)]);
}
/** Lossy WebP lets what lies beside a black part shine a little into its rim, never what lay below. */
const rim = 4;
const isBlack = (pixel: readonly number[]) => pixel.every((part) => part <= 24);
const isRed = ([red = 0, green = 0, blue = 0]: readonly number[]) => red > 180 && green < 110 && blue < 110;

test('a redacted part is uniform in both images, whatever lies on it, and the marks are in one only', async () => {
  const { picture, clean } = await sent({ shapes: [redaction, box] });
  if (!clean) throw new Error('no clean image');
  for (const image of [picture, clean]) {
    const hidden = await pixels(image, 20 + rim, 20 + rim, 51 - 2 * rim, 32 - 2 * rim);
    expect(hidden.filter((pixel) => !isBlack(pixel))).toEqual([]);
  }
  const onTheBox = async (image: EncodedImage) => (await pixels(image, 90, 119, 40, 2)).filter(isRed).length;
  expect(await onTheBox(picture)).toBeGreaterThan(70);
  expect(await onTheBox(clean)).toBe(0);
});

test('both images and the data are of one size, that of the crop', async () => {
  const crop = { x: 30, y: 10, width: 120, height: 100 };
  const { picture, clean, annotation } = await sent({ crop, shapes: [redaction, box] });
  const cut = { width: 120, height: 100 };
  expect(picture).toMatchObject(cut);
  expect(clean).toMatchObject(cut);
  expect(annotation).toMatchObject({ ...cut, crop: null });
  for (const image of [picture, clean ?? picture]) {
    const hidden = await pixels(image, 0, 10 + rim, 41 - rim, 32 - 2 * rim);
    expect(hidden.filter((pixel) => !isBlack(pixel))).toEqual([]);
  }
});

test('what is sent is what the server takes', async () => {
  const { annotation } = await sent({ shapes: [redaction, box] });
  const id = '0b1f4f0e-5f0a-4c1c-9d3c-0a7a3f1d2e4b';
  expect(attachmentInput.safeParse({ uploadId: id, cleanUploadId: id, annotation }).success).toBe(true);
});

test('without marks there is nothing to hide: redactions alone need no second image', async () => {
  const redacted = await sent({ shapes: [redaction] });
  expect(redacted.clean).toBeNull();
  expect(redacted.annotation).toMatchObject({ shapes: [{ kind: 'redaction' }] });
  expect(await sent({})).toMatchObject({ annotation: null, clean: null });
});

test('a picture that had to be scaled down goes alone: the shapes would lie elsewhere', async () => {
  const wide = document.createElement('canvas');
  Object.assign(wide, { width: 17_000, height: 4 });
  wide.getContext('2d')?.fillRect(0, 0, 10, 4);
  const { picture, annotation, clean } = await sent({ shapes: [{ ...box, height: 2, y: 0 }] }, wide);
  expect(picture.scaledBy).toBeLessThan(1);
  expect([annotation, clean]).toEqual([null, null]);
});

test('a canvas that no browser gives is an outcome and no throw', async () => {
  const outcome = await encodeSent(noise(), {
    ...emptyDocument({ width: 1, height: 1 }),
    crop: { x: 0, y: 0, width: 400, height: 400 },
  });
  expect(outcome.ok).toBe(false);
});
