import { z } from 'zod';
import { limits } from '../../../shared/domain/limits.ts';
import { readUpTo } from './body.ts';
import { type Platform, patience, publicOrigin, serviceHeaders } from './platform.ts';
import { done, internal, type Result, refuse, unavailable } from './result.ts';

export type Bucket = 'attachments' | 'captures';

/** Seconds that a link to read a picture or file stays good. */
export const readLinkSeconds = 3600;

const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');

async function ask(
  platform: Platform,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response | undefined> {
  try {
    return await fetch(`${platform.url}/storage/v1/${path}`, {
      method,
      headers: {
        ...serviceHeaders(platform),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    console.error(`Storage, ${method} ${path}: ${error}`);
    return undefined;
  }
}

async function failed(what: string, response: Response): Promise<Result<never>> {
  console.error(`Storage, ${what}: ${response.status} ${(await response.text()).slice(0, 500)}`);
  return response.status >= 500 || response.status === 429 ? unavailable() : internal();
}

/** A link of Storage, relative to itself, as a browser can follow it. */
function absolute(platform: Platform, request: Request, link: string): string {
  const url = new URL(link, 'http://storage.invalid');
  const path = url.pathname.startsWith('/storage/v1/') ? url.pathname : `/storage/v1${url.pathname}`;
  return publicOrigin(platform, request) + path + url.search;
}

const signedUpload = z.union([
  z.object({ url: z.string() }).transform(({ url }) => url),
  z.object({ signedUrl: z.string() }).transform(({ signedUrl }) => signedUrl),
]);

/** A link that takes one PUT of the bytes for `path`. */
export async function signUpload(
  platform: Platform,
  request: Request,
  bucket: Bucket,
  path: string,
): Promise<Result<string>> {
  const response = await ask(platform, 'POST', `object/upload/sign/${bucket}/${encoded(path)}`, {});
  if (response === undefined) return unavailable();
  if (!response.ok) return failed('sign upload', response);
  const link = signedUpload.safeParse(await response.json());
  return link.success ? done(absolute(platform, request, link.data)) : internal();
}

const signedReads = z.array(
  z.object({
    path: z.string().nullish(),
    signedURL: z.string().nullish(),
    signedUrl: z.string().nullish(),
  }),
);

/** What is read: a file with a `download` name is saved under it and never shown. */
export type Read = { path: string; download?: string };

/** Links to read each of `reads`, by path; one whose file is missing is missing in the answer too. */
export async function signReads(
  platform: Platform,
  request: Request,
  bucket: Bucket,
  reads: Read[],
): Promise<Result<Map<string, string>>> {
  if (reads.length === 0) return done(new Map());
  const names = new Map(reads.map(({ path, download }) => [path, download]));
  const response = await ask(platform, 'POST', `object/sign/${bucket}`, {
    expiresIn: readLinkSeconds,
    paths: [...names.keys()],
  });
  if (response === undefined) return unavailable();
  if (!response.ok) return failed('sign reads', response);
  const rows = signedReads.safeParse(await response.json());
  if (!rows.success) return internal();
  const links = new Map<string, string>();
  for (const { path, signedURL, signedUrl } of rows.data) {
    const link = signedURL ?? signedUrl;
    if (!path || !link) continue;
    const name = names.get(path);
    const download = name === undefined ? '' : `&download=${encodeURIComponent(name)}`;
    links.set(path, absolute(platform, request, link) + download);
  }
  return done(links);
}

// Storage says "not found" with status 404 or, in older versions, 400.
const isMissing = (response: Response) => response.status === 404 || response.status === 400;

/** The bytes of a picture or file; stops reading at the first byte beyond the limit. */
export async function readUpload(
  platform: Platform,
  bucket: Bucket,
  path: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const response = await ask(platform, 'GET', `object/${bucket}/${encoded(path)}`);
  if (response === undefined) return unavailable();
  if (isMissing(response)) {
    await response.body?.cancel();
    return refuse('conflict', 'There is nothing uploaded yet.');
  }
  if (!response.ok) return failed('read', response);
  const most = Math.max(limits.imageBytes, limits.fileBytes);
  const bytes = await readUpTo(response.body, most).catch(() => undefined);
  if (bytes === undefined) return unavailable();
  return bytes === null
    ? refuse('too_large', `The upload is larger than ${most / 1024 / 1024} MB.`)
    : done(bytes);
}

/** Whether there are bytes at `path`. */
export async function exists(platform: Platform, bucket: Bucket, path: string): Promise<Result<boolean>> {
  const response = await ask(platform, 'GET', `object/${bucket}/${encoded(path)}`);
  if (response === undefined) return unavailable();
  if (!response.ok && !isMissing(response)) return failed('look', response);
  await response.body?.cancel();
  return done(response.ok);
}

/** Removes files through the Storage API; that one is not there is no error. */
export async function remove(platform: Platform, bucket: Bucket, paths: string[]): Promise<Result<null>> {
  if (paths.length === 0) return done(null);
  const response = await ask(platform, 'DELETE', `object/${bucket}`, { prefixes: paths });
  if (response === undefined) return unavailable();
  if (!response.ok && !isMissing(response)) return failed('remove', response);
  await response.body?.cancel();
  return done(null);
}
