import { limits } from '../../domain/limits.ts';
import type { Outcome } from '../types.ts';
import { failed } from '../types.ts';
import { canHold, fittingScale, nextScale } from './format.ts';
import { sha256Hex } from './sha256.ts';

/** A picture ready to be sent. Freshly encoded from pixels, so it carries no metadata. */
export interface EncodedImage {
  readonly blob: Blob;
  readonly bytes: number;
  /** In pixels, after scaling down. */
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
  readonly contentType: 'image/webp' | 'image/png';
  /** 1, or less where the picture had to be made smaller to fit. Tell the user when it is less. */
  readonly scaledBy: number;
}

/**
 * Encodes as WebP or PNG, whichever comes out smaller (flat pages are often smaller as PNG), scaling down in
 * steps until the result fits. No side is longer than WebP can hold, beyond which browsers cut the picture without
 * saying so, and no more pixels than the server takes.
 * @param maxBytes largest result, in bytes
 */
export async function encodeImage(
  bitmap: HTMLCanvasElement,
  maxBytes: number = limits.imageBytes,
): Promise<Outcome<EncodedImage>> {
  const broken = ({ width, height }: HTMLCanvasElement) =>
    failed('engine-failed', `a canvas of ${width} × ${height} cannot be encoded`);
  if (!canHold(bitmap)) return broken(bitmap);
  const fitting = fittingScale(bitmap, limits.imagePixels);
  let canvas = fitting < 1 ? scaled(bitmap, fitting) : bitmap;
  for (;;) {
    const blob = await smallest(canvas);
    if (!blob) return broken(canvas);
    if (blob.size <= maxBytes) return { ok: true, value: await describe(blob, canvas, bitmap) };
    const factor = nextScale(blob.size, maxBytes);
    if (Math.min(canvas.width, canvas.height) * factor < 1)
      return failed('too-large', `${blob.size} bytes do not fit into ${maxBytes}`);
    canvas = scaled(bitmap, (canvas.width / bitmap.width) * factor);
  }
}

async function describe(
  blob: Blob,
  canvas: HTMLCanvasElement,
  original: HTMLCanvasElement,
): Promise<EncodedImage> {
  return {
    blob,
    bytes: blob.size,
    width: canvas.width,
    height: canvas.height,
    sha256: await sha256Hex(new Uint8Array(await blob.arrayBuffer())),
    contentType: blob.type === 'image/webp' ? 'image/webp' : 'image/png',
    scaledBy: canvas.width / original.width,
  };
}

async function smallest(canvas: HTMLCanvasElement): Promise<Blob | null> {
  // Safari answers a request for WebP with PNG, so what came back is asked, not what was wanted.
  const [png, webp] = await Promise.all([toBlob(canvas, 'image/png'), toBlob(canvas, 'image/webp', 0.9)]);
  return webp && (!png || webp.size < png.size) ? webp : png;
}

function toBlob(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

/** A copy of a picture at another size, never smaller than one pixel a side. */
export function scaled(source: HTMLCanvasElement | ImageBitmap, factor: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(source.width * factor));
  canvas.height = Math.max(1, Math.round(source.height * factor));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}
