import type { Json } from '../../shared/backend/database.types.ts';
import type { AttachmentInput } from '../../shared/domain/widget.ts';
import type { Db } from '../data/db.ts';
import { type Failure, runOne } from '../data/result.ts';
import { asMessage, type Message, type MessageRow, messageColumns } from '../thread/queries.ts';

export type NewMessage = {
  project: string;
  conversation: string;
  internal: boolean;
  body: string;
  key: string;
  uploads: readonly AttachmentInput[];
};
/** `earlier`: this key was taken already, by the same draft before it was changed. */
export type Sending =
  | { kind: 'sent'; message: Message }
  | { kind: 'earlier'; message: Message }
  | { kind: 'failed'; failure: Failure };

/** Writes a message with its pictures and files once, however often the same key is sent. */
export async function sendMessage(db: Db, message: NewMessage): Promise<Sending> {
  const { project, conversation, internal, body, key, uploads } = message;
  const written = await runOne(
    db.rpc('staff_reply', { conversation, body, internal, idempotency_key: key, uploads: asJson(uploads) }),
  );
  if (!written.ok) return { kind: 'failed', failure: written.failure };
  const stored = await runOne<MessageRow | null>(
    db
      .from('messages')
      .select(messageColumns)
      .eq('project_id', project)
      .eq('conversation_id', conversation)
      .eq('idempotency_key', key)
      .maybeSingle(),
  );
  if (!stored.ok) return { kind: 'failed', failure: stored.failure };
  const kept = asMessage(stored.value);
  const sentAlong = new Set([...kept.pictures, ...kept.files].map(({ id }) => id));
  const same =
    kept.body === body &&
    kept.internal === internal &&
    sentAlong.size === uploads.length &&
    uploads.every(({ uploadId }) => sentAlong.has(uploadId));
  return { kind: same ? 'sent' : 'earlier', message: kept };
}

/** What goes over the wire as it is. */
function asJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value));
  return json;
}
