// Where the embedded Storage keeps its bytes: one file an object in the data folder, its type beside it.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { App } from '@supabase/lite';

export type StorageAdapter = NonNullable<App['_storageAdapter']>;
type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>;

/** A name as a path segment that cannot leave the folder. What is too long for a disk ends in its hash. */
function segment(part: string): string {
  const name = encodeURIComponent(part).replaceAll('.', '%2E') || '%';
  if (name.length <= 160) return name;
  return `${name.slice(0, 90)}-${createHash('sha256').update(part).digest('hex')}`;
}

async function bytesOf(body: Parameters<StorageAdapter['uploadObject']>[3]): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

/** A storage adapter for @supabase/lite over the folder `root`. A write is whole or absent, never half. */
export function fileAdapter(root: string): StorageAdapter {
  const path = (bucket: string, key: string) => join(root, segment(bucket), ...key.split('/').map(segment));
  const typeFile = (file: string) => `${file}.type`;

  async function put(file: string, data: Uint8Array | string): Promise<void> {
    const draft = `${file}.${randomUUID()}`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, data);
    await rename(draft, file);
  }

  async function head(bucket: string, key: string): Promise<{ data: Buffer; metadata: Metadata }> {
    const file = path(bucket, key);
    const [data, type] = await Promise.all([readFile(file), readFile(typeFile(file), 'utf8')]);
    const [mimetype = 'application/octet-stream', cacheControl = 'no-cache', modified = ''] =
      type.split('\n');
    const metadata = {
      cacheControl,
      mimetype,
      contentLength: data.byteLength,
      size: data.byteLength,
      lastModified: new Date(modified),
      eTag: `"${createHash('md5').update(data).digest('hex')}"`,
      httpStatusCode: 200,
    };
    return { data, metadata };
  }

  async function store(bucket: string, key: string, data: Uint8Array, type: string, cache: string) {
    const file = path(bucket, key);
    await put(typeFile(file), `${type}\n${cache}\n${new Date().toISOString()}`);
    await put(file, data);
    return (await head(bucket, key)).metadata;
  }

  async function remove(bucket: string, key: string): Promise<void> {
    const file = path(bucket, key);
    await rm(file, { force: true });
    await rm(typeFile(file), { force: true });
  }

  return {
    driver: undefined,
    async getObject(bucket, key) {
      const { data, metadata } = await head(bucket, key);
      return { metadata, httpStatusCode: 200, body: data };
    },
    async uploadObject(bucket, key, _version, body, type, cacheControl) {
      return store(bucket, key, await bytesOf(body), type, cacheControl);
    },
    deleteObject: (bucket, key) => remove(bucket, key),
    async deleteObjects(bucket, keys) {
      for (const key of keys) await remove(bucket, key);
    },
    async copyObject(bucket, key, _version, toBucket, toKey) {
      const { data, metadata } = await head(bucket, key);
      const copy = await store(toBucket, toKey, data, metadata.mimetype, metadata.cacheControl);
      return { httpStatusCode: 200, eTag: copy.eTag, lastModified: copy.lastModified ?? new Date() };
    },
    headObject: async (bucket, key) => (await head(bucket, key)).metadata,
    privateAssetUrl: async (bucket, key) => path(bucket, key),
  };
}
