import { useEffect } from 'preact/hooks';
import type { ConversationSummary, ConversationList as List } from '../../shared/domain/widget.ts';
import { dateTime, parseTime, relativeTime } from '../../shared/i18n/time.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import * as icons from '../../shared/ui/icons.ts';
import status from '../../shared/ui/status.css?inline';
import { Count, EmptyState, Skeleton } from '../../shared/ui/status.tsx';
import { usePanel } from '../app/panel.ts';
import { addSheet } from '../frame/sheet.ts';
import { showUnread, tellAnswers } from '../polling/unread.ts';
import { useMinute } from '../polling/use-minute.ts';
import { usePolled } from '../polling/use-polled.ts';
import css from './conversations.css?inline';
import { mergeList, unreadOf } from './merge.ts';
import { Status } from './status.tsx';
import { Team } from './team/team.tsx';
import { Unreachable } from './unreachable.tsx';
import { useConversationWords } from './words.ts';

const kindIcons = {
  bug: icons.bug,
  idea: icons.idea,
  question: icons.question,
  praise: icons.praise,
  score: icons.chart,
};

/** All conversations of this visitor, the one with the latest message first. */
export function ConversationList() {
  const { core, go } = usePanel();
  const { t } = useConversationWords();
  addSheet(core.shadow, status);
  addSheet(core.shadow, css);
  const polled = usePolled<List>('/conversations', mergeList);
  const list = polled.state === 'there' ? polled.data : null;
  const now = useMinute();

  useEffect(() => {
    if (!list) return;
    showUnread(core, unreadOf(list));
    tellAnswers(core, list);
  }, [core, list]);

  if (polled.state === 'loading') return <Skeleton lines={4} label={t('loading')} />;
  if (polled.state === 'failed') return <Unreachable failed={polled} />;
  if (!list || list.conversations.length === 0) {
    return (
      <EmptyState
        icon={icons.message}
        title={t('emptyTitle')}
        action={
          <Button variant="primary" onClick={() => go({ at: 'home' })}>
            {t('start')}
          </Button>
        }
      >
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <div class="conversations">
      <Team team={list.team} />
      {polled.state === 'there' && polled.stale && <p class="quiet">{t('stale')}</p>}
      <ul>
        {list.conversations.map((conversation) => (
          <Row key={conversation.id} conversation={conversation} now={now} />
        ))}
      </ul>
    </div>
  );
}

function Row({ conversation, now }: { conversation: ConversationSummary; now: number }) {
  const { go } = usePanel();
  const { t, language } = useConversationWords();
  const { id, kind, number, preview, status, unread, lastMessageAt } = conversation;
  const at = parseTime(lastMessageAt);
  return (
    <li>
      <button
        type="button"
        class={unread > 0 ? 'row new' : 'row'}
        onClick={() => go({ at: 'thread', conversation: id })}
      >
        <Icon path={kindIcons[kind]} />
        <span class="grow">
          <span class="line">
            <b>{t('number', { kind: t(kind), number: `${number}` })}</b>
            <time class="quiet" dateTime={lastMessageAt} title={dateTime(language, at)}>
              {relativeTime(language, Math.min(at, now), now)}
            </time>
          </span>
          <span class="preview" dir="auto">
            {preview}
          </span>
          <span class="line">
            <Status status={status} />
            <Count value={unread} label={t('unread', { count: unread })} />
          </span>
        </span>
      </button>
    </li>
  );
}
