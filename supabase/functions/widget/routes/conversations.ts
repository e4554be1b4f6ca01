import { Hono } from 'hono';
import { z } from 'zod';
import {
  conversationList,
  readConversation,
  reply,
  type StartConversation,
  sentReply,
  startConversation,
  startedConversation,
  type Thread,
  thread,
  threadAttachment,
  threadMessage,
  unread,
} from '../../../../shared/domain/widget.ts';
import { redactContext } from '../../../../shared/redact/context.ts';
import type { Result } from '../../_shared/result.ts';
import { rpc } from '../../_shared/rpc.ts';
import { signReads } from '../../_shared/storage.ts';
import { nothing, type Visit, visitorRoute } from '../visitor.ts';

/** The thread as SQL knows it: an attachment has a path, its link is signed here. */
const storedThread = thread.extend({
  messages: z.array(
    threadMessage.extend({
      attachments: z.array(threadAttachment.omit({ url: true }).extend({ path: z.string() })),
    }),
  ),
});

async function readThread({ platform, request, caller, id }: Visit<unknown>): Promise<Result<Thread>> {
  const found = await rpc(platform, 'widget_thread', { caller, conversation: id }, storedThread);
  if (!found.ok) return found;
  const attached = found.value.messages.flatMap(({ attachments }) => attachments);
  const reads = attached.map(({ path, name, contentType }) =>
    // Pictures are shown; what else there is, is saved.
    contentType.startsWith('image/') ? { path } : { path, download: name ?? 'file' },
  );
  const links = await signReads(platform, request, 'attachments', reads);
  if (!links.ok) return links;
  const messages = found.value.messages.map((message) => ({
    ...message,
    attachments: message.attachments.flatMap(({ path, ...attachment }) => {
      const url = links.value.get(path);
      return url === undefined ? [] : [{ ...attachment, url }];
    }),
  }));
  return { ok: true, value: { ...found.value, messages } };
}

/** The widget has taken secrets out of the context already; who writes without the widget has not. */
const clean = (input: StartConversation): StartConversation =>
  input.context === undefined ? input : { ...input, context: redactContext(input.context) };

/** What a visitor asks and what he is answered. */
export const conversations = new Hono()
  .post(
    '/',
    visitorRoute(startConversation, ({ platform, caller, input }) =>
      rpc(platform, 'widget_start_conversation', { caller, input: clean(input) }, startedConversation),
    ),
  )
  .get(
    '/',
    visitorRoute(nothing, ({ platform, caller }) =>
      rpc(platform, 'widget_conversations', { caller }, conversationList),
    ),
  )
  .get('/:id', visitorRoute(nothing, readThread))
  .post(
    '/:id/messages',
    visitorRoute(reply, ({ platform, caller, input, id }) =>
      rpc(platform, 'widget_reply', { caller, conversation: id, input }, sentReply),
    ),
  )
  .post(
    '/:id/read',
    visitorRoute(readConversation, ({ platform, caller, input, id }) =>
      rpc(
        platform,
        'widget_read',
        { caller, conversation: id, last_message: input.lastMessageId ?? null },
        unread,
      ),
    ),
  );

/** How many answers the visitor has not seen. */
export const unreadCount = new Hono().get(
  '/',
  visitorRoute(nothing, ({ platform, caller }) => rpc(platform, 'widget_unread', { caller }, unread)),
);
