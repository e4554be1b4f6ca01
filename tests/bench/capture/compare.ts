import type { Browser } from 'playwright';
import type { Rect } from '../../../shared/capture/types.ts';

/** From here on a difference between two colour channels (0–255) can be seen; font smoothing stays below. */
export const VISIBLE = 25;

export type Comparison = {
  /** Share of pixels with a visible difference, 0–1. */
  off: number;
  /** The picture is of one colour and the reference is not. */
  blank: boolean;
  /** Both sizes, where they differ by more than a pixel; the picture was stretched to the reference. */
  sizes: string | null;
  /** The reference in grey with what is off in red: PNG in base64. */
  diff: string;
};

/** Compares two PNG pictures in base64. Areas in `ignore` (pixels of the reference) do not count as off. */
export type Judge = {
  compare(reference: string, picture: string, ignore?: readonly Rect[]): Promise<Comparison>;
};

/** A judge that decodes and compares in an empty page of the browser. */
export async function makeJudge(browser: Browser): Promise<Judge> {
  const tab = await browser.newPage();
  return {
    compare: (reference, picture, ignore = []) =>
      tab.evaluate(compareInPage, { reference, picture, ignore, visible: VISIBLE }),
  };
}

type Question = { reference: string; picture: string; ignore: readonly Rect[]; visible: number };

/** Runs in the judge's page: it may use nothing of this module. */
async function compareInPage({ reference, picture, ignore, visible }: Question): Promise<Comparison> {
  const decode = async (png: string) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    return image;
  };
  const [expected, actual] = await Promise.all([decode(reference), decode(picture)]);
  const { naturalWidth: width, naturalHeight: height } = expected;
  const draw = (image: HTMLImageElement) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no context');
    context.drawImage(image, 0, 0, width, height);
    context.fillStyle = '#808080';
    for (const area of ignore) context.fillRect(area.x, area.y, area.width, area.height);
    return { canvas, context, pixels: context.getImageData(0, 0, width, height) };
  };
  const [a, b] = [draw(expected), draw(actual)];
  const [one, two] = [a.pixels.data, b.pixels.data];
  const uniform = (data: Uint8ClampedArray) => data.every((value, at) => value === data[at % 4]);
  let off = 0;
  const out = new Uint8ClampedArray(one.length);
  for (let at = 0; at < one.length; at += 4) {
    let largest = 0;
    for (let channel = 0; channel < 3; channel++)
      largest = Math.max(largest, Math.abs((one[at + channel] ?? 0) - (two[at + channel] ?? 0)));
    const grey = 160 + ((one[at] ?? 0) + (one[at + 1] ?? 0) + (one[at + 2] ?? 0)) / 8;
    out.set(largest > visible ? [230, 0, 0, 255] : [grey, grey, grey, 255], at);
    if (largest > visible) off++;
  }
  a.context.putImageData(new ImageData(out, width, height), 0, 0);
  const same = Math.abs(actual.naturalWidth - width) <= 1 && Math.abs(actual.naturalHeight - height) <= 1;
  return {
    off: off / (width * height),
    blank: uniform(two) && !uniform(one),
    sizes: same ? null : `${actual.naturalWidth}×${actual.naturalHeight} instead of ${width}×${height}`,
    diff: a.canvas.toDataURL('image/png').replace(/^.*,/, ''),
  };
}
