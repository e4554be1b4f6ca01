import './logs.css';
import { dateTime } from '../../../../shared/i18n/time.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { alert, arrowRight, globe, note, pointer } from '../../../../shared/ui/icons.ts';
import { conversations } from '../../../conversations/texts.ts';
import { usePreferences } from '../../../settings/preferences.tsx';
import { useText } from '../../../settings/text.ts';
import { countdown, type Entry, type EntryKind, wordsOf } from './timeline.ts';

const icons: Readonly<Record<EntryKind, string>> = {
  error: alert,
  request: globe,
  click: pointer,
  route: arrowRight,
  note,
};

/** What went on, a line an entry. `whole`: nothing is cut short. */
export function Entries({ entries, whole }: { entries: readonly Entry[]; whole?: boolean }) {
  const t = useText(conversations);
  const { locale } = usePreferences();
  return (
    <ol class={`log${whole ? ' log-whole' : ''}`}>
      {entries.map((entry, place) => {
        const words = wordsOf(entry, t('log_no_answer'));
        return (
          <li key={place} class={`log-entry log-${entry.kind}`}>
            <Icon path={icons[entry.kind]} size={16} />
            <time dateTime={new Date(entry.at).toISOString()} title={dateTime(locale, entry.at)}>
              {countdown(entry.before)}
            </time>
            <span class="hb-sr">{t(`log_${entry.kind}`)}: </span>
            <span class="log-words" dir="auto" title={whole ? undefined : words}>
              {words}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
