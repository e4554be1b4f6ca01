import { afterVisible } from '../loader/after-visible.ts';
import type { Core } from '../loader/core.ts';
import { keptSurveys, refresh, untilAsked } from './due.ts';

/** How old a page must be before the server is asked, in ms: who only passes by costs nothing. */
const stay = 10_000;

/**
 * Learns which surveys are due, as seldom as it can, and has the page watched as soon as there is one. Ends with the
 * core's signal.
 */
export async function watch(core: Core): Promise<void> {
  const { options, signal, store, report } = core;
  if (options.surveys === false) return;
  let look: Promise<() => void> | undefined;
  let next = new AbortController();
  const plan = () => {
    next.abort();
    next = new AbortController();
    const wait = Math.max(untilAsked(store), stay - performance.now());
    afterVisible(wait, () => round().catch(report), AbortSignal.any([signal, next.signal]));
  };
  const round = async () => {
    if (performance.now() >= stay) await refresh(core);
    if (signal.aborted) return;
    plan();
    if (!keptSurveys(store)?.length) return;
    look ??= import('./page/watch-page.ts').then((room) => room.watchPage(core));
    look.catch(() => {
      look = undefined;
    });
    (await look)();
  };
  // Who logs in on this page may be asked other things: what was kept for him before is gone by then.
  document.addEventListener('hearback:identified', () => void round().catch(report), { signal });
  await round();
}

/** Asks one survey now, as the host wishes; the server still has its say. @returns whether it was shown */
export async function ask(core: Core, survey: string): Promise<boolean> {
  return (await import('./page/ask-now.ts')).askNow(core, survey);
}
