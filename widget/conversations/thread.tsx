import { useEffect, useRef } from 'preact/hooks';
import type { ReadConversation, Thread, Unread } from '../../shared/domain/widget.ts';
import { Button } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import status from '../../shared/ui/status.css?inline';
import { EmptyState, Skeleton } from '../../shared/ui/status.tsx';
import { usePanel } from '../app/panel.ts';
import { call } from '../client/call.ts';
import { addSheet } from '../frame/sheet.ts';
import { usePolled } from '../polling/use-polled.ts';
import { useEntries } from '../sending/use-entries.ts';
import css from './conversations.css?inline';
import { mergeThread, type ShownThread } from './merge.ts';
import { Message, UnsentReply } from './message.tsx';
import { ReplyForm } from './reply-form.tsx';
import { Status } from './status.tsx';
import { useConversationWords } from './words.ts';

const merge = (before: ShownThread | null, now: Thread): ShownThread => mergeThread(before, now, Date.now());

/** One conversation: what was said on both sides, and the way to answer. */
export function ThreadView({ id }: { id: string }) {
  const { core, go } = usePanel();
  const { t } = useConversationWords();
  addSheet(core.shadow, status);
  addSheet(core.shadow, css);
  const entries = useEntries();
  const taken = entries.filter((entry) => entry.state === 'sent' && entry.kind === 'reply').length;
  const polled = usePolled<ShownThread>(`/conversations/${id}`, merge, taken);
  const thread = polled.state === 'there' ? polled.data : null;
  useArrivals(id, thread);
  const unsent = entries.flatMap((entry) =>
    entry.kind === 'reply' && entry.state !== 'sent' && entry.payload.conversation === id ? [entry] : [],
  );

  if (polled.state === 'loading') return <Skeleton lines={5} label={t('loading')} />;
  if (!thread) {
    const gone = polled.state === 'missing';
    return (
      <EmptyState
        icon={gone ? icons.message : icons.offline}
        title={t(gone ? 'goneTitle' : 'failedTitle')}
        action={<Button onClick={() => go({ at: 'conversations' })}>{t('all')}</Button>}
      >
        {t(gone ? 'goneText' : 'failedText')}
      </EmptyState>
    );
  }
  const { conversation, messages } = thread;
  return (
    <div class="thread">
      <div class="line">
        <h3>{t('number', { kind: t(conversation.kind), number: `${conversation.number}` })}</h3>
        <Status status={conversation.status} />
      </div>
      <ol class="messages">
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
        {unsent.map((entry) => (
          <UnsentReply key={entry.id} entry={entry} />
        ))}
      </ol>
      {conversation.status === 'closed' && <p class="quiet">{t('closed')}</p>}
      <ReplyForm conversation={id} />
    </div>
  );
}

/** What comes in is scrolled to, said aloud, and marked as read on the server. */
function useArrivals(id: string, thread: ShownThread | null) {
  const { core, announce } = usePanel();
  const { t } = useConversationWords();
  const count = useRef(0);
  useEffect(() => {
    if (!thread) return;
    const { messages, conversation } = thread;
    const last = messages.at(-1);
    if (messages.length > count.current) {
      const body = core.shadow.querySelector('.body');
      body?.scrollTo(0, body.scrollHeight);
      if (count.current > 0 && last && last.author === 'member') {
        announce(t('newAnswer', { name: last.authorName ?? t('team') }));
      }
    }
    count.current = messages.length;
    if (conversation.unread === 0) return;
    const read = async () => {
      const body: ReadConversation = last ? { lastMessageId: last.id } : {};
      const answer = await call(core, `/conversations/${id}/read`, { method: 'POST', body });
      if (!answer.ok) return;
      const { unread }: Unread = await answer.json();
      core.setUnread(unread);
    };
    // Not told now, it is told with the next look.
    read().catch(() => {});
  }, [core, id, thread]);
}
