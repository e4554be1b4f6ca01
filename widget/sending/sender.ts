import { openOutbox } from '../../shared/outbox/outbox.ts';
import type { Core } from '../loader/core.ts';
import type { Sender } from './open.ts';
import type { OutgoingEntry, Receipt, UploadSteps } from './outgoing.ts';
import { sendEntry } from './send-entry.ts';

/** The queue through which everything a visitor writes goes to the server. */
export function createSender(core: Core): Sender {
  const outbox = openOutbox<OutgoingEntry, UploadSteps, Receipt>({
    name: core.options.project,
    send: (item, trying) => sendEntry(core, item, trying),
  });
  outbox.subscribe((entries) => {
    // The loader of the next page looks at these two: whether to send on, and whether an answer can come.
    core.store.set(
      'waiting',
      entries.some(({ state }) => state === 'waiting' || state === 'sending') ? '1' : null,
    );
    if (!entries.some(({ state, kind }) => state === 'sent' && kind !== 'response')) return;
    core.store.set('wrote', '1');
    core.background();
  });
  core.signal.addEventListener('abort', outbox.close);
  return outbox;
}
