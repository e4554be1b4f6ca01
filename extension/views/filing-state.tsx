import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../shared/domain/nouns.ts';
import outboxEn from '../../shared/i18n/outbox/en.ts';
import outboxZh from '../../shared/i18n/outbox/zh-CN.ts';
import { translator } from '../../shared/i18n/translate.ts';
import type { QueuedFiling } from '../messages/protocol.ts';
import { useFrame } from './app-frame.tsx';

/** One capture's state in a sentence: on its way, why it waits and how long, or why it was refused. */
export function FilingState({ filing }: { filing: QueuedFiling }) {
  const { t, locale } = useFrame();
  const { state, error, nextTryAt } = filing;
  const now = useNow(state === 'waiting' && nextTryAt !== null);
  const sentence = translator<typeof outboxEn>(locale, locale === 'zh-CN' ? outboxZh : outboxEn);
  if (state === 'sending') return <>{t('queueSending')}</>;
  if (error === 'signed_out') return <>{t('queueSignedOut')}</>;
  const reason = error ? `${sentence(error)} ` : '';
  if (state === 'refused') return <>{reason}</>;
  const left = nextTryAt === null ? 0 : Math.ceil((nextTryAt - now) / 1000);
  return (
    <>
      {reason}
      {/* Counts down: a screen reader would read it every second. */}
      <span aria-hidden="true">
        {left > 0 ? t('queueWaiting', { time: duration(locale, left) }) : t('queueSoon')}
      </span>
    </>
  );
}

/** "40 seconds", and whole minutes from two on. */
function duration(locale: Locale, seconds: number): string {
  const [value, unit] = seconds < 120 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** The time, anew each second while `ticking`. */
function useNow(ticking: boolean): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
