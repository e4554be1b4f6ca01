import type { Store } from '../loader/store.ts';
import type { User } from '../public.ts';
import { userTold } from './told.ts';

/** What the server has been told of this browser's visitor, kept over pages. */
export interface Known {
  readonly user: User;
  /** By a signature of the host's server. */
  readonly verified: boolean;
}

export function readKnown(store: Store): Known | null {
  try {
    const kept: unknown = JSON.parse(store.get('user') ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('user' in kept) || !('verified' in kept)) return null;
    const user = userTold(kept.user);
    return user && { user, verified: kept.verified === true };
  } catch {
    return null;
  }
}

export const keepKnown = (store: Store, known: Known): void => store.set('user', JSON.stringify(known));

/** Whether the server knows all of this already, so that it need not be told again. */
export function nothingNew(known: Known | null, user: User, signed: boolean): boolean {
  if (!known || JSON.stringify(known.user) !== JSON.stringify(user)) return false;
  return known.verified || !signed;
}
