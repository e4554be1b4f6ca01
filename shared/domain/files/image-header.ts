import type { ImageType } from '../limits.ts';

/** What the first bytes of a picture say of it. Sizes in pixels. */
export type ImageHeader = { contentType: ImageType; width: number; height: number };

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, end));

/** PNG: the signature, then the chunk IHDR with both sizes. */
function png(bytes: Uint8Array, view: DataView): ImageHeader | null {
  if (bytes.length < 33 || ascii(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  if (view.getUint32(8) !== 13 || ascii(bytes, 12, 16) !== 'IHDR') return null;
  return { contentType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF: the logical screen, or the first picture where that is larger: browsers make room for it. */
function gif(bytes: Uint8Array, view: DataView): ImageHeader | null {
  if (bytes.length < 14 || !/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return null;
  const flags = view.getUint8(10);
  let place = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  // Extensions: a label, then blocks with their length before them; one of length 0 ends it.
  while (bytes[place] === 0x21) {
    place += 2;
    for (let length = bytes[place]; length; length = bytes[place]) place += 1 + length;
    place += 1;
  }
  if (bytes[place] !== 0x2c || place + 10 > bytes.length) return null;
  const number = (at: number) => view.getUint16(at, true);
  return {
    contentType: 'image/gif',
    width: Math.max(number(6), number(place + 1) + number(place + 5)),
    height: Math.max(number(8), number(place + 3) + number(place + 7)),
  };
}

/** JPEG: segments up to the first frame header (SOF0 … SOF15 without DHT, JPG and DAC). */
function jpeg(bytes: Uint8Array, view: DataView): ImageHeader | null {
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  let place = 2;
  while (place + 9 <= bytes.length) {
    if (bytes[place] !== 0xff) return null;
    const marker = bytes[place + 1] ?? 0;
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return {
        contentType: 'image/jpeg',
        width: view.getUint16(place + 7),
        height: view.getUint16(place + 5),
      };
    }
    // The scan or the end before any frame header: no picture.
    if (marker === 0xda || marker === 0xd9) return null;
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    const length = alone ? 0 : view.getUint16(place + 2);
    if (!alone && length < 2) return null;
    place += 2 + length;
  }
  return null;
}

/** WebP: a RIFF file whose first chunk is VP8 (lossy), VP8L (lossless) or VP8X (extended). */
function webp(bytes: Uint8Array, view: DataView): ImageHeader | null {
  if (bytes.length < 30 || ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 12) !== 'WEBP') return null;
  const contentType = 'image/webp';
  const chunk = ascii(bytes, 12, 16);
  if (chunk === 'VP8 ' && ascii(bytes, 23, 26) === '\x9d\x01\x2a') {
    return {
      contentType,
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  }
  if (chunk === 'VP8L' && bytes[20] === 0x2f) {
    const bits = view.getUint32(21, true);
    return { contentType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8X') {
    const side = (place: number) => (view.getUint16(place, true) | (view.getUint8(place + 2) << 16)) + 1;
    return { contentType, width: side(24), height: side(27) };
  }
  return null;
}

/** Reads type and size from the bytes themselves; null where they are none of the accepted pictures. */
export function imageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = png(bytes, view) ?? gif(bytes, view) ?? jpeg(bytes, view) ?? webp(bytes, view);
  return found !== null && found.width > 0 && found.height > 0 ? found : null;
}
