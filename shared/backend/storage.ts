import { type Exchange, exchange, within } from '../outbox/http.ts';

export type Bucket = 'attachments' | 'captures';

export type Storage = {
  /** Drops the links that were given: whoever comes next may not be allowed to see the same. */
  forget(): void;
  /**
   * A link to read a private picture with, good for at least five minutes. Links asked for in the same moment
   * go in one request, and one that is still good is given again, so that the browser's cache serves it.
   */
  signedUrl(bucket: Bucket, path: string): Promise<Exchange<string>>;
  /** Puts a file where row-level security lets the member. A file that lies there already stays: `conflict`. */
  upload(
    bucket: Bucket,
    path: string,
    file: Blob,
    contentType: string,
    signal?: AbortSignal,
  ): Promise<Exchange<null>>;
};

type StorageOptions = {
  apiUrl: string;
  /** Asks as the member. */
  send<Body>(
    path: string,
    init: RequestInit,
    read: (response: Response) => Promise<Body>,
  ): Promise<Exchange<Body>>;
  /** Plain: a signed link takes no other credentials. */
  fetch: typeof fetch;
  now?: () => number;
};

const lifetimeSeconds = 3600;
/** A link is given again as long as it is good for this long, in ms. */
const reserve = 300_000;

export function openStorage({ apiUrl, send, fetch, now = Date.now }: StorageOptions): Storage {
  const links = new Map<string, { link: Promise<Exchange<string>>; until: number }>();
  const batches = new Map<Bucket, { paths: string[]; answer: Promise<Exchange<Map<string, string>>> }>();

  const signAll = async (bucket: Bucket, paths: readonly string[]) =>
    send(
      `/storage/v1/object/sign/${bucket}`,
      json({ expiresIn: lifetimeSeconds, paths }),
      async (response) => new Map(readLinks(await response.json(), apiUrl)),
    );
  /** Joins the batch that leaves at the end of this moment. */
  const batched = async (bucket: Bucket, path: string): Promise<Exchange<string>> => {
    let batch = batches.get(bucket);
    if (!batch) {
      const paths: string[] = [];
      const answer = Promise.resolve().then(() => {
        batches.delete(bucket);
        return signAll(bucket, paths);
      });
      batch = { paths, answer };
      batches.set(bucket, batch);
    }
    batch.paths.push(path);
    const answer = await batch.answer;
    if (answer.kind !== 'ok') return answer;
    const link = answer.body.get(path);
    return link ? { kind: 'ok', body: link } : { kind: 'refused', error: { code: 'not_found' } };
  };

  return {
    forget: () => links.clear(),
    async signedUrl(bucket, path) {
      const key = `${bucket}/${path}`;
      const kept = links.get(key);
      if (kept && kept.until - reserve > now()) return kept.link;
      const link = batched(bucket, path);
      links.set(key, { link, until: now() + lifetimeSeconds * 1000 });
      const answer = await link;
      if (answer.kind !== 'ok') links.delete(key);
      return answer;
    },
    async upload(bucket, path, file, contentType, signal) {
      const reserved = await send(
        `/storage/v1/object/upload/sign/${bucket}/${encodePath(path)}`,
        { ...json({}), ...(signal ? { signal } : {}) },
        async (response) => readUploadLink(await response.json(), apiUrl),
      );
      if (reserved.kind !== 'ok') return reserved;
      return exchange(
        () =>
          fetch(reserved.body, {
            method: 'PUT',
            headers: { 'content-type': contentType },
            body: file,
            signal: within(120_000, signal),
          }),
        async () => null,
      );
    },
  };
}

/** The link in an answer for one upload. Hosted Storage calls it `url`, others `signedUrl`. Throws if there is none. */
export function readUploadLink(answer: unknown, apiUrl: string): string {
  const link = text(answer, 'url') ?? text(answer, 'signedUrl');
  if (!link) throw new Error('The answer holds no upload link.');
  return absolute(link, apiUrl);
}

/** Path and link of every file in an answer for several; files that may not be read have none. */
export function readLinks(answer: unknown, apiUrl: string): [string, string][] {
  if (!Array.isArray(answer)) throw new Error('The answer is no list of links.');
  return answer.flatMap((entry: unknown) => {
    const path = text(entry, 'path');
    const link = text(entry, 'signedURL') ?? text(entry, 'signedUrl') ?? text(entry, 'url');
    return path && link ? [[path, absolute(link, apiUrl)] satisfies [string, string]] : [];
  });
}

/** Storage gives links relative to its own root, with or without `/storage/v1` before them. */
function absolute(link: string, apiUrl: string): string {
  if (/^https?:/.test(link)) return link;
  return `${apiUrl}/storage/v1/${link.replace(/^\/?(storage\/v1\/)?/, '')}`;
}

function text(from: unknown, key: string): string | undefined {
  const value: unknown = typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined;
  return typeof value === 'string' && value ? value : undefined;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function json(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
