import type { DueSurvey } from '../../shared/domain/widget.ts';
import { call } from '../client/call.ts';
import { afterVisible } from '../loader/after-visible.ts';
import type { Core } from '../loader/core.ts';
import { askAgainAfter, momentEvery, remaining } from './timing.ts';

/** Asks the server once whether this visitor is to be asked, and shows the card when its time has come. */
export async function watch(core: Core): Promise<void> {
  const answer = await call(core, '/surveys/due').catch(() => null);
  if (!answer?.ok) return;
  const { survey }: DueSurvey = await answer.json();
  if (!survey) {
    core.store.set('surveyAfter', `${askAgainAfter(Date.now(), 'nothing')}`);
    return;
  }
  const { putSurvey } = await import('./put.tsx');
  const show = () => {
    if (core.busy()) {
      afterVisible(momentEvery, show, core.signal);
      return;
    }
    // Another tab may have asked in the meantime.
    if (Date.now() < Number(core.store.get('surveyAfter'))) return;
    core.store.set('surveyAfter', `${askAgainAfter(Date.now(), 'asked')}`);
    putSurvey(core, survey);
  };
  afterVisible(remaining(survey.delaySeconds, performance.now()), show, core.signal);
}

/** Asks one now, as the page wishes. @returns whether it was shown */
export async function ask(_core: Core, _survey: string): Promise<boolean> {
  return false;
}
