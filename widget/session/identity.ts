import type { Identified } from '../../shared/domain/identity.ts';
import { call } from '../client/call.ts';
import type { Core } from '../loader/core.ts';
import type { User } from '../public.ts';
import { forgetVisitor } from './forget.ts';
import { keepKnown, nothingNew, readKnown } from './known.ts';

/** What became of naming a user. `failed`: the server did not say; the same again later is fine. */
export type Naming =
  | { kind: 'named'; verified: boolean; merged: boolean }
  | { kind: 'refused'; code: string }
  | { kind: 'failed' };

/**
 * Tells the server who the visitor is, once for what it does not know yet. Whoever was named in this browser before
 * and is another leaves nothing here: no token, no draft, no thread.
 *
 * @param becameOther is called before anything of the new one is told
 */
export async function nameUser(
  core: Core,
  user: User,
  signature: string | undefined,
  becameOther: () => void,
): Promise<Naming> {
  const { store } = core;
  const known = readKnown(store);
  if (known && known.user.id !== user.id) {
    forgetVisitor(core);
    becameOther();
  } else if (nothingNew(known, user, signature !== undefined))
    return { kind: 'named', verified: known?.verified === true, merged: false };

  let naming = await tell(core, user, signature);
  // The token is another signed user's, as the page forgot to call `reset`: nothing of his is for this one.
  if (naming.kind === 'refused' && naming.code === 'foreign_token') {
    forgetVisitor(core);
    becameOther();
    naming = await tell(core, user, signature);
  }
  if (naming.kind === 'refused' && naming.code === 'invalid_signature') {
    core.report('identify: the signature is refused, so the user is taken for an unverified one');
    naming = await tell(core, user, undefined);
  }
  if (naming.kind === 'refused') core.report(`identify: refused, ${naming.code}`);
  if (naming.kind === 'named') {
    keepKnown(store, { user, verified: naming.verified });
    // He may be of another audience now: what is due is asked anew.
    for (const key of ['surveys', 'surveyAfter', 'surveyFails']) store.set(key, null);
  }
  return naming;
}

async function tell(core: Core, user: User, signature: string | undefined): Promise<Naming> {
  try {
    const body = { user, ...(signature === undefined ? {} : { signature }) };
    const answer = await call(core, '/identify', { method: 'POST', body });
    if (answer.ok) {
      const { verified, merged }: Identified = await answer.json();
      return { kind: 'named', verified, merged };
    }
    if (answer.status >= 500 || answer.status === 429) return { kind: 'failed' };
    const refusal: { error?: { code?: string } } = await answer.json();
    return { kind: 'refused', code: refusal.error?.code ?? `${answer.status}` };
  } catch {
    return { kind: 'failed' };
  }
}

/** The server forgets the token, if it can be reached, and the browser whatever belongs to the visitor. */
export async function forgetUser(core: Core): Promise<void> {
  const told = core.store.get('visitor')
    ? call(core, '/reset', { method: 'POST', body: {}, keepalive: true })
    : null;
  forgetVisitor(core);
  await told?.catch(() => {});
}
