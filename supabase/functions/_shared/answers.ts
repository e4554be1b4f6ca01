import { errorStatus } from '../../../shared/domain/errors.ts';
import { internal, type Refusal, type Result } from './result.ts';

// No cookies are used, so every origin may read an answer; who may use a project is decided by its allowed origins.
const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
};

const preflight = {
  ...cors,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'authorization, apikey, content-type, x-client-info, x-hearback-project, x-hearback-visitor',
  'access-control-max-age': '86400',
};

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });

/** The refusal as a response, with `Retry-After` where a time is known. */
export function refused(refusal: Refusal, headers: Record<string, string> = {}): Response {
  const retry: Record<string, string> =
    refusal.retryAfter === undefined ? {} : { 'retry-after': String(refusal.retryAfter) };
  return json(errorStatus[refusal.code], { error: refusal }, { ...retry, ...headers });
}

export const answer = (result: Result<unknown>): Response =>
  result.ok ? json(200, result.value) : refused(result.refusal);

/**
 * The outer shell of a function: answers OPTIONS, adds CORS to every answer, and turns whatever is thrown into a
 * plain 500 while the reason goes to the log.
 */
export function withCors(
  handle: (request: Request) => Response | Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflight });
    let response: Response;
    try {
      response = await handle(request);
    } catch (error) {
      console.error(error);
      response = answer(internal());
    }
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
    return response;
  };
}
