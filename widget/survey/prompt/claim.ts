import type { SurveyDefinition, SurveyResponse } from '../../../shared/domain/survey.ts';
import { call } from '../../client/call.ts';
import { newId } from '../../frame/id.ts';
import type { Core } from '../../loader/core.ts';
import { placeOfPage } from './place-of-page.ts';

/** `conflict`: not now, says the server; `offline`: it said nothing that can be relied on. */
export type Claim = { kind: 'mine'; key: string } | { kind: 'conflict' } | { kind: 'offline' };

/** How long the server may be silent, in ms. */
const patience = 15_000;

/** The keys of claims of which nobody knows whether they arrived: the next try must be the same one. */
const open = new Map<string, string>();

/** Asks the server for the right to ask this visitor now. Whoever gets it has to show the card. */
export async function claim(core: Core, survey: Pick<SurveyDefinition, 'id'>): Promise<Claim> {
  const key = open.get(survey.id) ?? newId();
  open.set(survey.id, key);
  const body: SurveyResponse = {
    idempotencyKey: key,
    outcome: 'shown',
    locale: core.locale(),
    ...placeOfPage(),
  };
  const answer = await call(core, `/surveys/${survey.id}/responses`, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(patience),
  }).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) return { kind: 'offline' };
  open.delete(survey.id);
  return answer.ok ? { kind: 'mine', key } : { kind: 'conflict' };
}
