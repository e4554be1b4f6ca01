import type { Sender, Unsent } from './open.ts';

/** Sends a message without one of its pictures and files, under the key it has: it cannot arrive twice. */
export async function withoutFile(sender: Sender, entry: Unsent, key: string): Promise<void> {
  if (entry.kind === 'response') return;
  const { id, visitor } = entry;
  const attachments = entry.payload.attachments.filter((file) => file.key !== key);
  const from = visitor === undefined ? {} : { visitor };
  if (entry.kind === 'reply') {
    await sender.enqueue(
      { ...from, kind: 'reply', lane: entry.lane, payload: { ...entry.payload, attachments } },
      id,
    );
  } else {
    await sender.enqueue({ ...from, kind: 'conversation', payload: { ...entry.payload, attachments } }, id);
  }
}
