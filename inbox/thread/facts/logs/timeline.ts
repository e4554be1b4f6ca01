import type { Logs } from '../facts.ts';

/** One line of what went on in the page, with how long before the message it was, in ms. */
export type Entry = { at: number; before: number } & (
  | { kind: 'error' | 'click' | 'route' | 'note'; text: string }
  | { kind: 'request'; method: string; path: string; status: number; ms: number }
);
export type EntryKind = Entry['kind'];

/**
 * Everything of the logs in the order in which it happened.
 * @param sentAt when the message came in, in ms since the epoch. The visitor's clock may be another: where it is
 *   ahead, the last entry counts as the moment of sending.
 */
export function timeline(logs: Logs, sentAt: number): Entry[] {
  const entries = [
    ...logs.errors.map(({ at, text }) => ({ at: Date.parse(at), kind: 'error' as const, text })),
    ...logs.requests.map(({ at, ...rest }) => ({ at: Date.parse(at), kind: 'request' as const, ...rest })),
    ...logs.steps.map(({ at, kind, text }) => ({ at: Date.parse(at), kind, text })),
  ].sort((one, other) => one.at - other.at);
  const end = Math.max(sentAt, entries.at(-1)?.at ?? 0);
  return entries.map((entry) => ({ ...entry, before: end - entry.at }));
}

/** A span of time before something: "−0:07", "−1:02:10". */
export function countdown(before: number): string {
  const seconds = Math.round(before / 1000);
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const head = hours > 0 ? `${hours}:${pad(minutes)}` : `${minutes}`;
  return `−${head}:${pad(seconds % 60)}`;
}

/** What an entry says, without its time. `noAnswer` stands for the status of a request that got none. */
export function wordsOf(entry: Entry, noAnswer: string): string {
  if (entry.kind !== 'request') return entry.text;
  const { method, path, status, ms } = entry;
  return `${method} ${path} → ${status === 0 ? noAnswer : status} (${ms} ms)`;
}

/** The whole as plain text, one line an entry. `name` says what kind of entry it is. */
export function asText(
  entries: readonly Entry[],
  name: (kind: EntryKind) => string,
  noAnswer: string,
): string {
  return entries
    .map((entry) => `${new Date(entry.at).toISOString()}  ${name(entry.kind)}: ${wordsOf(entry, noAnswer)}`)
    .join('\n');
}
