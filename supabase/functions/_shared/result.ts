import type { ErrorCode } from '../../../shared/domain/errors.ts';

/** Why a request is refused: becomes the body `{ error: … }` and the status that goes with `code`. */
export type Refusal = {
  code: ErrorCode;
  /** One plain sentence for developers; never tells what the server is made of. */
  message: string;
  /** Dotted path of the field that was wrong. */
  field?: string;
  /** Seconds until it is worth trying again. */
  retryAfter?: number;
};

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (
  code: ErrorCode,
  message: string,
  more: { field?: string; retryAfter?: number } = {},
): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { code, message, ...more } });

/** The database, Auth or Storage did not answer: nothing is lost, the client tries again. */
export const unavailable = (): { ok: false; refusal: Refusal } =>
  refuse('unavailable', 'The service is not available right now. Try again in a moment.', { retryAfter: 2 });

/** A fault of our own; what it was goes to the log and not to the caller. */
export const internal = (): { ok: false; refusal: Refusal } =>
  refuse('internal', 'The server could not handle this request.');
