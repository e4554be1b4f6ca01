import { z } from 'zod';
import { locale } from '../../shared/domain/nouns.ts';
import { installation } from '../../shared/domain/staff.ts';

// An extension may not make code from text. zod would try, and the browser would note it down as an offence.
z.config({ jitless: true });

/**
 * What the extension remembers in `storage.local`, apart from the sign-in (see worker/session.ts): key → schema.
 * What is stored and no longer fits, perhaps written by an older version, reads as absent.
 */
export const kept = {
  /** The team's inbox that this browser files to, and what its `/.well-known/hearback.json` said. */
  connection: installation.extend({ inboxUrl: z.url({ protocol: /^https?$/ }) }),
  preferences: z.object({
    /** Absent: the browser's language. */
    locale: locale.optional(),
    /** Absent: the browser's. */
    theme: z.enum(['light', 'dark']).optional(),
    /** Whether all form fields, or all text, are covered in pictures of pages. Absent: they are not. */
    coverFields: z.boolean().optional(),
    coverText: z.boolean().optional(),
  }),
  /** What was chosen last time, proposed the next: the project, and a board for each project. */
  habits: z.object({ projectId: z.string().optional(), boards: z.record(z.string(), z.string()) }),
  /** Who is signed in, as the server last said it: for the time it cannot be asked. */
  member: z.object({
    userId: z.string(),
    email: z.string(),
    name: z.string(),
    projects: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Origins of the project's own pages. */
        origins: z.array(z.string()),
        /** Whether the member's role lets him put captures there. */
        mayFile: z.boolean(),
      }),
    ),
  }),
  /** Boards and competitors by project, as last loaded, for the same reason. */
  catalogues: z.record(
    z.string(),
    z.object({
      boards: z.array(z.object({ id: z.string(), name: z.string() })),
      competitors: z.array(z.object({ id: z.string(), name: z.string(), domain: z.string() })),
    }),
  ),
} as const;

export type Kept = { [Key in keyof typeof kept]: z.infer<(typeof kept)[Key]> };
export type KeptKey = keyof Kept;
export type Connection = Kept['connection'];
export type Preferences = Kept['preferences'];
export type Habits = Kept['habits'];
export type Member = Kept['member'];
export type Project = Member['projects'][number];
export type Catalogue = Kept['catalogues'][string];

const schemas: { [Key in KeptKey]: z.ZodType<Kept[Key]> } = kept;

/** `value` as what is kept under `key`; null if it is absent or of another shape. */
export function parseKept<Key extends KeptKey>(key: Key, value: unknown): Kept[Key] | null {
  const parsed = schemas[key].safeParse(value);
  return parsed.success ? parsed.data : null;
}
