import type { Unread } from '../../shared/domain/widget.ts';
import { call } from '../client/call.ts';
import type { Core } from '../loader/core.ts';

/** Asks how many answers are unread and shows it on the launcher; null where the server did not say. */
export async function unreadOnce(core: Core, signal?: AbortSignal): Promise<number | null> {
  const answer = await call(core, '/unread', signal ? { signal } : {});
  if (!answer.ok) return null;
  const { unread }: Unread = await answer.json();
  core.setUnread(unread);
  return unread;
}
