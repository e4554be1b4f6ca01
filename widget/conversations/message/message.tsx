import type { ThreadMessage } from '../../../shared/domain/widget.ts';
import { dateTime, parseTime, relativeTime } from '../../../shared/i18n/time.ts';
import { useConversationWords } from '../words.ts';
import { Attachments } from './attachments.tsx';
import { MessageText } from './text.tsx';

/** One message of either side, as seen at `now` (ms since the epoch). */
export function Message({ message, now }: { message: ThreadMessage; now: number }) {
  const { t, language } = useConversationWords();
  const { author, authorName, body, createdAt, attachments } = message;
  const at = parseTime(createdAt);
  const name =
    author === 'visitor' ? t('you') : author === 'system' ? t('system') : (authorName ?? t('team'));
  return (
    <li class={`message ${author}`}>
      <p class="quiet">
        <bdi>{name}</bdi> ·{' '}
        <time dateTime={createdAt} title={dateTime(language, at)}>
          {relativeTime(language, Math.min(at, now), now)}
        </time>
      </p>
      <div class="bubble">
        {body && <MessageText text={body} />}
        <Attachments
          list={attachments}
          label={author === 'visitor' ? t('pictureOwn') : t('picture', { name })}
        />
      </div>
    </li>
  );
}
