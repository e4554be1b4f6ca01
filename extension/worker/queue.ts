import { type Outbox, type OutboxRecord, openOutbox } from '../../shared/outbox/outbox.ts';
import type { Steps } from '../../shared/outbox/record.ts';
import { newDraft } from '../drafts/draft.ts';
import { addDraft, forgetSaved, listSaved } from '../drafts/store.ts';
import { carryOut, type FilingReceipt, type FilingServer } from '../filing/carry-out.ts';
import type { Filing, Progress } from '../filing/filing.ts';
import { tell } from '../messages/changes.ts';

type FilingEntry = { kind: 'capture'; payload: Filing };
export type FilingRecord = OutboxRecord<FilingEntry, Progress, FilingReceipt>;
export type FilingQueue = Outbox<FilingEntry, Progress, FilingReceipt>;

/**
 * The queue of captures that are to be filed. Only the worker opens it, so every one is filed by one sender.
 * @param serverFor the server to file at, or null while its member is not signed in
 */
export function openQueue(
  serverFor: (filing: Filing, signal: AbortSignal) => Promise<FilingServer | null>,
): FilingQueue {
  return openOutbox<FilingEntry, Progress, FilingReceipt>({
    name: 'captures',
    send: async (item, { progress, signal }) => {
      const server = await serverFor(item.payload, signal);
      if (!server) return { kind: 'retry', error: { code: 'signed_out' } };
      return carryOut(item.payload, item.steps, server, (steps: Steps<Progress>) => progress(steps));
    },
  });
}

/** Whether a record still has to be filed. */
export function isUnfiled(record: FilingRecord): record is Exclude<FilingRecord, { state: 'sent' }> {
  return record.state !== 'sent';
}

let takingOver: Promise<void> | null = null;

/**
 * Puts into the queue what the editor saved. A capture that the queue knows, on its way or filed, is not put there
 * again: the worker may have been ended between the two writes, and an editor may ask twice.
 */
export function takeOver(queue: FilingQueue): Promise<void> {
  takingOver ??= takeOverNow(queue).finally(() => {
    takingOver = null;
  });
  return takingOver;
}

async function takeOverNow(queue: FilingQueue): Promise<void> {
  const saved = await listSaved().catch(() => []);
  if (!saved.length) return;
  const known = new Set((await queue.list()).map(({ id }) => id));
  for (const filing of saved) {
    const { durable } = known.has(filing.captureId)
      ? queue
      : await queue.enqueue({ kind: 'capture', payload: filing }, filing.captureId);
    // A queue that lives in memory alone gets it again the next time the worker is started.
    if (durable) await forgetSaved(filing.captureId);
  }
}

/**
 * Makes a draft of a capture that was refused, so that another board or title can be chosen, and takes it out of
 * the queue. Redactions are part of its picture by now; what else was drawn can still be changed, unless it was
 * too much to go along by itself.
 * @returns the draft's id; null if there is no such capture
 */
export async function revise(queue: FilingQueue, id: string, newId: () => string): Promise<string | null> {
  const record = (await queue.list()).find((each) => each.id === id);
  if (!record || !isUnfiled(record)) return null;
  const { payload } = record;
  const draft = newDraft({
    id: newId(),
    now: Date.parse(payload.capturedAt),
    page: { url: payload.sourceUrl, title: payload.pageTitle },
    picture: (payload.clean ?? payload.picture).blob,
    scale: 1,
    uncovered: null,
  });
  const { title, note, projectId, competitor, board } = payload;
  const annotation = payload.clean ? (payload.annotation ?? null) : null;
  await addDraft({ ...draft, annotation, form: { title, note, projectId, competitor, board } });
  await queue.discard(id);
  tell('drafts');
  return draft.id;
}
