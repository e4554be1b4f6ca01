import { z } from 'zod';
import { errorCodes } from '../../../shared/domain/errors.ts';
import { type Platform, patience, serviceHeaders } from './platform.ts';
import { done, internal, type Result, unavailable } from './result.ts';

/** How the SQL functions refuse: returned and not raised, so that the rate limit they took stays taken. */
const sqlRefusal = z.object({
  error: z.enum(errorCodes),
  message: z.string(),
  retryAfter: z.int().optional(),
});

// The SQLSTATE classes that say "not now": connection, rollback (deadlock), resources, operator, system.
const passing = /^(08|25|40|53|55|57|58|PGRST0)/;

/**
 * Calls one SQL function through the REST API with the service key.
 * @param schema what the function answers when it does not refuse
 */
export async function rpc<T>(
  platform: Platform,
  name: string,
  args: Record<string, unknown>,
  schema: z.ZodType<T>,
): Promise<Result<T>> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(`${platform.url}/rest/v1/rpc/${name}`, {
      method: 'POST',
      headers: { ...serviceHeaders(platform), 'content-type': 'application/json' },
      body: JSON.stringify(args),
      signal: AbortSignal.timeout(patience),
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    console.error(`${name}: ${error}`);
    return unavailable();
  }
  let value: unknown = null;
  try {
    value = text === '' ? null : JSON.parse(text);
  } catch {
    console.error(`${name}: ${status} with a body that is no JSON`);
    return status >= 500 ? unavailable() : internal();
  }
  if (status >= 400) {
    console.error(`${name}: ${status} ${text.slice(0, 500)}`);
    const code = typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : '';
    return [502, 503, 504].includes(status) || passing.test(code) ? unavailable() : internal();
  }
  const refusal = sqlRefusal.safeParse(value);
  if (refusal.success) {
    const { error: code, message, retryAfter } = refusal.data;
    return { ok: false, refusal: { code, message, ...(retryAfter === undefined ? {} : { retryAfter }) } };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return done(parsed.data);
  console.error(`${name} answered what it should not: ${parsed.error.message}`);
  return internal();
}
