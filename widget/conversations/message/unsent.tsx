import { usePanel } from '../../app/panel.ts';
import type { Unsent } from '../../sending/open.ts';
import { useConversationWords } from '../words.ts';
import { MessageText } from './text.tsx';

export type UnsentReply = Extract<Unsent, { kind: 'reply' }>;

/** A reply that the server has not taken yet stands where it will stand, and says so. */
export function UnsentMessage(props: {
  entry: UnsentReply;
  /** Takes its text along into a conversation of its own; for one that came too late. */
  sendAnew: (entry: UnsentReply) => void;
}) {
  const { entry, sendAnew } = props;
  const { go } = usePanel();
  const { t } = useConversationWords();
  const sending = entry.state === 'sending' || (entry.state === 'waiting' && !entry.error);
  const late = entry.state === 'refused' && entry.error?.code === 'closed';
  const { body, attachments } = entry.payload;
  return (
    <li class="message visitor unsent">
      <div class="bubble">
        <MessageText text={body} />
        {attachments.length > 0 && <p class="quiet">{t('unsentFiles', { count: attachments.length })}</p>}
      </div>
      {late && <p class="quiet">{t('unsentClosed')}</p>}
      {sending ? (
        <p class="quiet">{t('unsentSending')}</p>
      ) : (
        <button
          type="button"
          class="link"
          onClick={() => (late ? sendAnew(entry) : go({ at: 'sending', item: entry.id }))}
        >
          {t(late ? 'sendAnew' : entry.state === 'refused' ? 'unsentRefused' : 'unsentWaiting')}
        </button>
      )}
    </li>
  );
}
