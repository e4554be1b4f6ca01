import { type FileType, type ImageType, limits } from '../limits.ts';

const endings: Readonly<Record<FileType | ImageType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/json': 'json',
  'application/zip': 'zip',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** Endings that are as good as the kind's own. A page or a program is none: it would run where it is saved. */
const others: Readonly<Partial<Record<FileType | ImageType, RegExp>>> = {
  'image/jpeg': /^jpeg$/,
  'text/plain': /^(txt|log|md|ya?ml|ini|conf|toml|sql|diff|patch)$/,
  'text/csv': /^tsv$/,
  'application/json': /^(har|map|geojson|ndjson|jsonl)$/,
  'video/mp4': /^m4v$/,
  'application/zip': /^(docx|xlsx|pptx|odt|ods|odp)$/,
};

/**
 * A file's name as it may be kept and saved under: no folders, no control or direction characters (which make
 * "exe.txt" of "txt.exe"), no leading dot, and an ending that belongs to what the bytes are.
 * @returns at most `limits.fileNameLength` characters, never empty
 */
export function safeFileName(name: string, contentType: FileType | ImageType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // Control, format (direction, zero width), private and unassigned characters, halves of pairs, line ends.
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [, stem = '', ending = ''] = /^(.*)\.([A-Za-z0-9]{1,10})$/.exec(plain) ?? [];
  const own = endings[contentType];
  const given = ending.toLowerCase();
  const fits = stem !== '' && (given === own || others[contentType]?.test(given) === true);
  const end = `.${fits ? ending : own}`;
  return cut(fits ? stem : plain || 'file', limits.fileNameLength - end.length) + end;
}

/** The first `length` UTF-16 units, less one where that would leave half a character. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
