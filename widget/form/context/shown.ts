import type { Core } from '../../loader/core.ts';
import type { Context } from '../../public.ts';
import { leftOut } from './choices.ts';
import { collectContext } from './collect.ts';
import { without } from './parts.ts';

const shown = new WeakMap<Core, Context>();

/** What there is to tell at this moment. Without what the page told where that cannot be fetched. */
export async function contextNow(core: Core): Promise<Context> {
  const session = await core.session().catch(() => null);
  await session?.ready();
  return collectContext(window, core.language(), {
    custom: session?.context() ?? {},
    logs: session?.logs() ?? null,
  });
}

/** Holds on to what the visitor reads: that goes, and not what has happened since. Null lets go of it. */
export function holdShown(core: Core, context: Context | null): void {
  if (context) shown.set(core, context);
  else shown.delete(core);
}

/** What goes with a message: what was shown, if it was looked at, without what is left out. */
export async function contextToSend(core: Core): Promise<Context> {
  return without(shown.get(core) ?? (await contextNow(core)), leftOut(core));
}
