import type { Core } from '../../loader/core.ts';

/** The address that the page has told of this visitor; empty where it told none. */
export async function emailOf(core: Core): Promise<string> {
  const session = await core.session();
  await session.ready();
  return session.user()?.email ?? '';
}
