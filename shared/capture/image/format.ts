import { limits } from '../../domain/limits.ts';
import { MAX_PIXELS } from '../page.ts';

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

/** What a file is by its first bytes; null for anything but the four picture formats taken. */
export function imageType(head: Uint8Array): ImageType | null {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'image/gif';
  return null;
}

/** Brands of the ISO container (ISO/IEC 23008-12) in which phones keep their photos. */
const HEIC = /^ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)/;

/** Whether a file is an HEIC picture by its first bytes. */
export const isHeic = (head: Uint8Array): boolean => HEIC.test(String.fromCharCode(...head.subarray(4, 12)));

/**
 * The factor for the next try at a smaller picture, given how large this one came out. Bytes go roughly with
 * the area; aims a little low so that few tries are needed, and always gets smaller by a tenth at least.
 */
export function nextScale(bytes: number, maxBytes: number): number {
  return Math.min(0.9, Math.sqrt(maxBytes / bytes) * 0.95);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How much smaller a picture has to be for WebP, and for a canvas of any browser, to hold all of it; 1 where it fits.
 * What is larger is not refused everywhere but cut, or empty.
 * @param pixels most in all
 */
export function fittingScale({ width, height }: Size, pixels: number = MAX_PIXELS): number {
  // A thousandth is left for the sides that are rounded up.
  const area = width * height > pixels ? Math.sqrt((0.999 * pixels) / (width * height)) : 1;
  return Math.min(area, limits.imageSide / Math.max(width, height, limits.imageSide));
}

/** Beyond this Chromium's canvases hold nothing, and draw nothing without saying so. */
export const canHold = ({ width, height }: Size): boolean =>
  Math.max(width, height) <= 65_535 && width * height <= 16_384 ** 2;
