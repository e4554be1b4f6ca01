import './thread.css';
import './events/events.css';
import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Skeleton } from '../../shared/ui/status.tsx';
import { useHome } from '../app/use-home.ts';
import { useWorkplace } from '../app/workplace.ts';
import { Composer } from '../composer/composer.tsx';
import { conversations } from '../conversations/texts.ts';
import { succeed } from '../data/result.ts';
import { useLoad } from '../data/use-load.ts';
import type { Picture } from '../pictures/thumbnail.tsx';
import { PictureViewer } from '../pictures/viewer.tsx';
import { BackLink } from '../routing/back-link.tsx';
import type { ConversationFilter } from '../routing/route.ts';
import { useText } from '../settings/text.ts';
import { FailureState } from '../view/failure.tsx';
import { useNow } from '../view/use-now.ts';
import { ClosedLine } from './events/closed-line.tsx';
import { inOrder } from './events/in-order.ts';
import { ReadBefore } from './events/read-before-list.tsx';
import { ResponseLine } from './events/response-line.tsx';
import { FactsPanel } from './facts/facts-panel.tsx';
import { MessageView } from './message.tsx';
import { MessageList } from './message-list.tsx';
import { joinMessages, type Message, readMessages, readThread, type ThreadData } from './queries.ts';
import { ThreadHead } from './thread-head.tsx';

/** One conversation: what was said, where it came from, and what to do. */
export function Thread({ id, filter }: { id: string; filter: ConversationFilter }) {
  const { backend, projects, feed, may, names, me } = useWorkplace();
  const t = useText(conversations);
  const now = useNow();
  const all = projects.map((one) => one.id);
  const shown = useRef<ThreadData | null>(null);
  const { load, retry, refresh, change } = useLoad(async () => {
    const read = await readThread(backend.db, all, id);
    const held = shown.current;
    if (!read.ok || !held) return read;
    // Earlier messages that were loaded stay.
    return succeed({
      ...read.value,
      messages: joinMessages(held.messages, read.value.messages),
      earlier: held.earlier,
    });
  }, [id]);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [asking, setAsking] = useState(false);
  const thread = load.state === 'ready' ? load.value : null;
  shown.current = thread;

  useEffect(
    () =>
      feed.onChange((news) => {
        if (news === 'reload' || news.ids.includes(id)) void refresh();
      }),
    [feed, id],
  );
  useHome(thread?.conversation.project_id);

  const back = (
    <BackLink
      class="thread-back"
      to={{ name: 'conversations', id: null, filter }}
      label={t('back_to_list')}
    />
  );
  if (load.state === 'failed')
    return (
      <div class="thread-pane">
        <header class="thread-head">{back}</header>
        <FailureState failure={load.failure} onRetry={retry} />
      </div>
    );
  if (!thread)
    return (
      <div class="thread-pane">
        <header class="thread-head">{back}</header>
        <div class="messages">
          <Skeleton lines={6} label={t('loading_thread')} />
        </div>
      </div>
    );

  const { conversation, messages, earlier } = thread;
  const visitor = conversation.visitors?.name ?? conversation.visitors?.email ?? t('anonymous');
  const whoIs = (message: Message) => {
    if (message.author === 'visitor') return visitor;
    if (message.author === 'system') return t('author_system');
    return (message.member_id && names.get(message.member_id)) ?? t('former_member');
  };
  const showEarlier = async () => {
    setAsking(true);
    const page = await readMessages(backend.db, all, id, earlier);
    setAsking(false);
    if (page.ok)
      change((held) => ({
        ...held,
        messages: joinMessages(page.value.rows, held.messages),
        earlier: page.value.next,
      }));
  };

  return (
    <section class="thread-pane" aria-labelledby="thread-title">
      <ThreadHead
        back={back}
        conversation={conversation}
        onStatus={(status) => change((held) => ({ ...held, conversation: { ...held.conversation, status } }))}
      />
      <FactsPanel conversation={conversation} />
      <MessageList messages={messages}>
        {earlier && (
          <Button variant="ghost" busy={asking} onClick={() => void showEarlier()}>
            {t('show_earlier')}
          </Button>
        )}
        {inOrder(conversation, messages).map((entry) => {
          if (entry.kind === 'closed') return <ClosedLine key="closed" at={entry.at} now={now} />;
          if (entry.kind === 'response')
            return <ResponseLine key={entry.response.id} response={entry.response} now={now} />;
          const { message } = entry;
          return (
            <Fragment key={message.id}>
              <MessageView
                message={message}
                who={whoIs(message)}
                now={now}
                mayWrite={may.answer}
                onOpen={setPicture}
              />
              {message === messages[0] && !earlier && (
                <ReadBefore project={conversation.project_id} conversation={id} />
              )}
            </Fragment>
          );
        })}
      </MessageList>
      {may.answer ? (
        <Composer
          conversation={id}
          project={conversation.project_id}
          onSent={(message) => {
            change((held) => ({ ...held, messages: joinMessages(held.messages, [message]) }));
            feed.poke();
          }}
        />
      ) : (
        <p class="read-only">{t(me.role === 'pm' ? 'read_only_pm' : 'read_only_viewer')}</p>
      )}
      {picture && (
        <PictureViewer
          bucket="attachments"
          pictures={messages.flatMap((message) => message.pictures)}
          start={picture.id}
          onClose={() => setPicture(null)}
        />
      )}
    </section>
  );
}
