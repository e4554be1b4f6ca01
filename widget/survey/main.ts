import { afterVisible } from '../loader/after-visible.ts';
import type { Core } from '../loader/core.ts';
import { keptSurveys, refresh } from './due.ts';

/**
 * Learns which surveys are due, as seldom as it can, and has the page watched as soon as there is one. Ends with the
 * core's signal.
 */
export async function watch(core: Core): Promise<void> {
  if (core.options.surveys === false) return;
  let watching = false;
  let look = () => {};
  const round = async () => {
    const wait = await refresh(core);
    if (core.signal.aborted) return;
    afterVisible(wait, () => round().catch(core.report), core.signal);
    if (!keptSurveys(core.store)?.length) return;
    if (!watching) {
      watching = true;
      look = await (await import('./page/watch-page.ts')).watchPage(core);
    }
    look();
  };
  // Who logs in on this page may be asked other things: what was kept for him before is gone by then.
  document.addEventListener('hearback:identified', () => void round().catch(core.report), {
    signal: core.signal,
  });
  await round();
}

/** Asks one survey now, as the host wishes; the server still has its say. @returns whether it was shown */
export async function ask(core: Core, survey: string): Promise<boolean> {
  return (await import('./page/ask-now.ts')).askNow(core, survey);
}
