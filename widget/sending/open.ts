import type { Outbox, OutboxRecord } from '../../shared/outbox/outbox.ts';
import type { Core } from '../loader/core.ts';
import type { OutgoingEntry, Receipt, UploadSteps } from './outgoing.ts';
import type { Uploads } from './uploads.ts';

export interface Sender extends Outbox<OutgoingEntry, UploadSteps, Receipt> {
  /** How far its uploads are. */
  readonly uploads: Uploads;
}
export type Sent = OutboxRecord<OutgoingEntry, UploadSteps, Receipt>;
/** An entry that the server has not taken yet. */
export type Unsent = Exclude<Sent, { state: 'sent' }>;

const open = new WeakMap<Core, Promise<Sender>>();

/** The one sender of this page, fetched at the first call. */
export function openSender(core: Core): Promise<Sender> {
  const running = open.get(core);
  if (running) return running;
  const opening = import('./sender.ts').then((room) => room.createSender(core));
  open.set(core, opening);
  opening.catch(() => open.delete(core));
  return opening;
}
