import type { SurveyDefinition } from '../../../shared/domain/survey.ts';
import { afterVisible } from '../../loader/after-visible.ts';
import type { Core } from '../../loader/core.ts';
import { settle } from '../due.ts';
import { isQuiet } from './attention.ts';
import { claim } from './claim.ts';
import { inTurn } from './turn.ts';

/** How often to look whether the moment is good, in ms. */
export const momentEvery = 2000;

/** Resolves once a prompt disturbs nobody; never when the widget ends before. */
export const quietMoment = (core: Core): Promise<void> =>
  new Promise((resolve) => {
    const look = () => (isQuiet(core) ? resolve() : afterVisible(momentEvery, look, core.signal));
    look();
  });

/** `busy`: another tab has a card. The rest as `Claim`. */
export type Shown = 'shown' | 'busy' | 'conflict' | 'offline';

/**
 * Shows the card of a survey if no other tab has one and the server lets it be shown. Resolves with the decision;
 * `gone` is called once the card has left the page.
 */
export async function show(core: Core, survey: SurveyDefinition, gone: () => void): Promise<Shown> {
  // Before the claim: what cannot be fetched cannot be shown either.
  const room = await import('../prompt/put.tsx').catch(() => null);
  if (!room) return 'offline';
  return new Promise((decide, fail) => {
    const work = async () => {
      const claimed = await claim(core, survey);
      if (claimed.kind !== 'offline') settle(core.store, survey.id);
      if (claimed.kind !== 'mine') {
        decide(claimed.kind);
        return true;
      }
      // He may have begun to write while the server was asked.
      await quietMoment(core);
      const card = room.putCard(core, survey, claimed.key);
      decide('shown');
      await card;
      gone();
      return true;
    };
    inTurn(core.options.project, core.store, work).then((done) => decide(done ? 'shown' : 'busy'), fail);
  });
}
