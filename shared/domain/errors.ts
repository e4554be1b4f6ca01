import { z } from 'zod';

/**
 * Every way in which a Hearback function can refuse, and the HTTP status it answers with.
 * Clients show a sentence of their own language for each code; `message` is for developers.
 */
export const errorStatus = {
  invalid_request: 400,
  invalid_token: 401,
  foreign_origin: 403,
  invalid_signature: 403,
  forbidden: 403,
  unknown_project: 404,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  closed: 409,
  foreign_token: 409,
  too_large: 413,
  unsupported_image: 415,
  unsupported_file: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export const errorCodes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]];

/** What a function answers when it refuses. `retryAfter` is in seconds and also stands in the header. */
export const errorBody = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    /** Which field of the body was wrong, as a dotted path. */
    field: z.string().optional(),
    retryAfter: z.number().int().nonnegative().optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBody>;
