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

/**
 * The factor for the next try at a smaller picture, given how large this one came out. Bytes go roughly with
 * the area; aims a little low so that few tries are needed, and always gets smaller by a tenth at least.
 */
export function nextScale(bytes: number, maxBytes: number): number {
  return Math.min(0.9, Math.sqrt(maxBytes / bytes) * 0.95);
}
