import { dateTime, relativeTime } from '../../shared/i18n/time.ts';
import { usePreferences } from '../settings/preferences.tsx';

/** How long ago `at` was as seen from `now` (both in ms since the epoch), with the exact time for who rests on it. */
export function Ago({ at, now, class: look }: { at: number; now: number; class?: string }) {
  const { locale } = usePreferences();
  return (
    <time class={look} dateTime={new Date(at).toISOString()} title={dateTime(locale, at)}>
      {relativeTime(locale, at, now)}
    </time>
  );
}
