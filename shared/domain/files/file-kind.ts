import type { FileType } from '../limits.ts';

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, end));

/** ISO base media files (MP4) name what reads them: pictures (heic, avif) and QuickTime do not count. */
const mp4Brands = /^(isom|iso\d|mp4\d|avc1|dash|M4V |MSNV|mmp4|f4v )$/;

/** Valid UTF-8 without a null character. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * What a file that is no picture is by its own bytes. Text tells nothing of its kind, so each kind of text passes
 * for the other: they all are shown by nobody and saved under a name.
 * @param announced what its sender says it is
 */
export function isFileOf(bytes: Uint8Array, announced: FileType): boolean {
  switch (announced) {
    case 'application/pdf':
      return ascii(bytes, 0, 5) === '%PDF-';
    case 'application/zip':
      // A first entry, or the end of an archive without any.
      return ['PK\x03\x04', 'PK\x05\x06'].includes(ascii(bytes, 0, 4));
    case 'video/mp4':
      return ascii(bytes, 4, 8) === 'ftyp' && mp4Brands.test(ascii(bytes, 8, 12));
    case 'video/webm':
      // EBML, whose head names the kind of document: Matroska has another.
      return ascii(bytes, 0, 4) === '\x1a\x45\xdf\xa3' && ascii(bytes, 4, 64).includes('\x42\x82\x84webm');
    case 'text/plain':
    case 'text/csv':
    case 'application/json':
      return isText(bytes);
  }
}
