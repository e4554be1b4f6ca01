import { dateTime, relativeTime } from '../../../shared/i18n/time.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { check } from '../../../shared/ui/icons.ts';
import { conversations } from '../../conversations/texts.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';

/** Since when the conversation is closed. */
export function ClosedLine({ at, now }: { at: number; now: number }) {
  const t = useText(conversations);
  const { locale } = usePreferences();
  return (
    <p class="thread-event thread-line">
      <Icon path={check} size={16} /> {t('closed_line')}{' '}
      <time dateTime={new Date(at).toISOString()} title={dateTime(locale, at)}>
        {relativeTime(locale, at, now)}
      </time>
    </p>
  );
}
