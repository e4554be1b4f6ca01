import { isFileOf } from '../../../shared/domain/files/file-kind.ts';
import { type FileType, fileTypes } from '../../../shared/domain/limits.ts';

const endings: Readonly<Partial<Record<string, FileType>>> = {
  csv: 'text/csv',
  tsv: 'text/csv',
  json: 'application/json',
  har: 'application/json',
};

/**
 * What a file that is no picture is: by its bytes, and where those are text by what it calls itself. Null for what the
 * server would not take.
 */
export function fileTypeOf(bytes: Uint8Array, name: string, claimed: string): FileType | null {
  const byBytes = fileTypes.filter((type) => !isText(type)).find((type) => isFileOf(bytes, type));
  if (byBytes) return byBytes;
  if (!isFileOf(bytes, 'text/plain')) return null;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return endings[ending] ?? fileTypes.find((type) => isText(type) && type === claimed) ?? 'text/plain';
}

const isText = (type: FileType) => type.startsWith('text/') || type === 'application/json';
