import type { ThreadMessage } from '../../shared/domain/widget.ts';
import { dateTime, parseTime, relativeTime } from '../../shared/i18n/time.ts';
import { usePanel } from '../app/panel.ts';
import type { Unsent } from '../sending/open.ts';
import { useConversationWords } from './words.ts';

export function Message({ message }: { message: ThreadMessage }) {
  const { t, locale } = useConversationWords();
  const { author, authorName, body, createdAt, attachments } = message;
  const at = parseTime(createdAt);
  const name =
    author === 'visitor' ? t('you') : author === 'system' ? t('system') : (authorName ?? t('team'));
  return (
    <li class={`message ${author}`}>
      <p class="quiet">
        {name} ·{' '}
        <time dateTime={createdAt} title={dateTime(locale, at)}>
          {relativeTime(locale, at, Date.now())}
        </time>
      </p>
      <div class="bubble">
        {body && <p class="text">{body}</p>}
        {attachments.map(({ id, url, width, height }) => (
          <a key={id} href={url} target="_blank" rel="noopener noreferrer">
            <img src={url} width={width} height={height} alt={t('pictureBy', { name })} loading="lazy" />
          </a>
        ))}
      </div>
    </li>
  );
}

/** A reply that the server has not taken yet stands where it will stand, and says so. */
export function UnsentReply({ entry }: { entry: Extract<Unsent, { kind: 'reply' }> }) {
  const { go } = usePanel();
  const { t } = useConversationWords();
  const sending = entry.state === 'sending' || (entry.state === 'waiting' && !entry.error);
  return (
    <li class="message visitor unsent">
      <div class="bubble">
        <p class="text">{entry.payload.body}</p>
      </div>
      {sending ? (
        <p class="quiet">{t('unsentSending')}</p>
      ) : (
        <button type="button" class="link" onClick={() => go({ at: 'sending', item: entry.id })}>
          {t(entry.state === 'refused' ? 'unsentRefused' : 'unsentWaiting')}
        </button>
      )}
    </li>
  );
}
