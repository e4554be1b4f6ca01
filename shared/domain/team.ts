import { z } from 'zod';

/** When a team answers, and what a visitor is told of it. */

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** From and to in the team's own time, "09:00" to "18:00"; the end may be "24:00". */
export const openSpan = z
  .tuple([z.string().regex(clock), z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)])
  .refine(([from, to]) => from < to, { message: 'a span ends after it begins' });
export type OpenSpan = z.infer<typeof openSpan>;

/** `projects.business_hours`. `timeZone` is an IANA name; `week` has seven days from Monday, each with its spans. */
export const businessHours = z
  .object({
    timeZone: z.string().regex(/^[A-Za-z0-9_+/-]{1,64}$/),
    week: z.array(z.array(openSpan).max(6)).length(7),
  })
  .strict();
export type BusinessHours = z.infer<typeof businessHours>;

/** Who answers, and when to expect it. */
export const team = z.object({
  people: z.array(z.object({ name: z.string() })).max(3),
  /** Outside business hours; never where a project has none. */
  away: z.boolean(),
  /** While they are away: when they are back, as far as that is known. */
  backAt: z.iso.datetime({ offset: true }).nullable(),
  /** Half of the first answers of the last 30 days came within so many minutes; null where there were none. */
  replyMinutes: z.int().min(1).nullable(),
});
export type Team = z.infer<typeof team>;
