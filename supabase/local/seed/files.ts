// The demo's files that are no pictures, as they lie in files/.
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FileType } from '../../../shared/domain/limits.ts';
import { sha256Hex } from './random.ts';

export type SeedFile = {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly contentType: FileType;
};

const types: Readonly<Record<string, FileType>> = {
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
  '.log': 'text/plain',
};

const folder = new URL('./files/', import.meta.url);

/** All files by name. */
export async function readFiles(): Promise<Map<string, SeedFile>> {
  const names = (await readdir(folder)).sort();
  const entries = names.map(async (name): Promise<[string, SeedFile]> => {
    const contentType = types[extname(name)];
    if (contentType === undefined) throw new Error(`No message may carry a file like ${name}.`);
    const data = new Uint8Array(await readFile(new URL(encodeURIComponent(name), folder)));
    return [name, { data, sha256: sha256Hex(data), contentType }];
  });
  return new Map(await Promise.all(entries));
}
