import type { Entry, OutboxRecord } from './record.ts';

/** A key of the catalogue shared/i18n/outbox and the count that goes into it. */
export type Wording = {
  key: 'waiting' | 'waitingMinutes' | 'waitingNow' | 'sending' | 'sent' | 'refused';
  count?: number;
};

/** How to say where a record stands at `now`, ms since the epoch. Seconds up to 90, then whole minutes. */
export function wordingOf<E extends Entry, S, R>(record: OutboxRecord<E, S, R>, now: number): Wording {
  if (record.state !== 'waiting') return { key: record.state };
  const seconds = Math.ceil((record.nextAttemptAt - now) / 1000);
  if (seconds <= 0) return { key: 'waitingNow' };
  return seconds <= 90
    ? { key: 'waiting', count: seconds }
    : { key: 'waitingMinutes', count: Math.round(seconds / 60) };
}
