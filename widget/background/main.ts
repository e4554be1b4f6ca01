import { afterVisible } from '../loader/after-visible.ts';
import type { Core } from '../loader/core.ts';
import { unreadOnce } from '../polling/unread.ts';
import { openSender } from '../sending/open.ts';

/** Between two looks for answers while the panel is closed, in ms. */
const every = 60_000;

/** Sends what an earlier page left unsent, and looks for answers as long as the page can be seen. */
export function run(core: Core): void {
  if (core.store.get('waiting')) openSender(core).catch(core.report);
  const look = async () => {
    // An open panel looks by itself, and more often.
    if (core.store.get('wrote') && !core.isOpen()) await unreadOnce(core).catch(() => {});
    afterVisible(every, look, core.signal);
  };
  afterVisible(0, look, core.signal);
}
