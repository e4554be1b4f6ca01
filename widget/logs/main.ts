import { limits } from '../../shared/domain/limits.ts';
import { redactLogs } from '../../shared/redact/context.ts';
import type { Core } from '../loader/core.ts';
import type { Logs } from '../public.ts';
import { watchClicks } from './clicks.ts';
import { watchErrors } from './errors.ts';
import { lastOf } from './last.ts';
import { watchRequests } from './requests.ts';
import { watchRoutes } from './routes.ts';

/** What went on on this page since the logs were started. It lies in memory alone. */
export interface LogKeeper {
  /** The last errors, failed requests and steps, oldest first, without secrets. A copy. */
  logsSoFar(): Logs;
  /** Notes a step that the host tells of. */
  note(text: string): void;
}

type Step = NonNullable<Logs['steps']>[number]['kind'];

/**
 * Starts to note errors, failed requests and steps until the widget leaves the page. Only where the host asked for it:
 * it is the one thing that wraps functions of the page (`console.error`, `fetch`, `XMLHttpRequest`), which behave as
 * before and are put back in the end. Nothing in here throws into the page's own calls.
 */
export function startLogs(core: Pick<Core, 'options' | 'host' | 'signal' | 'report'>): LogKeeper {
  const errors = lastOf<{ at: string; text: string }>(limits.logErrors);
  const requests = lastOf<NonNullable<Logs['requests']>[number]>(limits.logRequests);
  const steps = lastOf<{ at: string; kind: Step; text: string }>(limits.logSteps);
  const step = (kind: Step) => (text: string) => {
    if (text) steps.add({ at: now(), kind, text: text.slice(0, roughly) });
  };
  const { signal } = core;

  const routes = watchRoutes(step('route'), signal);
  for (const watch of [
    () => watchErrors((text) => errors.add({ at: now(), text: text.slice(0, roughly) }), signal),
    () => watchRequests((line) => requests.add({ at: now(), ...line }), core.options.api, signal),
    () =>
      watchClicks(
        (text) => {
          step('click')(text);
          routes.lookSoon();
        },
        core.options,
        core.host,
        signal,
      ),
  ]) {
    try {
      watch();
    } catch (problem) {
      // A page that has frozen its console goes without that part.
      core.report(problem);
    }
  }
  return {
    logsSoFar() {
      routes.look();
      return redactLogs({ errors: errors.all(), requests: requests.all(), steps: steps.all() });
    },
    note: (text) => step('note')(`${text}`),
  };
}

/**
 * Characters that are kept of a text before its secrets are taken out, which happens only when somebody looks: a page
 * may write a thousand errors a second.
 */
const roughly = 2000;

const now = () => new Date().toISOString();
