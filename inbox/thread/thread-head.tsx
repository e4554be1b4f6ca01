import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConversationStatus } from '../../shared/domain/nouns.ts';
import { Button } from '../../shared/ui/button.tsx';
import { check, refresh } from '../../shared/ui/icons.ts';
import { Badge, type Tone } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { KindIcon } from '../conversations/kind.tsx';
import { conversations } from '../conversations/texts.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { notices } from '../view/notices.ts';
import { useMedia } from '../view/use-media.ts';
import { type Conversation, setStatus } from './queries.ts';

const tones: Readonly<Record<ConversationStatus, Tone>> = {
  open: 'accent',
  snoozed: 'warning',
  closed: 'neutral',
};

/** Where a conversation may go from where it is; the first is what the key does. */
const ways: Readonly<Record<ConversationStatus, readonly ('open' | 'closed')[]>> = {
  open: ['closed'],
  snoozed: ['closed', 'open'],
  closed: ['open'],
};

/** Number, kind, status and visitor of a conversation, and the buttons that close and reopen it. */
export function ThreadHead(props: {
  back: ComponentChildren;
  conversation: Conversation;
  onStatus: (status: ConversationStatus) => void;
}) {
  const { back, conversation, onStatus } = props;
  const { backend, feed, may } = useWorkplace();
  const t = useText(conversations);
  const say = useText(shell);
  const title = useRef<HTMLHeadingElement>(null);
  const [busy, setBusy] = useState<ConversationStatus | null>(null);
  const { id, project_id: project, number, kind, status, visitors: visitor } = conversation;
  // Where it takes the list's place, it is the first heading of the screen.
  const Heading = useMedia('(max-width: 899px)') ? 'h1' : 'h2';

  useEffect(() => {
    // Where the list and the thread share the window, going through the list keeps its focus.
    if (!document.activeElement?.matches('.row')) title.current?.focus({ preventScroll: true });
  }, []);

  const put = async (wanted: ConversationStatus): Promise<boolean> => {
    setBusy(wanted);
    const result = await setStatus(backend.db, project, id, wanted);
    setBusy(null);
    if (result.ok) {
      onStatus(wanted);
      feed.poke();
      return true;
    }
    notices.show({ tone: 'danger', text: `${t('status_not_changed')} ${say(`failure_${result.failure}`)}` });
    return false;
  };
  const move = async (next: 'open' | 'closed' | undefined) => {
    const before = status;
    if (busy || !next || !(await put(next))) return;
    notices.show({
      text: t(next === 'closed' ? 'closed_notice' : 'reopened_notice', { number: `${number}` }),
      action: { label: t('undo'), run: () => void put(before) },
    });
  };
  useShortcut('close', () => {
    if (!may.answer) return false;
    void move(ways[status][0]);
    return true;
  });

  return (
    <header class="thread-head">
      {back}
      <Heading id="thread-title" ref={title} tabIndex={-1} class="thread-title">
        <KindIcon kind={kind} label={t(`kind_${kind}`)} />
        <span class="thread-number">#{number}</span>
        <bdi class="thread-who">{visitor?.name ?? visitor?.email ?? t('anonymous')}</bdi>
      </Heading>
      <Badge dot tone={tones[status]}>
        {t(`status_${status}`)}
      </Badge>
      {may.answer &&
        ways[status].toReversed().map((next) => (
          <Button
            key={next}
            icon={next === 'closed' ? check : refresh}
            busy={busy === next}
            aria-label={t(next === 'closed' ? 'close_conversation' : 'reopen_conversation')}
            onClick={() => void move(next)}
          >
            {t(next === 'closed' ? 'close' : 'reopen')}
          </Button>
        ))}
    </header>
  );
}
