import type { ErrorCode } from '../domain/errors.ts';
import { retryDelay } from './backoff.ts';

/** What somebody wants sent. Entries of one `lane` go one after the other, in the order they were made. */
export type Entry = { kind: string; payload: unknown; lane?: string };

/**
 * Why something did not go through. `offline`, `timeout`: no answer came; `signed_out`: a member's session has
 * ended, so nothing was asked. The rest is what the server said.
 */
export type SendError = { code: ErrorCode | 'offline' | 'timeout' | 'signed_out'; field?: string };

/** What came of one try. `sent` only once the server has said that it keeps what was sent. */
export type Outcome<Receipt> =
  | { kind: 'sent'; receipt: Receipt }
  | { kind: 'retry'; error: SendError; retryAfterSeconds?: number }
  | { kind: 'refused'; error: SendError };

/** Results of the steps of a send that are done, so that the next try goes on from there. */
export type Steps<S> = { [Step in keyof S]?: S[Step] | undefined };

/** An entry on its way. `id` is its idempotency key. Times are ms since the epoch. */
export type Item<E extends Entry, S> = E & {
  id: string;
  createdAt: number;
  steps: Steps<S>;
  /** How many tries were begun. */
  attempts: number;
  /** `refused`: will not be tried again unless somebody asks. */
  state: 'waiting' | 'sending' | 'refused';
  /** Not before this will it be tried; while it is being sent, when that try counts as broken off. */
  nextAttemptAt: number;
  /** What was wrong the last time. */
  error?: SendError | undefined;
  /** Grows with every claim and change, so that a late outcome of an earlier one is not taken for this. */
  turn: number;
};

/** What stays of an item after the server took it, for a while. */
export type Receipted<E extends Entry, R> = {
  id: string;
  kind: E['kind'];
  createdAt: number;
  state: 'sent';
  sentAt: number;
  receipt: R;
};

export type OutboxRecord<E extends Entry, S, R> = Item<E, S> | Receipted<E, R>;

/** How long a try may be silent before others count it as broken off, in ms; the sender renews it. */
export const lease = 30_000;
const receiptsKeptFor = 24 * 3600_000;
const receiptsKept = 20;

/** `createdAt` gives the order and may be ahead of `now`; the item is due from `now` on. */
export function created<E extends Entry, S>(
  entry: E,
  { id, createdAt, now, turn }: { id: string; createdAt: number; now: number; turn: number },
): Item<E, S> {
  return {
    ...entry,
    id,
    createdAt,
    steps: {},
    attempts: 0,
    state: 'waiting',
    nextAttemptAt: now,
    turn,
  };
}

/**
 * Whether a try may begin. `alone` means that the caller holds the item's lock: an item that is still marked
 * as being sent was then left behind by a tab that is gone.
 */
export function isDue<E extends Entry, S, R>(
  record: OutboxRecord<E, S, R>,
  now: number,
  alone: boolean,
): record is Item<E, S> {
  return (
    (record.state === 'waiting' && record.nextAttemptAt <= now) ||
    (record.state === 'sending' && (alone || record.nextAttemptAt <= now))
  );
}

/** Of each lane the oldest that is neither sent nor refused, and all that have no lane. */
function heads<E extends Entry, S, R>(records: readonly OutboxRecord<E, S, R>[]): Item<E, S>[] {
  const lanes = new Set<string>();
  return records.filter((record): record is Item<E, S> => {
    if (record.state === 'sent' || record.state === 'refused') return false;
    if (record.lane === undefined) return true;
    const first = !lanes.has(record.lane);
    lanes.add(record.lane);
    return first;
  });
}

/** What may be tried now. `records` and answer are oldest first. */
export function due<E extends Entry, S, R>(
  records: readonly OutboxRecord<E, S, R>[],
  now: number,
  alone: boolean,
): Item<E, S>[] {
  return heads(records).filter((item) => isDue(item, now, alone));
}

export function claimed<E extends Entry, S>(item: Item<E, S>, now: number): Item<E, S> {
  return {
    ...item,
    state: 'sending',
    attempts: item.attempts + 1,
    nextAttemptAt: now + lease,
    turn: item.turn + 1,
  };
}

/** The item after a try came to its end. */
export function settled<E extends Entry, S, R>(
  item: Item<E, S>,
  outcome: Outcome<R>,
  now: number,
  random: () => number,
): OutboxRecord<E, S, R> {
  if (outcome.kind === 'sent') {
    const { id, kind, createdAt } = item;
    return { id, kind, createdAt, state: 'sent', sentAt: now, receipt: outcome.receipt };
  }
  return {
    ...item,
    error: outcome.error,
    ...(outcome.kind === 'refused'
      ? { state: 'refused' }
      : {
          state: 'waiting',
          nextAttemptAt: now + retryDelay(item.attempts, random, outcome.retryAfterSeconds),
        }),
  };
}

/** The item made due at once, as when its author asks for it; one that is being sent stays as it is. */
export function retried<E extends Entry, S>(item: Item<E, S>, now: number): Item<E, S> {
  return item.state === 'sending' ? item : { ...item, state: 'waiting', nextAttemptAt: now };
}

/** Ids of receipts that have been kept long enough. */
export function outdated<E extends Entry, S, R>(
  records: readonly OutboxRecord<E, S, R>[],
  now: number,
): string[] {
  return records
    .filter((record) => record.state === 'sent')
    .sort((a, b) => b.sentAt - a.sentAt)
    .filter((record, place) => place >= receiptsKept || record.sentAt < now - receiptsKeptFor)
    .map((record) => record.id);
}

/** When the queue has to be looked at again; Infinity if nothing waits. */
export function nextLook<E extends Entry, S, R>(records: readonly OutboxRecord<E, S, R>[]): number {
  return Math.min(...heads(records).map((item) => item.nextAttemptAt));
}
