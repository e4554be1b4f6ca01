import type { ConversationList, Unread } from '../../shared/domain/widget.ts';
import { parseTime } from '../../shared/i18n/time.ts';
import { call } from '../client/call.ts';
import type { Core } from '../loader/core.ts';
import type { Found } from './poll.ts';

/** Shows how many answers are unread, here and in other tabs of this browser (see `unreadElsewhere`). */
export function showUnread(core: Core, unread: number): void {
  core.setUnread(unread);
  core.store.set('unread', `${unread} ${Date.now()}`);
}

/** What a tab of this browser was told last, and when (ms since the epoch); null where none has asked yet. */
export function unreadElsewhere(core: Core): { unread: number; at: number } | null {
  const [unread, at] = (core.store.get('unread') ?? '').split(' ').map(Number);
  return Number.isInteger(unread) && at ? { unread: unread ?? 0, at } : null;
}

/** Asks how many answers are unread, shows it, and tells the page of answers that are new. */
export async function lookForAnswers(core: Core, signal: AbortSignal): Promise<Found> {
  const answer = await call(core, '/unread', { signal });
  if (!answer.ok) return answer.status === 401 ? 'same' : 'failed';
  const { unread }: Unread = await answer.json();
  const before = core.unread();
  showUnread(core, unread);
  if (unread <= before) return 'same';
  const list = await call(core, '/conversations', { signal });
  if (list.ok) tellAnswers(core, await list.json());
  return 'new';
}

/** Tells the page of every conversation that staff answered since it was told last: once in this browser. */
export function tellAnswers(core: Core, { conversations }: Pick<ConversationList, 'conversations'>): void {
  const told = Number(core.store.get('answered'));
  const answered = conversations
    .filter(({ unread }) => unread > 0)
    .map(({ id, lastMessageAt }) => ({ id, at: parseTime(lastMessageAt) }))
    .filter(({ at }) => at > told)
    .sort((one, other) => one.at - other.at);
  const last = answered.at(-1);
  if (!last) return;
  core.store.set('answered', `${last.at}`);
  for (const { id } of answered) core.emit('answered', { conversation: id });
}
