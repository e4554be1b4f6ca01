// What visitors send to a project before staff open the inbox: through the function, as the widget does.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/commands.ts';
import { type Picture, readPictures } from '../../../supabase/local/seed/pictures.ts';
import { put, Visitor } from '../../functions/visitor.ts';
import { superuser } from '../../support/callers.ts';

export type Started = { visitor: Visitor; id: string; number: number };

/** The page that a visitor wrote from. */
export const writtenFrom = {
  pageUrl: 'https://app.example.com/reports/march?tab=totals',
  pageTitle: 'March',
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  language: 'en-GB',
  timeZone: 'Europe/London',
  viewportWidth: 1280,
  viewportHeight: 720,
  devicePixelRatio: 2,
};

/** A picture of the demo company as it is stored: WebP of a real page. */
export async function realPicture(): Promise<Uint8Array<ArrayBuffer>> {
  const folder = join(root, 'supabase/local/seed/pictures/attachments');
  return new Uint8Array(await readFile(join(folder, 'tooltip-hides-june.webp')));
}

/** A picture of the demo company with a box, a text and a part blacked out, and the same without its marks. */
export async function markedPicture(): Promise<Picture & { clean: NonNullable<Picture['clean']> }> {
  const picture = (await readPictures()).get('attachments/amount-wraps');
  if (!picture?.clean) throw new Error('the demo company has no such picture');
  return { ...picture, clean: picture.clean };
}

/** A conversation of a visitor nobody knows yet. */
export async function startConversation(
  projectKey: string,
  body: string,
  more: Record<string, unknown> = {},
): Promise<Started> {
  const visitor = new Visitor(projectKey);
  const id = await visitor.start({ body, context: writtenFrom, ...more });
  const [row] = await superuser()<{ number: number }[]>`
    select number from public.conversations where id = ${id}`;
  if (row === undefined) throw new Error('the conversation is not stored');
  return { visitor, id, number: row.number };
}

/** What the visitor sees of his conversation. */
export async function threadOf({ visitor, id }: Started): Promise<{ author: string; body: string }[]> {
  const { body, status } = await visitor.get(`/conversations/${id}`);
  if (status !== 200) throw new Error(`the thread could not be read: ${JSON.stringify(body)}`);
  const { messages } = body as { messages: { author: string; body: string }[] };
  return messages;
}

/** Everything stored in a conversation, oldest first. */
export const storedMessages = (conversation: string) =>
  superuser()<{ id: string; author: string; body: string; internal: boolean }[]>`
    select id, author, body, internal from public.messages
    where conversation_id = ${conversation} order by created_at, id`;

/** Brings a file to the server for a message of this visitor; answers the upload's id. */
export async function sendFile(
  visitor: Visitor,
  file: { name: string; contentType: string; content: string },
): Promise<string> {
  const bytes = new TextEncoder().encode(file.content);
  const { name, contentType } = file;
  const reserved = await visitor.post('/uploads', {
    ...{ idempotencyKey: crypto.randomUUID(), contentType, bytes: bytes.byteLength, name },
  });
  const { uploadId, url } = reserved.body as { uploadId: string; url: string };
  await put(url, bytes, contentType);
  const finalised = await visitor.post(`/uploads/${uploadId}/finalise`);
  if (finalised.status !== 200) throw new Error(`not finalised: ${JSON.stringify(finalised.body)}`);
  return uploadId;
}
