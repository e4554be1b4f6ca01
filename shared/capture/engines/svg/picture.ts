import { beginsAnywhere } from './copy/scrolling/scroll.ts';
import { toDataUrl } from './resources/resources.ts';
import type { Turns } from './turns.ts';

/**
 * How long browsers other than Chromium get for SVG images within the picture, in milliseconds: Firefox reads them
 * after it has said that all is decoded, and tells nobody when it has.
 */
const INNER = 50;

/**
 * Paints an SVG document, given as text, on a canvas of its size in pixels. The browser reads the document in one
 * stretch and paints it in another; the page gets its turn between them.
 */
export async function paintSvg(
  markup: string,
  width: number,
  height: number,
  turns: Turns,
): Promise<HTMLCanvasElement> {
  const image = new Image(width, height);
  // An address of a blob would do but for Chromium, which lets no script read pixels painted from it.
  image.src = await toDataUrl(new Blob([markup], { type: 'image/svg+xml' }));
  await image.decode();
  await turns.give();
  if (!beginsAnywhere() && /url\([^)]*data:image\/svg/.test(markup))
    await new Promise((resolve) => setTimeout(resolve, INNER));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.drawImage(image, 0, 0, width, height);
  image.removeAttribute('src');
  return canvas;
}
