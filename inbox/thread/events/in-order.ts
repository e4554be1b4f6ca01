import { parseTime } from '../../../shared/i18n/time.ts';
import type { Conversation, Message, SurveyAnswer } from '../queries.ts';

export type Entry = { at: number } & (
  | { kind: 'message'; message: Message }
  | { kind: 'response'; response: SurveyAnswer }
  | { kind: 'closed' }
);

/** Everything a thread shows, in the order in which it happened: messages, answers to surveys, that it was closed. */
export function inOrder(conversation: Conversation, messages: readonly Message[]): Entry[] {
  const entries: Entry[] = [
    ...messages.map((message) => ({ kind: 'message' as const, at: parseTime(message.created_at), message })),
    ...conversation.responses
      .filter(({ outcome }) => outcome === 'answered' || outcome === 'partial')
      .map((response) => ({ kind: 'response' as const, at: parseTime(response.created_at), response })),
  ];
  if (conversation.status === 'closed' && conversation.closed_at)
    entries.push({ kind: 'closed', at: parseTime(conversation.closed_at) });
  // Messages of one moment keep their order: sorting is stable.
  return entries.sort((one, other) => one.at - other.at);
}
