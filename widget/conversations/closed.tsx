import type { ConversationSummary } from '../../shared/domain/widget.ts';
import { parseTime } from '../../shared/i18n/time.ts';
import { Button } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { useConversationWords } from './words.ts';

/** Whether an answer would open the conversation again, as seen at `now` (ms since the epoch). */
export const canReopen = ({ status, reopenUntil }: ConversationSummary, now: number): boolean =>
  status !== 'closed' || reopenUntil === null || parseTime(reopenUntil) > now;

/** That the conversation is closed, and what can still be done: write by a date, or start a new one. */
export function Closed(props: { conversation: ConversationSummary; now: number; startAnew: () => void }) {
  const { conversation, now, startAnew } = props;
  const { t, language } = useConversationWords();
  const { status, reopenUntil } = conversation;
  if (status !== 'closed') return null;
  if (!canReopen(conversation, now)) {
    return (
      <div class="closed">
        <p>{t('closedForGood')}</p>
        <Button icon={icons.message} onClick={startAnew}>
          {t('startAnew')}
        </Button>
      </div>
    );
  }
  if (reopenUntil === null) return null;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(parseTime(reopenUntil));
  return <p class="closed">{t('closedUntil', { date })}</p>;
}
