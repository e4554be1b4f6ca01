/** Every way in which a request of the inbox can fail; each has its sentence in the catalogue. */
export type Failure =
  | 'offline'
  | 'busy'
  | 'signed_out'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'unexpected';

export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

export const succeed = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const fail = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });

export type Answer<Data> =
  | { data: Data; error: null }
  | { data: null; error: { code?: string; message: string } };

/** What a PostgREST answer means. `status` 0 is a request that never came back. */
export function failureOf(status: number, code = ''): Failure {
  if (status === 0) return 'offline';
  if (status === 401 || code === 'PGRST301' || code === 'PGRST303') return 'signed_out';
  if (status === 429 || status === 502 || status === 503 || status === 504) return 'busy';
  if (status === 403 || code === '42501') return 'forbidden';
  if (code === '23505') return 'conflict';
  if (code === '23503' || status === 404 || status === 406) return 'not_found';
  if (status === 400 || code.startsWith('22') || code === '23514') return 'invalid';
  return 'unexpected';
}

/** Waits for a query and tells success from failure; never rejects. */
export async function run<Data>(
  query: PromiseLike<Answer<Data> & { status: number }>,
): Promise<Result<Data>> {
  try {
    const answer = await query;
    return answer.error ? fail(failureOf(answer.status, answer.error.code)) : succeed(answer.data);
  } catch {
    return fail('offline');
  }
}

/** Like `run`, for a change that answers the rows it changed: the first one, or `none` where it changed nothing. */
export async function runChange<Row>(
  query: PromiseLike<Answer<Row[]> & { status: number }>,
  none: Failure,
): Promise<Result<Row>> {
  const result = await run(query);
  if (!result.ok) return result;
  const [first] = result.value;
  return first === undefined ? fail(none) : succeed(first);
}

/** Like `run`, for one row that must be there (`maybeSingle`). */
export async function runOne<Data>(
  query: PromiseLike<{ data: Data; error: { code?: string; message: string } | null; status: number }>,
): Promise<Result<NonNullable<Data>>> {
  try {
    const { data, error, status } = await query;
    if (error) return fail(failureOf(status, error.code));
    return data === null || data === undefined ? fail('not_found') : succeed(data);
  } catch {
    return fail('offline');
  }
}

/** The failure behind an error of `backend.send` and of Storage. */
export function failureOfExchange(error: { code: string }): { ok: false; failure: Failure } {
  return fail(exchangeFailures[error.code] ?? 'unexpected');
}
const exchangeFailures: Readonly<Partial<Record<string, Failure>>> = {
  offline: 'offline',
  timeout: 'offline',
  signed_out: 'signed_out',
  invalid_token: 'signed_out',
  forbidden: 'forbidden',
  not_found: 'not_found',
  rate_limited: 'busy',
  unavailable: 'busy',
  invalid_request: 'invalid',
};
