import type { ErrorBody, ErrorCode } from '../domain/errors.ts';
import type { Outcome } from './record.ts';

/** What a request came to: the body of the answer, or an outcome that a `send` hands on as it is. */
export type Exchange<Body> = { kind: 'ok'; body: Body } | Exclude<Outcome<never>, { kind: 'sent' }>;

/** Every code a function answers with; the schema itself would bring zod into the page. */
export const codes: readonly ErrorCode[] = [
  'invalid_request',
  'invalid_token',
  'foreign_origin',
  'invalid_signature',
  'forbidden',
  'unknown_project',
  'not_found',
  'method_not_allowed',
  'conflict',
  'closed',
  'foreign_token',
  'too_large',
  'unsupported_image',
  'unsupported_file',
  'rate_limited',
  'internal',
  'unavailable',
];

const codeOfStatus: Partial<Record<number, ErrorCode>> = {
  401: 'invalid_token',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  415: 'unsupported_image',
  429: 'rate_limited',
};

/**
 * Makes one request and says what it means for the queue. No answer, 408, 425, 429, 5xx and an answer that is
 * not what `read` expects (a hotel's log-in page, say) are tried again; other errors are refusals.
 *
 *     const reserved = await exchange<ReservedUpload>(() => fetch(url, { …, signal }));
 *     if (reserved.kind !== 'ok') return reserved;
 *
 * @param read takes the body from a good answer. JSON as the contract has it unless told otherwise; it should
 *   throw when what it finds is no acknowledgement.
 */
export async function exchange<Body>(
  request: () => Promise<Response>,
  read: (response: Response) => Promise<Body> = (response) => response.json(),
  now: () => number = Date.now,
): Promise<Exchange<Body>> {
  let response: Response;
  try {
    response = await request();
  } catch (error) {
    const brokenOff = error instanceof DOMException && /^(Timeout|Abort)Error$/.test(error.name);
    return { kind: 'retry', error: { code: brokenOff ? 'timeout' : 'offline' } };
  }
  if (response.ok) {
    try {
      return { kind: 'ok', body: await read(response) };
    } catch {
      return { kind: 'retry', error: { code: 'unavailable' } };
    }
  }
  const { status } = response;
  const told = await errorOf(response);
  const again = status >= 500 || status === 429 || status === 408 || status === 425;
  const error = {
    code: told?.code ?? codeOfStatus[status] ?? (again ? 'unavailable' : 'invalid_request'),
    ...(told?.field === undefined ? {} : { field: told.field }),
  };
  if (!again) return { kind: 'refused', error };
  const seconds = retryAfter(response.headers.get('retry-after'), now()) ?? told?.retryAfter;
  return { kind: 'retry', error, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) };
}

/** A signal for `fetch`: aborts after `ms`, or when `signal` does. */
export function within(ms: number, signal?: AbortSignal): AbortSignal {
  const timeout = AbortSignal.timeout(ms);
  return signal ? AbortSignal.any([timeout, signal]) : timeout;
}

/** Seconds that a Retry-After header asks for, in either form (RFC 9110, 10.2.3). */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** What a function says, or the status that Storage writes into an answer of 400. */
async function errorOf(response: Response): Promise<Partial<ErrorBody['error']> | undefined> {
  try {
    const { error, statusCode }: ErrorBody & { statusCode?: string } = await response.json();
    const code = codeOfStatus[Number(statusCode)];
    return codes.includes(error.code) ? error : code && { code };
  } catch {
    return undefined;
  }
}
