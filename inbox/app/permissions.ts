import type { MemberRole } from '../../shared/domain/nouns.ts';

/** `answer`: write to visitors and articles. `file`: boards and surveys. `run`: the settings of the project. */
export type Permissions = { answer: boolean; file: boolean; run: boolean };

/**
 * What a role may do, to show or leave out controls. The policies in supabase/migrations decide; this only
 * saves the reader from pressing what would be refused.
 */
export function permissions(role: MemberRole): Permissions {
  const runs = role === 'owner' || role === 'admin';
  return { answer: runs || role === 'agent', file: runs || role === 'pm', run: runs };
}
