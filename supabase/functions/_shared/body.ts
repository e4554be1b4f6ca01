import type { z } from 'zod';
import { limits } from '../../../shared/domain/limits.ts';
import { done, type Result, refuse } from './result.ts';

/**
 * All bytes of a stream, or null as soon as there are more than `max`. Counts what arrives: an announced length is
 * only somebody's word.
 * @param drain how many bytes more are read and dropped before the stream is cut off. A sender who is cut off while
 *   he is sending sees a broken connection and not the answer.
 */
export async function readUpTo(
  stream: ReadableStream<Uint8Array> | null,
  max: number,
  drain = 0,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (stream === null) return new Uint8Array(0);
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > max + drain) {
      await reader.cancel().catch(() => {});
      return null;
    }
    if (size <= max) parts.push(next.value);
  }
  if (size > max) return null;
  const whole = new Uint8Array(size);
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.byteLength;
  }
  return whole;
}

/** The first thing zod found wrong, as one sentence that names the field. */
function firstIssue(error: z.ZodError): Result<never> {
  const issue = error.issues[0];
  if (issue === undefined) return refuse('invalid_request', 'The body is not valid.');
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const field = [...issue.path.map(String), ...(unknown === undefined ? [] : [unknown])].join('.');
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  const about =
    unknown !== undefined
      ? 'this field is not known'
      : missing
        ? 'it is missing'
        : issue.message.replace(/^Invalid input: /, '');
  return field === ''
    ? refuse('invalid_request', `The body is not valid: ${about}.`)
    : refuse('invalid_request', `The field "${field.slice(0, 100)}" is not valid: ${about}.`, {
        field: field.slice(0, 100),
      });
}

/** `value` as `schema` describes it, or what is wrong with it. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): Result<T> {
  const parsed = schema.safeParse(value);
  return parsed.success ? done(parsed.data) : firstIssue(parsed.error);
}

/** Bytes of an oversized body that are read so that its sender gets the answer. */
const drained = 1024 * 1024;

/** Whether PostgreSQL can keep the text: it takes neither null characters nor halves of surrogate pairs. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const unstorable = () =>
  refuse('invalid_request', 'The request holds a null or broken character, which no text may hold.');

/** The parameters of an address, parsed by `schema`. */
export function readQuery<T>(query: Record<string, string>, schema: z.ZodType<T>): Result<T> {
  return Object.entries(query).flat().every(isStorable) ? parse(schema, query) : unstorable();
}

/** The JSON body of a request, parsed by `schema`; at most `limits.bodyBytes`. An empty body counts as `{}`. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<Result<T>> {
  const bytes = await readUpTo(request.body, limits.bodyBytes, drained).catch(() => undefined);
  if (bytes === undefined) return refuse('invalid_request', 'The body ended before it was complete.');
  if (bytes === null) {
    return refuse('too_large', `The body is larger than ${limits.bodyBytes / 1024} KB.`);
  }
  let value: unknown;
  let storable = true;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // A text that was cut to its length in the middle of an emoji ends in half of it: that half alone is replaced.
    value =
      text.trim() === ''
        ? {}
        : JSON.parse(text, (key, item) => {
            storable &&= isStorable(key) && !(typeof item === 'string' && item.includes('\0'));
            return typeof item === 'string' ? item.toWellFormed() : item;
          });
  } catch {
    return refuse('invalid_request', 'The body is not valid JSON.');
  }
  return storable ? parse(schema, value) : unstorable();
}
