// What is to be seen in a stored picture, decoded by the browser itself.
import type { Browser } from 'playwright';

export type Area = { x: number; y: number; width: number; height: number };

export type Pixels = {
  width: number;
  height: number;
  /** How far the pixel of the area that is farthest from a colour is from it, in its worst channel: 0 to 255. */
  off(colour: readonly [number, number, number], area: Area): number;
  /** The brightest channel of any pixel in the area, 0 (black) to 255. */
  brightest(area: Area): number;
  /** Mean difference of the channels in the area to the other picture's, 0 to 255. */
  difference(other: Pixels, area: Area): number;
  /** Whether a pixel near this colour lies in the area. */
  has(colour: readonly [number, number, number], area: Area): boolean;
  readonly data: Buffer;
};

/** Decodes a picture of any kind that Chromium knows. */
export async function decode(browser: Browser, bytes: Buffer): Promise<Pixels> {
  const page = await browser.newPage();
  const decoded = await page.evaluate(async (base64) => {
    const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([raw]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    let text = '';
    for (let from = 0; from < pixels.length; from += 8192)
      text += String.fromCharCode(...pixels.subarray(from, from + 8192));
    return { width: bitmap.width, height: bitmap.height, pixels: btoa(text) };
  }, bytes.toString('base64'));
  await page.close();
  return pixelsOf(decoded.width, decoded.height, Buffer.from(decoded.pixels, 'base64'));
}

function pixelsOf(width: number, height: number, data: Buffer): Pixels {
  const channels = function* (area: Area) {
    for (let y = Math.max(0, Math.ceil(area.y)); y < Math.min(height, Math.floor(area.y + area.height)); y++)
      for (let x = Math.max(0, Math.ceil(area.x)); x < Math.min(width, Math.floor(area.x + area.width)); x++)
        yield (y * width + x) * 4;
  };
  return {
    width,
    height,
    data,
    off(colour, area) {
      let most = 0;
      for (const at of channels(area))
        for (const [channel, value] of colour.entries())
          most = Math.max(most, Math.abs(value - (data[at + channel] ?? 0)));
      return most;
    },
    brightest(area) {
      let most = 0;
      for (const at of channels(area)) most = Math.max(most, ...data.subarray(at, at + 3));
      return most;
    },
    difference(other, area) {
      let sum = 0;
      let count = 0;
      for (const at of channels(area)) {
        for (let channel = at; channel < at + 3; channel++)
          sum += Math.abs((data[channel] ?? 0) - (other.data[channel] ?? 0));
        count += 3;
      }
      return count === 0 ? 0 : sum / count;
    },
    has(colour, area) {
      for (const at of channels(area))
        if (colour.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) < 24)) return true;
      return false;
    },
  };
}
