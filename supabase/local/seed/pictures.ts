// The demo's pictures: made once by make-pictures.ts with the product's own capture code, and kept as files.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { sha256Hex } from './random.ts';

type File = { readonly data: Uint8Array<ArrayBuffer>; readonly sha256: string };

export type Picture = File & {
  /** The same picture with nothing but the redactions burnt in; null where it has no marks to hide. */
  readonly clean: File | null;
  readonly width: number;
  readonly height: number;
  /** Shapes burnt into the picture, as in shared/annotate. */
  readonly annotation: Record<string, unknown>;
};

export const picturesFolder = new URL('./pictures/', import.meta.url);

/** pictures.json: by name ("attachments/…", "captures/…"), size in pixels, whether there is a clean image, and shapes. */
export const pictureList = z.record(
  z.string(),
  z.object({
    width: z.int(),
    height: z.int(),
    clean: z.boolean(),
    annotation: z.record(z.string(), z.unknown()),
  }),
);
export type PictureList = z.infer<typeof pictureList>;

/** All pictures by name. */
export async function readPictures(): Promise<Map<string, Picture>> {
  const list = pictureList.parse(
    JSON.parse(await readFile(new URL('pictures.json', picturesFolder), 'utf8')),
  );
  const entries = Object.entries(list).map(async ([name, facts]): Promise<[string, Picture]> => {
    const [file, clean] = await Promise.all([read(name), facts.clean ? read(`${name}.clean`) : null]);
    return [name, { ...facts, ...file, clean }];
  });
  return new Map(await Promise.all(entries));
}

async function read(name: string): Promise<File> {
  const data = new Uint8Array(await readFile(new URL(`${name}.webp`, picturesFolder)));
  return { data, sha256: sha256Hex(data) };
}

/** Puts pictures and files into Storage with the service's rights. `files` are paths within the bucket. */
export async function uploadFiles(
  stack: { readonly apiUrl: string; readonly serviceRoleKey: string },
  bucket: 'attachments' | 'captures',
  files: readonly {
    readonly path: string;
    readonly data: Uint8Array<ArrayBuffer>;
    readonly contentType: string;
  }[],
): Promise<void> {
  const key = stack.serviceRoleKey;
  // New secret keys are no tokens: they go in `apikey` alone.
  const headers = {
    apikey: key,
    'x-upsert': 'true',
    ...(key.startsWith('sb_') ? {} : { authorization: `Bearer ${key}` }),
  };
  await Promise.all(
    files.map(async ({ path, data, contentType }) => {
      const url = `${stack.apiUrl}/storage/v1/object/${bucket}/${path}`;
      const answer = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': contentType },
        body: data,
      });
      if (!answer.ok) throw new Error(`Storage refused ${path}: ${answer.status} ${await answer.text()}`);
    }),
  );
}
