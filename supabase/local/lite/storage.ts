// What the embedded Storage does otherwise than the hosted one, put right at the door.

import { z } from 'zod';

const SignList = z.object({ paths: z.array(z.string()), expiresIn: z.number() });
const SignedUrl = z.object({ signedURL: z.string() });

/** Largest object of a bucket in bytes; undefined when the bucket is unknown, null when it has no limit. */
export type UploadLimits = (bucket: string) => Promise<number | null | undefined>;

/** Hosted Storage's own ceiling where a bucket names none: 50 MB. */
const defaultLimit = 50 * 1024 * 1024;

const tooLarge = () =>
  Response.json(
    {
      statusCode: '413',
      error: 'Payload too large',
      message: 'The object exceeded the maximum allowed size',
    },
    { status: 413, headers: { 'access-control-allow-origin': '*' } },
  );

async function readUpTo(request: Request, limit: number): Promise<Buffer | undefined> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  const parts: Uint8Array[] = [];
  let size = announced > limit ? announced : 0;
  // An oversized body is read to its end and dropped: the client gets the answer instead of a broken pipe.
  for await (const part of request.body ?? []) {
    size += announced > limit ? 0 : part.byteLength;
    if (size <= limit) parts.push(part);
    else parts.length = 0;
  }
  return size > limit ? undefined : Buffer.concat(parts);
}

/**
 * Enforces the bucket's size limit, and unpacks the form in which storage-js sends a Blob (a multipart body whose
 * file has an empty field name): lite takes raw bytes only. Returns the request to pass on, or the refusal.
 */
export async function prepareUpload(request: Request, limits: UploadLimits): Promise<Request | Response> {
  const path = new URL(request.url).pathname;
  const target =
    /^\/storage\/v1\/object\/(upload\/sign\/)?(?!sign\/|list\/|move$|copy$|info\/)([^/]+)\/./.exec(path);
  if (target === null || (request.method !== 'POST' && request.method !== 'PUT')) return request;
  const type = request.headers.get('content-type') ?? '';
  const isForm = type.startsWith('multipart/form-data');
  // Asking for a signed upload URL carries at most a small JSON body.
  if (target[1] !== undefined && request.method === 'POST') return request;
  const limit = (await limits(decodeURIComponent(target[2] ?? ''))) ?? defaultLimit;
  const body = await readUpTo(request, isForm ? limit + 64 * 1024 : limit);
  if (body === undefined) return tooLarge();
  const headers = new Headers(request.headers);
  headers.delete('transfer-encoding');
  if (!isForm) {
    headers.set('content-length', String(body.byteLength));
    return new Request(request.url, { method: request.method, headers, body: new Uint8Array(body) });
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = [...form.values()].find((value) => value instanceof Blob);
  if (file === undefined)
    return Response.json(
      { statusCode: '400', error: 'Bad Request', message: 'The form holds no file' },
      { status: 400 },
    );
  if (file.size > limit) return tooLarge();
  headers.set('content-type', file.type || 'application/octet-stream');
  headers.set('content-length', String(file.size));
  const cacheControl = form.get('cacheControl');
  if (typeof cacheControl === 'string') headers.set('cache-control', `max-age=${cacheControl}`);
  return new Request(request.url, { method: request.method, headers, body: await file.arrayBuffer() });
}

const withHostedNames = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('signedUrl' in value)) return value;
  if (typeof value.signedUrl !== 'string') return value;
  const { signedUrl, ...rest } = value;
  const path = signedUrl.replace(/^\/storage\/v1/, '');
  return path.startsWith('/object/upload/sign/') ? { ...rest, url: path } : { ...rest, signedURL: path };
};

/**
 * Gives a signed URL as hosted Storage does: named `url` (uploads) or `signedURL` (reads), and relative to
 * `/storage/v1`.
 */
export async function adaptStorageAnswer(response: Response): Promise<Response> {
  if (!(response.headers.get('content-type') ?? '').includes('application/json')) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const adapted = text.includes('"signedUrl"') ? JSON.stringify(withHostedNames(JSON.parse(text))) : text;
  return new Response(adapted === '' ? null : adapted, { status: response.status, headers });
}

/**
 * Hosted Storage saves what a link with `download` leads to, under the name it gives, and does not show it; lite
 * knows nothing of it. Form of the header: RFC 6266.
 */
export function asDownload(request: Request, response: Response): Response {
  const { pathname, searchParams } = new URL(request.url);
  const name = searchParams.get('download');
  if (name === null || !response.ok || !pathname.startsWith('/storage/v1/object/sign/')) return response;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  const headers = new Headers(response.headers);
  headers.set(
    'content-disposition',
    name === '' ? 'attachment' : `attachment; filename=${encoded}; filename*=UTF-8''${encoded}`,
  );
  return new Response(response.body, { status: response.status, headers });
}

/**
 * Signs a list of paths one by one: lite refuses the whole list when one path is missing or forbidden, hosted
 * Storage answers each for itself. Undefined when the request is not such a list.
 */
export async function signMany(
  request: Request,
  pass: (request: Request) => Promise<Response>,
): Promise<Response | undefined> {
  const bucket = /^\/storage\/v1\/object\/sign\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
  if (bucket === undefined || request.method !== 'POST') return undefined;
  const body: unknown = await request.json().catch(() => undefined);
  const { paths, expiresIn } = SignList.parse(body);
  const answers = paths.map(async (path) => {
    const address = `${request.url}/${path.split('/').map(encodeURIComponent).join('/')}`;
    const init = { method: 'POST', headers: request.headers, body: JSON.stringify({ expiresIn }) };
    const answer = await adaptStorageAnswer(await pass(new Request(address, init)));
    const signed = SignedUrl.safeParse(await answer.json());
    return signed.success
      ? { path, error: null, signedURL: signed.data.signedURL }
      : { path, error: 'Either the object does not exist or you do not have access to it', signedURL: null };
  });
  return Response.json(await Promise.all(answers), { headers: { 'access-control-allow-origin': '*' } });
}
