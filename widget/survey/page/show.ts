import type { SurveyDefinition } from '../../../shared/domain/survey.ts';
import { afterVisible } from '../../loader/after-visible.ts';
import type { Core } from '../../loader/core.ts';
import { settle } from '../due.ts';
import { isQuiet } from './attention.ts';
import { inTurn } from './turn.ts';

/** How often to look whether the moment is good, in ms. */
export const momentEvery = 2000;

/** Resolves with true once a prompt disturbs nobody, with false if `signal` or the widget ends before. */
export function quietMoment(core: Core, signal: AbortSignal = core.signal): Promise<boolean> {
  const ends = AbortSignal.any([signal, core.signal]);
  return new Promise((resolve) => {
    const look = () => {
      try {
        if (isQuiet(core) || ends.aborted) resolve(!ends.aborted);
        else afterVisible(momentEvery, look, ends);
      } catch (problem) {
        core.report(problem);
        resolve(false);
      }
    };
    ends.addEventListener('abort', () => resolve(false));
    look();
  });
}

/** `busy`: another tab has a card. The rest as `Claim` (prompt/claim.ts). */
export type Shown = 'shown' | 'busy' | 'conflict' | 'offline';

/**
 * Shows the card of a survey if no other tab has one and the server lets it be shown. Resolves with the decision;
 * `stillDue` is asked when it is this tab's turn: another may have shown it just now. `gone` is called once the card
 * has left the page.
 */
export async function show(
  core: Core,
  survey: SurveyDefinition,
  { stillDue, gone }: { stillDue: () => boolean; gone: () => void },
): Promise<Shown> {
  // Before the claim: what cannot be fetched cannot be shown either.
  const room = await import('../prompt/main.ts').catch(() => null);
  if (!room) return 'offline';
  return new Promise((decide, fail) => {
    const work = async () => {
      if (core.signal.aborted) return null;
      if (!stillDue()) {
        decide('conflict');
        return true;
      }
      const claimed = await room.claim(core, survey);
      if (claimed.kind !== 'offline') settle(core.store, survey.id);
      if (claimed.kind !== 'mine') {
        decide(claimed.kind);
        return true;
      }
      // He may have begun to write while the server was asked.
      if (!(await quietMoment(core))) return null;
      const card = room.putCard(core, survey, claimed.key);
      decide('shown');
      await card;
      gone();
      return true;
    };
    inTurn(core.options.project, core.store, work).then((done) => decide(done ? 'shown' : 'busy'), fail);
  });
}
