import { imageType, isHeic } from '../../../shared/capture/image/format.ts';
import { isFileOf } from '../../../shared/domain/files/file-kind.ts';
import type { FileType } from '../../../shared/domain/limits.ts';

/** Far enough for the mark of every kind of file. */
export const HEAD_BYTES = 64;

const marked = ['application/pdf', 'application/zip', 'video/mp4', 'video/webm'] as const;

/** What a file is by its first bytes, as the server decides it; `text` may be one, which all of its bytes tell. */
export function kindOf(head: Uint8Array): 'picture' | FileType | 'text' | null {
  if (imageType(head) || isHeic(head)) return 'picture';
  const kind = marked.find((each) => isFileOf(head, each));
  return kind ?? (head.includes(0) || head[0] === 0x1a ? null : 'text');
}

/** Whether all of it is text as the server takes it. */
export const isText = (bytes: Uint8Array): boolean => isFileOf(bytes, 'text/plain');

/** Which kind of text, by its name: the bytes do not tell. */
export const textType = (name: string): FileType =>
  /\.csv$/i.test(name) ? 'text/csv' : /\.(?:json|har)$/i.test(name) ? 'application/json' : 'text/plain';
