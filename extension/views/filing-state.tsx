import { useEffect, useState } from 'preact/hooks';
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
  const seconds = nextTryAt === null ? 0 : Math.ceil((nextTryAt - now) / 1000);
  if (seconds <= 0)
    return (
      <>
        {reason}
        {t('queueSoon')}
      </>
    );
  const time = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(
    seconds,
  );
  return (
    <>
      {reason}
      {t('queueWaiting', { time })}
    </>
  );
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
