import { z } from 'zod';
import { limits } from './limits.ts';

/** Who the host product says its user is. The function parses with these; the widget imports the types only. */

/** What the host knows of its user beyond his name: plan, seats, admin or not. A number stays one. */
export const traits = z
  .record(
    z.string().min(1).max(limits.traitKeyLength),
    z.union([z.string().max(limits.traitTextLength), z.number(), z.boolean()]),
  )
  .refine((all) => Object.keys(all).length <= limits.traitKeys, {
    message: `at most ${limits.traitKeys} traits`,
  });
export type Traits = z.infer<typeof traits>;

/** `id` is the host's own, the same on every device. What is left out stays as it was; `traits` are replaced whole. */
export const identifiedUser = z
  .object({
    id: z.string().min(1).max(limits.userIdLength),
    name: z.string().trim().min(1).max(100).optional(),
    email: z.email().max(254).optional(),
    traits: traits.optional(),
  })
  .strict();
export type IdentifiedUser = z.infer<typeof identifiedUser>;

/**
 * Body of `POST /identify`. `signature` is made by the host's server: `t=<Unix seconds>,v1=<hex HMAC-SHA-256 with the
 * project's secret of "<t>.<user id>">`. It is good for an hour and for one browser; each log-in makes its own.
 */
export const identify = z
  .object({ user: identifiedUser, signature: z.string().max(200).optional() })
  .strict();
export type Identify = z.infer<typeof identify>;

/**
 * `verified`: this browser now speaks for that user on every device. `merged`: what was written here before came along,
 * so lists that are shown are to be read anew. Refusals of its own: `invalid_signature` (wrong, too old, or used by
 * another browser), `foreign_token` (this browser's token is another verified user's: make a new one and repeat).
 */
export const identified = z.object({ verified: z.boolean(), merged: z.boolean() });
export type Identified = z.infer<typeof identified>;
