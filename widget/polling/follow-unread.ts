import type { Core } from '../loader/core.ts';
import { poll } from './poll.ts';
import { unreadOnce } from './unread.ts';

/** Keeps the number of unread answers current while somebody looks at the panel. */
export function followUnread(core: Core, signal: AbortSignal, show: (unread: number) => void): void {
  let before = core.unread();
  poll(async () => {
    const unread = await unreadOnce(core, signal);
    if (unread === null) return 'failed';
    show(unread);
    const found = unread > before ? 'new' : 'same';
    before = unread;
    return found;
  }, signal);
}
