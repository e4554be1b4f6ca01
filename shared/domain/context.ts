import { z } from 'zod';
import { limits } from './limits.ts';

/**
 * Where a visitor was when he wrote, and what went on there. Any field may be missing: the visitor sees all of it
 * before it goes, and may leave out each. The widget imports the types only, so that zod never reaches a page.
 */

/** To the microsecond: a fraction of a second may otherwise have as many digits as there is room. */
const at = z.iso.datetime().max(27);

/** Facts of the host product: plan, build, tenant. A number or yes and no stay what they are. */
export const customContext = z
  .record(
    z.string().min(1).max(limits.customKeyLength),
    z.union([z.string().max(limits.customTextLength), z.number(), z.boolean()]),
  )
  .refine((facts) => Object.keys(facts).length <= limits.customKeys, {
    message: `at most ${limits.customKeys} facts`,
  });
export type CustomContext = z.infer<typeof customContext>;

/** A message of `console.error`, an uncaught error or a rejected promise that nobody handled. */
export const loggedError = z.object({ at, text: z.string().max(limits.logTextLength) }).strict();
export type LoggedError = z.infer<typeof loggedError>;

/** A request that failed. `path` has no query; with the host before it where that is not the page's own. */
export const loggedRequest = z
  .object({
    at,
    method: z.string().max(20),
    path: z.string().max(limits.logPathLength),
    /** 0: there was no answer. */
    status: z.int().min(0).max(599),
    /** From the request to the answer, or to giving up. */
    ms: z.int().min(0),
  })
  .strict();
export type LoggedRequest = z.infer<typeof loggedRequest>;

/** What the visitor did, in words: the name of what he clicked, the path he came to, or a note of the host. */
export const loggedStep = z
  .object({ at, kind: z.enum(['click', 'route', 'note']), text: z.string().max(limits.logStepLength) })
  .strict();
export type LoggedStep = z.infer<typeof loggedStep>;

/** The last of each, oldest first. */
export const logs = z
  .object({
    errors: z.array(loggedError).max(limits.logErrors),
    requests: z.array(loggedRequest).max(limits.logRequests),
    steps: z.array(loggedStep).max(limits.logSteps),
  })
  .partial()
  .strict();
export type Logs = z.infer<typeof logs>;

/** Sizes are CSS pixels. */
export const context = z
  .object({
    pageUrl: z.url({ protocol: /^https?$/ }).max(2048),
    pageTitle: z.string().max(300),
    referrer: z.string().max(2048),
    userAgent: z.string().max(512),
    language: z.string().max(35),
    timeZone: z.string().max(64),
    viewportWidth: z.int().min(0).max(100_000),
    viewportHeight: z.int().min(0).max(100_000),
    devicePixelRatio: z.number().min(0.1).max(16),
    custom: customContext,
    logs,
  })
  .partial()
  .strict();
export type Context = z.infer<typeof context>;
