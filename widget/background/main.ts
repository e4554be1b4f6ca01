import type { Core } from '../loader/core.ts';
import { poll, waiting } from '../polling/poll.ts';
import { lookForAnswers, unreadElsewhere } from '../polling/unread.ts';
import { openSender } from '../sending/open.ts';

/** Sends what an earlier page left unsent, and looks for answers as long as the page can be seen. */
export function run(core: Core): void {
  if (core.store.get('waiting')) openSender(core).catch(core.report);
  let looked = 0;
  const look = async () => {
    // An open panel looks by itself, and more often.
    if (core.isOpen() || !core.store.get('wrote')) return 'same';
    const told = unreadElsewhere(core);
    if (looked && told && told.at > looked) {
      // Another tab asked meanwhile: one of them is enough.
      looked = told.at;
      core.setUnread(told.unread);
      return 'same';
    }
    const found = await lookForAnswers(core, core.signal);
    looked = Date.now();
    return found;
  };
  const lookNow = poll(look, core.signal, waiting);
  // Who is known by a signature may have been answered on another device.
  document.addEventListener('hearback:identified', lookNow, { signal: core.signal });

  // What is read or arrives in another tab counts here, too.
  addEventListener(
    'storage',
    ({ key }) => {
      if (key !== `hearback:${core.options.project}:unread`) return;
      const told = unreadElsewhere(core);
      if (told) core.setUnread(told.unread);
    },
    { signal: core.signal },
  );
}
