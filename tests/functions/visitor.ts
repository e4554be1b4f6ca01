// A visitor's browser as far as the function `widget` can see it.
import { randomBytes, randomUUID } from 'node:crypto';
import { type ErrorBody, errorBody } from '../../shared/domain/errors.ts';
import { stack, superuser } from '../support/callers.ts';
import { png } from './pictures.ts';

export type Answer = { status: number; body: unknown; headers: Headers };

export const origin = 'https://app.example.com';
export const newToken = () => randomBytes(32).toString('base64url');

export class Visitor {
  readonly projectKey: string;
  readonly token = newToken();
  /** An address of his own, so that no test meets the rate limit of another. */
  readonly address = `10.${randomBytes(3).join('.')}`;
  /** Where the function is. */
  readonly url: string;

  constructor(projectKey: string, apiUrl = stack().apiUrl) {
    this.projectKey = projectKey;
    this.url = `${apiUrl}/functions/v1/widget`;
  }

  headers(): Record<string, string> {
    return {
      'x-hearback-project': this.projectKey,
      'x-hearback-visitor': this.token,
      'cf-connecting-ip': this.address,
      origin,
    };
  }

  /** @param headers replace those of a well-behaved browser; '' leaves one out */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const all = Object.entries({ ...this.headers(), ...headers }).filter(([, value]) => value !== '');
    const init: RequestInit = { method, headers: Object.fromEntries(all) };
    if (typeof body === 'string') init.body = body;
    else if (body instanceof Uint8Array) init.body = Uint8Array.from(body);
    else if (body !== undefined) init.body = JSON.stringify(body);
    const response = await fetch(this.url + path, init);
    const answered = await response.text();
    return { status: response.status, body: JSON.parse(answered || 'null'), headers: response.headers };
  }

  get = (path: string, headers?: Record<string, string>) => this.call('GET', path, undefined, headers);
  post = (path: string, body: unknown = {}, headers?: Record<string, string>) =>
    this.call('POST', path, body, headers);

  /** Reserve, put, finalise; answers the upload's id. */
  async upload(
    bytes = png(),
    contentType = 'image/png',
    idempotencyKey: string = randomUUID(),
  ): Promise<string> {
    const reserved = await this.post('/uploads', { idempotencyKey, contentType, bytes: bytes.byteLength });
    const { uploadId, url } = reserved.body as { uploadId: string; url: string };
    await put(url, bytes, contentType);
    const finalised = await this.post(`/uploads/${uploadId}/finalise`);
    if (finalised.status !== 200) throw new Error(`not finalised: ${JSON.stringify(finalised.body)}`);
    return uploadId;
  }

  /** Starts a conversation; answers its id. */
  async start(more: Record<string, unknown> = {}): Promise<string> {
    const answer = await this.post('/conversations', question(more));
    const { conversationId } = answer.body as { conversationId?: string };
    if (conversationId === undefined) throw new Error(`not started: ${JSON.stringify(answer.body)}`);
    return conversationId;
  }
}

export const put = (url: string, bytes: Uint8Array<ArrayBuffer>, contentType = 'image/png') =>
  fetch(url, { method: 'PUT', body: bytes, headers: { 'content-type': contentType } });

/** The body of a good question. */
export const question = (more: Record<string, unknown> = {}) => ({
  idempotencyKey: randomUUID(),
  kind: 'question',
  body: 'How do I export my bills?',
  locale: 'en',
  ...more,
});

/** The refusal in an answer; throws if it is none in the agreed form, or not one plain sentence. */
export function refusal(answer: Answer): ErrorBody['error'] & { status: number } {
  const { error } = errorBody.parse(answer.body);
  if (!/^[A-Z].*\.$/.test(error.message)) throw new Error(`no plain sentence: ${error.message}`);
  if (/postgres|sql|supabase|stack|deno|undefined/i.test(error.message)) {
    throw new Error(`tells what the server is made of: ${error.message}`);
  }
  return { ...error, status: answer.status };
}

/** Everything that is kept for a project, counted; for showing that a refused request left nothing. */
export async function stored(projectId: string): Promise<Record<string, number>> {
  const [row] = await superuser()<Record<string, number>[]>`
    select
      (select count(*)::int from public.visitors where project_id = ${projectId}) as visitors,
      (select count(*)::int from public.conversations where project_id = ${projectId}) as conversations,
      (select count(*)::int from public.messages where project_id = ${projectId}) as messages,
      (select count(*)::int from public.attachments where project_id = ${projectId} and state <> 'discarded') as attachments,
      (select count(*)::int from public.responses where project_id = ${projectId}) as responses,
      (select count(*)::int from public.suggestion_events where project_id = ${projectId}) as events,
      (select count(*)::int from public.captures where project_id = ${projectId}) as captures,
      (select count(*)::int from storage.objects where name like ${`${projectId}/%`}) as files`;
  if (row === undefined) throw new Error('no counts');
  return row;
}
