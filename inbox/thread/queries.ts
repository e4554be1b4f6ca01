import type { ConversationKind, ConversationStatus, MessageAuthor } from '../../shared/domain/nouns.ts';
import type { Db } from '../data/db.ts';
import { type Cursor, type Page, readNewest } from '../data/keyset.ts';
import { type Result, runChange, runOne, succeed } from '../data/result.ts';
import type { Picture } from '../pictures/thumbnail.tsx';

/** What was sent with a message and is no picture: it is saved, never shown. */
export type SentFile = { id: string; path: string; name: string; contentType: string; bytes: number };
/** Pictures, clean images and files as the table holds them. */
type AttachmentRow = Omit<Picture, 'clean_path'> & {
  clean_of: string | null;
  name: string | null;
  content_type: string;
  bytes: number;
};
export type MessageRow = Omit<Message, 'pictures' | 'files'> & { attachments: AttachmentRow[] };
export type Message = {
  id: string;
  author: MessageAuthor;
  member_id: string | null;
  internal: boolean;
  body: string;
  created_at: string;
  pictures: Picture[];
  files: SentFile[];
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
  closed_at: string | null;
  visitors: Visitor | null;
  /** What the visitor was asked about this conversation and answered. */
  responses: SurveyAnswer[];
};
export type Visitor = {
  name: string | null;
  email: string | null;
  locale: string;
  /** The host's id of its user; null: not verified. */
  user_id: string | null;
  traits: unknown;
  /** One a browser that speaks for the visitor. */
  visitor_tokens: { created_at: string }[];
};
export type SurveyAnswer = {
  id: string;
  kind: string;
  outcome: string;
  answers: unknown;
  created_at: string;
  surveys: { name: string; questions: unknown } | null;
};
/** `messages` oldest first; `earlier` is where older ones begin. */
export type ThreadData = { conversation: Conversation; messages: Message[]; earlier: Cursor | null };

export const messageColumns =
  'id,author,member_id,internal,body,created_at,attachments!attachments_message_id_fkey(id,path,width,height,annotation,clean_of,name,content_type,bytes)';
const conversationColumns =
  'id,project_id,number,kind,status,locale,context,created_at,closed_at,visitors!conversations_visitor_id_fkey(name,email,locale,user_id,traits,visitor_tokens(created_at)),responses!responses_conversation_id_fkey(id,kind,outcome,answers,created_at,surveys!responses_survey_id_fkey(name,questions))';
const messagesAtOnce = 50;

/**
 * What was sent with a message: pictures, each with where it lies without its marks, and files, both in the order in
 * which they were sent.
 */
export function sorted(rows: readonly AttachmentRow[]): { pictures: Picture[]; files: SentFile[] } {
  const clean = new Map(rows.map((row) => [row.clean_of, row.path]));
  const own = rows.filter((row) => row.clean_of === null);
  const isPicture = (row: AttachmentRow) => row.content_type.startsWith('image/');
  return {
    pictures: own.filter(isPicture).map(({ id, path, width, height, annotation }) => ({
      ...{ id, path, width, height, annotation },
      clean_path: clean.get(id) ?? null,
    })),
    files: own
      .filter((row) => !isPicture(row))
      .map(({ id, path, name, content_type, bytes }) => ({
        ...{ id, path, bytes },
        name: name ?? '',
        contentType: content_type,
      })),
  };
}
export const asMessage = ({ attachments, ...row }: MessageRow): Message => ({
  ...row,
  ...sorted(attachments),
});

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
        .select(conversationColumns)
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
  const query = db
    .from('messages')
    .select(messageColumns)
    .in('project_id', projects)
    .eq('conversation_id', conversation);
  const page = await readNewest(query, 'created_at', cursor, messagesAtOnce);
  if (!page.ok) return page;
  const { rows, next } = page.value;
  return succeed({ rows: rows.reverse().map(asMessage), next });
}

/** Changes the status; `forbidden` where the caller's role may not. */
export function setStatus(
  db: Db,
  project: string,
  id: string,
  status: ConversationStatus,
): Promise<Result<unknown>> {
  return runChange(
    db.from('conversations').update({ status }).eq('project_id', project).eq('id', id).select('status'),
    'forbidden',
  );
}

/** Puts messages together, each once, oldest first. */
export function joinMessages(held: readonly Message[], more: readonly Message[]): Message[] {
  const all = new Map([...held, ...more].map((message) => [message.id, message]));
  return [...all.values()].sort((a, b) =>
    a.created_at === b.created_at ? (a.id < b.id ? -1 : 1) : a.created_at < b.created_at ? -1 : 1,
  );
}
