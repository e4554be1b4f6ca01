import type { SurveyDefinition, SurveyTrigger } from '../../../shared/domain/survey.ts';
import { arbitrate } from '../../../shared/survey/arbitrate.ts';
import { type Moment, secondsUntil } from '../../../shared/survey/trigger-fits.ts';
import { afterVisible } from '../../loader/after-visible.ts';
import type { Core } from '../../loader/core.ts';
import { keptSurveys } from '../due.ts';
import { onRoute } from '../triggers/route.ts';
import { hasCard, isModal, isTyping } from './attention.ts';
import { momentEvery, show } from './show.ts';

/** After a try that the network spoilt, in ms; each further one waits twice as long. */
const firstPause = 30_000;

/**
 * Watches for what the surveys that are due wait for, and shows the one whose moment has come. What is not waited for
 * is not even fetched.
 *
 * @returns looks at once, for when the list has changed
 */
export function watchPage(core: Core): () => void {
  const { signal, store } = core;
  let opened = 0;
  let exiting = false;
  let scrolledTo = 0;
  let lastGone: number | null = null;
  let notBefore = 0;
  let pause = firstPause;
  let trying = false;
  const told = new Map<string, number>();
  const settled = new Set<string>();
  let look = () => {};
  let nextLook = new AbortController();
  let lookAtScroll = () => {};

  const now = () => performance.now();
  const since = (time: number) => (now() - time) / 1000;
  const moment = (): Moment => ({
    path: location.pathname,
    seconds: since(opened),
    events: new Map([...told].map(([event, at]) => [event, since(at)])),
    scrolled: scrolledTo,
    exiting,
  });
  const lookIn = (seconds: number) => {
    nextLook.abort();
    nextLook = new AbortController();
    afterVisible(seconds * 1000, look, AbortSignal.any([signal, nextLook.signal]));
  };

  const attempt = async (survey: SurveyDefinition) => {
    trying = true;
    const outcome = await show(core, survey, {
      stillDue: () => keptSurveys(store)?.some(({ id }) => id === survey.id) ?? false,
      gone() {
        lastGone = now();
        look();
      },
    });
    if (outcome === 'shown' || outcome === 'conflict') settled.add(survey.id);
    if (outcome === 'offline') {
      notBefore = now() + pause;
      pause *= 2;
    } else pause = firstPause;
    trying = false;
    lookIn(momentEvery / 1000);
  };

  const begun = new Set<string>();
  const once = (name: string, begin: () => Promise<void>) => {
    if (begun.has(name)) return;
    begun.add(name);
    begin().catch((problem) => {
      begun.delete(name);
      core.report(problem);
    });
  };
  const listen = (triggers: readonly SurveyTrigger[]) => {
    if (triggers.some((trigger) => trigger.scrollPercent !== null))
      once('scroll', async () => {
        const moved = (percent: number) => {
          if (percent <= scrolledTo) return;
          scrolledTo = percent;
          look();
        };
        lookAtScroll = (await import('../triggers/scroll.ts')).onScroll(moved, signal).look;
      });
    if (triggers.some((trigger) => trigger.exitIntent))
      once('exit', async () => {
        const leaves = () => {
          exiting = true;
          look();
        };
        (await import('../triggers/exit.ts')).onExit(leaves, signal);
      });
    if (triggers.some((trigger) => trigger.event !== null))
      once('events', async () =>
        (await import('../triggers/events.ts')).onEvents(core, (event, at) => {
          told.set(event, at);
          look();
        }),
      );
  };

  const choose = (ready: readonly SurveyDefinition[]) =>
    arbitrate(
      ready.map((survey) => ({ survey, called: false })),
      {
        showing: hasCard(core),
        panelOpen: core.isOpen() || isModal(document),
        typing: isTyping(document),
        visible: !document.hidden,
        sinceLast: lastGone === null ? null : since(lastGone),
        settled,
      },
    )?.survey ?? null;

  const lookAround = () => {
    if (signal.aborted || trying) return;
    const surveys = (keptSurveys(store) ?? []).filter(({ id }) => !settled.has(id));
    listen(surveys.map((survey) => survey.trigger));
    const at = moment();
    const waits = surveys.map((survey) => secondsUntil(survey.trigger, at));
    const ready = surveys.filter((_, index) => waits[index] === 0);
    const chosen = ready.length > 0 && now() >= notBefore ? choose(ready) : null;
    if (chosen) {
      attempt(chosen).catch((problem) => {
        trying = false;
        core.report(problem);
      });
      return;
    }
    const next = waits.filter((wait) => wait !== null).sort((a, b) => a - b)[0];
    if (next !== undefined) lookIn(Math.max(next, momentEvery / 1000));
  };
  look = () => {
    try {
      lookAround();
    } catch (problem) {
      // Called by timers and listeners: what the page has patched may throw, and is not to hear of it.
      core.report(problem);
    }
  };
  // Delay, scrolling and leaving are of the page that is seen now.
  const changed = () => {
    opened = now();
    exiting = false;
    scrolledTo = 0;
    lookAtScroll();
    look();
  };
  onRoute(changed, signal);
  return () => look();
}
