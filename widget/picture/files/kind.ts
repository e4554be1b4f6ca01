import { imageType, isHeic } from '../../../shared/capture/image/format.ts';
import type { FileType } from '../../../shared/domain/limits.ts';

/** Far enough for every mark below. */
export const HEAD_BYTES = 64;

/** The brands of the ISO container (ISO/IEC 14496-12) that are MP4 films; QuickTime and sound alone are none. */
const MP4 = /^ftyp(?:iso[m2-9]|mp4[12]|avc1|M4V |dash|MSNV|mmp4|f4v )/;

/** What a file is by its first bytes; `text` may be one, which all of its bytes tell. */
export function kindOf(head: Uint8Array): 'picture' | FileType | 'text' | null {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  if (imageType(head) || isHeic(head)) return 'picture';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (['PK\x03\x04', 'PK\x05\x06'].includes(text.slice(0, 4))) return 'application/zip';
  if (MP4.test(text.slice(4))) return 'video/mp4';
  // EBML with its DocType (RFC 8794, 11.2.4).
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('\x42\x82\x84webm') ? 'video/webm' : null;
  return text.includes('\0') ? null : 'text';
}

/** Whether all of it is text in UTF-8 without a null character. */
export function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

/** Which kind of text, by its name: the bytes do not tell. */
export const textType = (name: string): FileType =>
  /\.csv$/i.test(name) ? 'text/csv' : /\.(?:json|har)$/i.test(name) ? 'application/json' : 'text/plain';

/** A name of at most `most` characters that still ends as it did. */
export function shortName(name: string, most: number): string {
  const clean = name.replace(/[\p{Cc}\p{Bidi_Control}/\\]/gu, '_').trim() || 'file';
  const letters = [...clean];
  if (clean.length <= most) return clean;
  const end = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  while (letters.join('').length + end.length + 1 > most) letters.pop();
  return `${letters.join('')}…${end}`;
}
