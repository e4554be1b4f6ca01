import { Icon } from '../../../shared/ui/icon.tsx';
import { check } from '../../../shared/ui/icons.ts';
import { conversations } from '../../conversations/texts.ts';
import { useText } from '../../settings/text.ts';
import { Ago } from '../../view/ago.tsx';

/** Since when the conversation is closed. */
export function ClosedLine({ at, now }: { at: number; now: number }) {
  const t = useText(conversations);
  return (
    <p class="thread-event thread-line">
      <Icon path={check} size={16} /> {t('closed_line')} <Ago at={at} now={now} />
    </p>
  );
}
