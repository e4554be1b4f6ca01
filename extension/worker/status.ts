import { belongsTo } from '../filing/filing.ts';
import type { QueuedFiling, Status } from '../messages/protocol.ts';
import type { Connection } from '../settings/keys.ts';
import type { KnownMember } from './directory.ts';
import { type FilingRecord, isUnfiled } from './queue.ts';

/** Everything the pages show, from what the worker knows. */
export function statusOf(known: {
  connection: Connection | null;
  member: KnownMember | null;
  records: readonly FilingRecord[];
  durable: boolean;
}): Status {
  const { connection, member, records, durable } = known;
  const signIn = connection && member ? { apiUrl: connection.apiUrl, userId: member.member.userId } : null;
  return {
    connection: connection && { inboxUrl: connection.inboxUrl, name: connection.name },
    member: member?.member ?? null,
    offline: member?.offline ?? false,
    queue: records.filter(isUnfiled).map((record): QueuedFiling => {
      const { id, payload, state, error, nextAttemptAt } = record;
      const mine = belongsTo(payload, signIn);
      return {
        id,
        title: payload.title,
        board: payload.board.name,
        state,
        error: mine || state !== 'waiting' ? (error?.code ?? null) : 'signed_out',
        nextTryAt: mine && state === 'waiting' ? nextAttemptAt : null,
      };
    }),
    filed: records
      .filter((record) => record.state === 'sent')
      .map(({ id, sentAt, receipt }) => ({ id, filedAt: sentAt, ...receipt }))
      .sort((a, b) => b.filedAt - a.filedAt),
    durable,
  };
}
