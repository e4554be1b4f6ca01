// What the server keeps of a visitor, and what staff and faults do to it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoPassword, demoProjectId, demoUsers } from '../../../supabase/local/demo.ts';
import { anonymous, type Client, service, stack, superuser } from '../../support/callers.ts';

export type StoredConversation = {
  id: string;
  number: number;
  kind: string;
  status: string;
  locale: string;
  context: Record<string, unknown>;
  messages: { author: string; internal: boolean; body: string }[];
  attachments: {
    path: string;
    state: string;
    bytes: number;
    contentType: string;
    /** Of a picture null. */
    name: string | null;
    /** Of any other file null. */
    width: number | null;
    height: number | null;
    annotation: { shapes: Record<string, unknown>[] } | null;
    /** Where the same picture lies without its marks. */
    clean: string | null;
  }[];
};

/** Every conversation of the visitor with this token's hash, oldest first. */
export async function conversationsOf(hash: string): Promise<StoredConversation[]> {
  return superuser()<StoredConversation[]>`
    select c.id, c.number, c.kind, c.status, c.locale, c.context,
      (select coalesce(jsonb_agg(jsonb_build_object('author', m.author, 'internal', m.internal, 'body', m.body)
        order by m.created_at), '[]') from public.messages m where m.conversation_id = c.id) as messages,
      (select coalesce(jsonb_agg(jsonb_build_object('path', a.path, 'state', a.state, 'bytes', a.bytes,
        'contentType', a.content_type, 'name', a.name,
        'width', a.width, 'height', a.height, 'annotation', a.annotation,
        'clean', (select k.path from public.attachments k where k.clean_of = a.id))), '[]')
        from public.attachments a where a.visitor_id = v.visitor_id and a.clean_of is null) as attachments
    from public.conversations c join public.visitor_tokens v on v.visitor_id = c.visitor_id
    where v.token_hash = ${hash} order by c.number`;
}

export type StoredResponse = { outcome: string; score: number | null; comment: string | null };

/** What the visitor answered when he was asked, oldest first. */
export async function responsesOf(hash: string): Promise<StoredResponse[]> {
  return superuser()<StoredResponse[]>`
    select r.outcome, r.score, r.comment from public.responses r join public.visitor_tokens v on v.visitor_id = r.visitor_id
    where v.token_hash = ${hash} order by r.created_at`;
}

/** What became of the articles that were offered for questions about `query`: outcome and title. */
export async function suggestionsFor(query: string): Promise<{ outcome: string; title: string }[]> {
  return superuser()<{ outcome: string; title: string }[]>`
    select e.outcome, a.title from public.suggestion_events e join public.articles a on a.id = e.article_id
    where e.query = ${query} order by e.id`;
}

/** The bytes of a picture as they lie in Storage. */
export async function storedPicture(path: string): Promise<Buffer> {
  const { data, error } = await service().storage.from('attachments').download(path);
  if (error !== null) throw error;
  return Buffer.from(await data.arrayBuffer());
}

/** How many files lie in the folder of this one, which is its visitor's. */
export async function filesBeside(path: string): Promise<number> {
  const folder = `${path.slice(0, path.lastIndexOf('/'))}/`;
  const [row] = await superuser()<{ count: number }[]>`
    select count(*)::int as count from storage.objects
    where bucket_id = 'attachments' and starts_with(name, ${folder})`;
  return row?.count ?? 0;
}

/** The demo company's agent, signed in. */
export async function agent(): Promise<Client> {
  const client = anonymous();
  const { error } = await client.auth.signInWithPassword({
    email: demoUsers.agent.email,
    password: demoPassword,
  });
  if (error !== null) throw error;
  return client;
}

/** An answer of staff, as the inbox writes it. */
export async function answer(staff: Client, conversation: string, body: string): Promise<void> {
  const { error } = await staff
    .from('messages')
    .insert({ project_id: demoProjectId, conversation_id: conversation, body });
  if (error !== null) throw error;
}

/** Ends the functions as a crash would (SIGKILL). The stack starts them again by itself. */
export async function crashFunctions(): Promise<void> {
  const pids = (await readFile(join(stack().dataDir, 'functions.pid'), 'utf8')).trim().split('\n');
  for (const pid of pids) process.kill(Number(pid), 'SIGKILL');
}

/** Ends PostgreSQL as a crash would (SIGKILL). The stack starts it again by itself. */
export async function crashPostgres(): Promise<void> {
  const [pid] = (await readFile(join(stack().dataDir, 'db', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}
