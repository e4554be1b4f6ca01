import { type Item, type Outcome, openOutbox } from '../../shared/outbox/outbox.ts';
import type { Caller } from '../client/call.ts';
import { visitorToken } from '../client/token.ts';
import type { Core } from '../loader/core.ts';
import type { Sender } from './open.ts';
import type { OutgoingEntry, Receipt, UploadSteps } from './outgoing.ts';
import { sendEntry } from './send-entry.ts';
import { trackUploads } from './uploads.ts';

/** How long a log-in that is under way may hold up what is written meanwhile, in ms. */
const patience = 3000;

/** The queue through which everything a visitor writes goes to the server. */
export function createSender(core: Core): Sender {
  const uploads = trackUploads();
  const outbox = openOutbox<OutgoingEntry, UploadSteps, Receipt>({
    name: core.options.project,
    send: (item, trying) => sendEntry({ caller: inNameOf(core, item.visitor), uploads }, item, trying),
    settled: (item, outcome) => tellPage(core, item, outcome),
  });
  outbox.subscribe((entries) => {
    const unsent = entries.filter((entry) => entry.state !== 'sent');
    const underWay = unsent.filter(({ state }) => state !== 'refused');
    // The loader of the next page looks at the first two: whether to send on, and whether an answer can come.
    core.store.set('waiting', underWay.length > 0 ? '1' : null);
    core.store.set('unsent', unsent.length > 0 ? '1' : null);
    askToStay(underWay.some(({ id }) => !outbox.outlives(id)));
    if (!entries.some(({ state, kind }) => state === 'sent' && kind !== 'response')) return;
    core.store.set('wrote', '1');
    core.background();
  });
  const end = () => {
    outbox.close();
    askToStay(false);
  };
  core.signal.addEventListener('abort', end);
  // It may have gone while this was fetched.
  if (core.signal.aborted) end();
  const { enqueue } = outbox;
  return Object.assign(outbox, {
    uploads,
    enqueue: async (entry: OutgoingEntry, id?: string) => {
      await loggedIn(core);
      return enqueue({ visitor: visitorToken(core.store), ...entry }, id);
    },
  });
}

/** Whose message it is must be known before it is kept; a server that cannot be reached does not hold it up for long. */
async function loggedIn(core: Core): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  const ready = core.session().then(
    (session) => session.ready(),
    () => {},
  );
  await Promise.race([ready, late]);
  clearTimeout(timer);
}

/** The same caller known by another token, and by that alone. */
function inNameOf({ options, store, signal }: Core, visitor: string | undefined): Caller {
  if (!visitor) return { options, store, signal };
  return {
    options,
    signal,
    store: { get: (key) => (key === 'visitor' ? visitor : store.get(key)), set() {} },
  };
}

/** Once for a message that the server took; for one that it did not take, once for each reason. */
function tellPage(core: Core, item: Item<OutgoingEntry, UploadSteps>, outcome: Outcome<Receipt>): void {
  if (outcome.kind !== 'sent') {
    const { code } = outcome.error;
    // Nobody signs in here.
    if (code === 'signed_out' || (outcome.kind === 'retry' && item.error?.code === code)) return;
    core.emit('failed', { type: item.kind, code, willRetry: outcome.kind === 'retry' });
    return;
  }
  const { receipt } = outcome;
  if (receipt.kind === 'conversation' && item.kind === 'conversation') {
    const { conversation: id, number } = receipt;
    core.emit('sent', { type: 'conversation', kind: item.payload.request.kind, id, number });
  } else if (receipt.kind === 'reply') {
    const { message: id, conversation } = receipt;
    core.emit('sent', { type: 'reply', id, conversation });
  }
}

const question = (event: Event) => event.preventDefault();

/**
 * Whether the browser asks before the page is left. Only as long as something would be lost by it: a page with such a
 * question may not be restored as fast.
 */
function askToStay(lost: boolean): void {
  if (lost) addEventListener('beforeunload', question);
  else removeEventListener('beforeunload', question);
}
