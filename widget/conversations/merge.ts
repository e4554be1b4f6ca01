import type { ConversationList, Thread } from '../../shared/domain/widget.ts';

/** How long a picture's address is used before the newer one takes its place, in ms. The server's ends after an hour. */
const addressLife = 45 * 60_000;

/** A thread whose pictures have been shown since `addressesFrom` (ms since the epoch). */
export interface ShownThread extends Thread {
  readonly addressesFrom: number;
}

/**
 * The thread as it is now, with the addresses its pictures were shown by: every look brings new ones, and a new
 * address would load the picture again. The same object where nothing else has changed.
 */
export function mergeThread(before: ShownThread | null, now: Thread, at: number): ShownThread {
  if (!before || at - before.addressesFrom > addressLife) return { ...now, addressesFrom: at };
  const known = new Map(
    before.messages.flatMap(({ attachments }) => attachments.map(({ id, url }) => [id, url] as const)),
  );
  const messages = now.messages.map((message) => ({
    ...message,
    attachments: message.attachments.map((each) => ({ ...each, url: known.get(each.id) ?? each.url })),
  }));
  const merged: ShownThread = {
    ...now,
    messages,
    addressesFrom: before.addressesFrom,
  };
  return JSON.stringify(merged) === JSON.stringify(before) ? before : merged;
}

export function mergeList(before: ConversationList | null, now: ConversationList): ConversationList {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

export const unreadOf = (list: ConversationList): number =>
  list.conversations.reduce((sum, { unread }) => sum + unread, 0);
