import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { limits } from '../../shared/domain/limits.ts';
import type { ReadConversation, Thread, Unread } from '../../shared/domain/widget.ts';
import { Button } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import status from '../../shared/ui/status.css?inline';
import { EmptyState, Skeleton } from '../../shared/ui/status.tsx';
import { usePanel } from '../app/panel.ts';
import { formKinds } from '../app/place.ts';
import { call } from '../client/call.ts';
import type { ChangeForm } from '../form/form-state.ts';
import { room } from '../frame/room.tsx';
import { addSheet } from '../frame/sheet.ts';
import type { Attachment } from '../picture/attachment.ts';
import { showUnread, tellAnswers } from '../polling/unread.ts';
import { useMinute } from '../polling/use-minute.ts';
import { usePolled } from '../polling/use-polled.ts';
import { openSender } from '../sending/open.ts';
import type { OutgoingAttachment } from '../sending/outgoing.ts';
import { useEntries } from '../sending/use-entries.ts';
import { Closed, canReopen } from './closed.tsx';
import css from './conversations.css?inline';
import { followUp } from './follow-up.ts';
import { mergeThread, type ShownThread } from './merge.ts';
import { Message } from './message/message.tsx';
import { UnsentMessage } from './message/unsent.tsx';
import { ReplyForm } from './reply-form.tsx';
import { Status } from './status.tsx';
import { Team } from './team/team.tsx';
import { Unreachable } from './unreachable.tsx';
import { useConversationWords } from './words.ts';

const ThreadSurvey = room(async () => (await import('../survey/inline.tsx')).ThreadSurvey);

const merge = (before: ShownThread | null, now: Thread): ShownThread => mergeThread(before, now, Date.now());

/** One conversation: what was said on both sides, and the way to answer. `change` fills the form for a new one. */
export function ThreadView({ id, change }: { id: string; change: ChangeForm }) {
  const { core, go } = usePanel();
  const { t } = useConversationWords();
  addSheet(core.shadow, status);
  addSheet(core.shadow, css);
  const now = useMinute();
  const entries = useEntries();
  const taken = entries.filter((entry) => entry.state === 'sent' && entry.kind === 'reply').length;
  const polled = usePolled<ShownThread>(`/conversations/${id}`, merge, taken);
  const thread = polled.state === 'there' ? polled.data : null;
  const unsent = entries.flatMap((entry) =>
    entry.kind === 'reply' && entry.state !== 'sent' && entry.payload.conversation === id ? [entry] : [],
  );
  const asked = useRef<Thread['survey']>(null);
  useArrivals(id, thread, unsent.length);

  if (polled.state === 'loading') return <Skeleton lines={5} label={t('loading')} />;
  if (polled.state === 'failed') return <Unreachable failed={polled} />;
  if (!thread || polled.state === 'missing') {
    return (
      <EmptyState
        icon={icons.message}
        title={t('goneTitle')}
        action={<Button onClick={() => go({ at: 'conversations' })}>{t('all')}</Button>}
      >
        {t('goneText')}
      </EmptyState>
    );
  }
  const { conversation, messages, team } = thread;
  // Once it is answered the server names none: the thanks stay all the same.
  asked.current = conversation.status === 'closed' ? (asked.current ?? thread.survey) : null;
  const name = t('number', { kind: t(conversation.kind), number: `${conversation.number}` });
  const startAnew = (text: string, attachments: readonly Attachment[] = []) => {
    const reference = t('follows', { kind: t(conversation.kind), number: `${conversation.number}` });
    change((form) => ({
      ...form,
      text: followUp(form.text, reference, text),
      attachments: [...form.attachments, ...attachments].slice(0, limits.attachments),
    }));
    go({ at: 'form', kind: formKinds.find((kind) => kind === conversation.kind) ?? 'question' });
  };
  return (
    <div class="thread">
      <div class="line">
        <h3>{name}</h3>
        <Status status={conversation.status} />
      </div>
      <Team team={team} />
      <ol class="messages">
        {messages.map((message) => (
          <Message key={message.id} message={message} now={now} />
        ))}
        {unsent.map((entry) => (
          <UnsentMessage
            key={entry.id}
            entry={entry}
            sendAnew={async ({ id: item, payload }) => {
              // Before the reply is thrown away, all of it lies in the form.
              const pictures = await restored(payload.attachments);
              startAnew(payload.body, pictures);
              await (await openSender(core)).discard(item);
            }}
          />
        ))}
      </ol>
      {asked.current && <ThreadSurvey key={id} survey={asked.current} conversation={id} />}
      {polled.stale && <p class="quiet">{t('stale')}</p>}
      <Closed conversation={conversation} now={now} startAnew={() => startAnew('')} />
      {canReopen(conversation, now) && <ReplyForm conversation={id} />}
    </div>
  );
}

/** What went with a reply, as the form knows it. */
const restored = async (sent: readonly OutgoingAttachment[]): Promise<readonly Attachment[]> =>
  sent.length > 0 ? (await import('../picture/room.tsx')).restore(sent) : [];

/** How near to its end a thread counts as read to the end, in CSS pixels. */
const near = 120;

/** What comes in is scrolled to where the end was in sight, said aloud, told to the page, and marked as read. */
function useArrivals(id: string, thread: ShownThread | null, unsent: number) {
  const { core, announce } = usePanel();
  const { t } = useConversationWords();
  const count = useRef(0);
  const height = useRef(0);

  const shown = (thread?.messages.length ?? 0) + unsent;
  useLayoutEffect(() => {
    const body = core.shadow.querySelector('.body');
    if (!body || shown === 0) return;
    const first = height.current === 0;
    if (first || height.current - body.scrollTop - body.clientHeight < near) {
      body.scrollTo(0, body.scrollHeight);
    }
    height.current = body.scrollHeight;
  }, [core, shown]);

  useEffect(() => {
    if (!thread) return;
    const { messages, conversation } = thread;
    const last = messages.at(-1);
    // Also one that came while he wrote, and stands before what he sent.
    const fresh = count.current > 0 ? messages.slice(count.current) : [];
    const answer = fresh.findLast(({ author }) => author === 'member');
    if (answer) announce(t('newAnswer', { name: answer.authorName ?? t('team') }));
    count.current = messages.length;
    if (conversation.unread === 0) return;
    tellAnswers(core, { conversations: [conversation] });
    const read = async () => {
      const body: ReadConversation = last ? { lastMessageId: last.id } : {};
      const answer = await call(core, `/conversations/${id}/read`, { method: 'POST', body });
      if (!answer.ok) return;
      const { unread }: Unread = await answer.json();
      showUnread(core, unread);
    };
    // Not told now, it is told with the next look.
    read().catch(() => {});
  }, [core, id, thread]);
}
