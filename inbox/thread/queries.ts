import type {
  ConversationKind,
  ConversationStatus,
  Locale,
  MessageAuthor,
} from '../../shared/domain/nouns.ts';
import type { Db } from '../data/db.ts';
import { after, type Cursor, type Page, toPage } from '../data/keyset.ts';
import { type Failure, fail, type Result, run, runOne, succeed } from '../data/result.ts';
import type { Picture } from '../pictures/thumbnail.tsx';

export type Attachment = Picture;
/** Pictures and clean images as the table holds them. */
type AttachmentRow = Omit<Picture, 'clean_path'> & { clean_of: string | null };
type MessageRow = Omit<Message, 'attachments'> & { attachments: AttachmentRow[] };
export type Message = {
  id: string;
  author: MessageAuthor;
  member_id: string | null;
  internal: boolean;
  body: string;
  created_at: string;
  attachments: Attachment[];
};
export type Conversation = {
  id: string;
  project_id: string;
  number: number;
  kind: ConversationKind;
  status: ConversationStatus;
  locale: string;
  context: unknown;
  created_at: string;
  visitors: { name: string | null; email: string | null; locale: string } | null;
};
/** `messages` oldest first; `earlier` is where older ones begin. */
export type ThreadData = { conversation: Conversation; messages: Message[]; earlier: Cursor | null };

const messageColumns =
  'id,author,member_id,internal,body,created_at,attachments!attachments_message_id_fkey(id,path,width,height,annotation,clean_of)';
const messagesAtOnce = 50;

/** Each picture with where it lies without its marks, in the order in which they were sent. */
export function withCleanPaths(rows: readonly AttachmentRow[]): Attachment[] {
  const clean = new Map(rows.map((row) => [row.clean_of, row.path]));
  return rows.flatMap(({ clean_of, ...picture }) =>
    clean_of === null ? [{ ...picture, clean_path: clean.get(picture.id) ?? null }] : [],
  );
}
const asMessage = (row: MessageRow): Message => ({ ...row, attachments: withCleanPaths(row.attachments) });

/** The conversation as it is now, in whichever of `projects` it lies, with its newest messages. */
export async function readThread(
  db: Db,
  projects: readonly string[],
  id: string,
): Promise<Result<ThreadData>> {
  const [conversation, messages] = await Promise.all([
    runOne<Conversation | null>(
      db
        .from('conversations')
        .select(
          'id,project_id,number,kind,status,locale,context,created_at,visitors!conversations_visitor_id_fkey(name,email,locale)',
        )
        .in('project_id', projects)
        .eq('id', id)
        .maybeSingle(),
    ),
    readMessages(db, projects, id, null),
  ]);
  if (!conversation.ok) return conversation;
  if (!messages.ok) return messages;
  const { rows, next } = messages.value;
  return succeed({ conversation: conversation.value, messages: rows, earlier: next });
}

/** The messages before `cursor`, oldest first. */
export async function readMessages(
  db: Db,
  projects: readonly string[],
  conversation: string,
  cursor: Cursor | null,
): Promise<Result<Page<Message>>> {
  let query = db
    .from('messages')
    .select(messageColumns)
    .in('project_id', projects)
    .eq('conversation_id', conversation);
  if (cursor) {
    const { bound, or } = after('created_at', cursor);
    query = query.lte('created_at', bound).or(or);
  }
  const result = await run<MessageRow[]>(
    query
      .order('created_at', { ascending: false })
      .order('id', { ascending: false })
      .limit(messagesAtOnce + 1),
  );
  if (!result.ok) return result;
  const page = toPage(result.value, messagesAtOnce, (message) => message.created_at);
  return succeed({ ...page, rows: page.rows.reverse().map(asMessage) });
}

export type NewMessage = {
  project: string;
  conversation: string;
  internal: boolean;
  body: string;
  key: string;
};
/** `earlier`: this key was taken already, by the same draft before it was changed. */
export type Sending =
  | { kind: 'sent'; message: Message }
  | { kind: 'earlier'; message: Message }
  | { kind: 'failed'; failure: Failure };

/** Writes a message once, however often the same key is sent. */
export async function sendMessage(db: Db, message: NewMessage): Promise<Sending> {
  const { project, conversation, internal, body, key } = message;
  const written = await runOne<MessageRow | null>(
    db
      .from('messages')
      .insert({ project_id: project, conversation_id: conversation, internal, body, idempotency_key: key })
      .select(messageColumns)
      .maybeSingle(),
  );
  if (written.ok) return { kind: 'sent', message: asMessage(written.value) };
  if (written.failure !== 'conflict') return { kind: 'failed', failure: written.failure };
  const first = await runOne<MessageRow | null>(
    db
      .from('messages')
      .select(messageColumns)
      .eq('project_id', project)
      .eq('conversation_id', conversation)
      .eq('idempotency_key', key)
      .maybeSingle(),
  );
  if (!first.ok) return { kind: 'failed', failure: first.failure };
  const same = first.value.body === body && first.value.internal === internal;
  return { kind: same ? 'sent' : 'earlier', message: asMessage(first.value) };
}

/** Changes the status; `forbidden` where the caller's role may not. */
export async function setStatus(
  db: Db,
  project: string,
  id: string,
  status: ConversationStatus,
): Promise<Result<ConversationStatus>> {
  const result = await run(
    db.from('conversations').update({ status }).eq('project_id', project).eq('id', id).select('status'),
  );
  if (!result.ok) return result;
  return result.value[0] ? succeed(status) : fail('forbidden');
}

/** Puts messages together, each once, oldest first. */
export function joinMessages(held: readonly Message[], more: readonly Message[]): Message[] {
  const all = new Map([...held, ...more].map((message) => [message.id, message]));
  return [...all.values()].sort((a, b) =>
    a.created_at === b.created_at ? (a.id < b.id ? -1 : 1) : a.created_at < b.created_at ? -1 : 1,
  );
}

export const asLocale = (text: string): Locale => (text === 'zh-CN' ? 'zh-CN' : 'en');
