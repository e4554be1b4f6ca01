// Real pictures made of bytes, so that no test needs a file.
import { crc32, deflateSync } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A black PNG; `padding` bytes of ballast go into a chunk that readers skip. */
export function png(width = 4, height = 3, padding = 0): Bytes {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(padding > 0 ? [chunk('teSt', new Uint8Array(padding))] : []),
    chunk('IDAT', deflateSync(Buffer.alloc((width * 3 + 1) * Math.min(height, 64)))),
    chunk('IEND', new Uint8Array(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** The smallest GIF. */
export const gif = (): Bytes =>
  new Uint8Array(Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64'));

/** Bytes that are no picture, of any length. */
export const text = (length = 100): Bytes => new Uint8Array(Buffer.alloc(length, 'not a picture. '));
