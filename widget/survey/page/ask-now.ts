import type { DueSurveys } from '../../../shared/domain/survey.ts';
import { call } from '../../client/call.ts';
import type { Core } from '../../loader/core.ts';
import { quietMoment, show } from './show.ts';

/** How long a survey that the host asks for waits for a good moment, in ms. */
const patience = 30_000;

/** How long the server may be silent, in ms. */
const silence = 15_000;

type Refusal = 'not_due' | 'busy' | 'conflict' | 'offline';

const reasons: Record<Refusal, string> = {
  not_due: 'it is not active, or this visitor is not to be asked it now',
  busy: 'the visitor was busy: typing, in a dialog, in the panel or in front of another survey',
  conflict: 'this visitor was asked something lately',
  offline: 'the server did not answer',
};

/** Asks the survey of that name as soon as it disturbs nobody. @returns whether it was shown */
export async function askNow(core: Core, slug: string): Promise<boolean> {
  const refusal = await tryNow(core, slug);
  if (refusal === null) return true;
  console.info(`[hearback] The survey "${slug}" was not shown: ${reasons[refusal]}.`);
  core.emit('failed', { type: 'survey', code: refusal, willRetry: false });
  return false;
}

async function tryNow(core: Core, slug: string): Promise<Refusal | null> {
  const answer = await call(core, `/surveys/due?slug=${encodeURIComponent(slug)}`, {
    signal: AbortSignal.timeout(silence),
  }).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) return 'offline';
  if (!answer.ok) return 'not_due';
  const { surveys }: DueSurveys = await answer.json();
  const survey = surveys.find((one) => one.slug === slug);
  if (!survey) return 'not_due';

  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  const quiet = await quietMoment(core, late.signal);
  clearTimeout(timer);
  if (!quiet) return 'busy';
  const outcome = await show(core, survey, { stillDue: () => true, gone: () => {} });
  return outcome === 'shown' ? null : outcome;
}
