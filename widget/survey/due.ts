import type { DueSurveys, SurveyDefinition } from '../../shared/domain/survey.ts';
import { type Caller, call } from '../client/call.ts';
import type { Store } from '../loader/store.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What the server said this visitor may be asked, and when it said so, ms since the epoch. */
interface Kept {
  at: number;
  surveys: SurveyDefinition[];
}

/** Looked at with every step of a scroll: read anew, but not parsed anew. */
let last: { text: string | null; kept: Kept | null } = { text: null, kept: null };

function keptIn(store: Store): Kept | null {
  const text = store.get('surveys');
  if (text !== last.text) last = { text, kept: parsed(text) };
  return last.kept;
}

function parsed(text: string | null): Kept | null {
  try {
    const kept: Partial<Kept> | null = JSON.parse(text ?? 'null');
    return Array.isArray(kept?.surveys) && typeof kept.at === 'number'
      ? { at: kept.at, surveys: kept.surveys }
      : null;
  } catch {
    return null;
  }
}

/** Keeps the list; `surveyAfter` tells the loader of later pages before when there is nothing to do for this room. */
function keep(store: Store, kept: Kept, after: number | null): void {
  store.set('surveys', JSON.stringify(kept));
  store.set('surveyAfter', after === null ? null : `${after}`);
}

/** What is kept for this visitor; null where the server is to be asked. Read anew each time: tabs share it. */
export function keptSurveys(store: Store): readonly SurveyDefinition[] | null {
  return keptIn(store)?.surveys ?? null;
}

/** Takes a survey off the list: it was shown, or the server did not let it be shown. */
export function settle(store: Store, id: string): void {
  const kept = keptIn(store);
  if (!kept) return;
  const surveys = kept.surveys.filter((survey) => survey.id !== id);
  keep(store, { ...kept, surveys }, surveys.length > 0 ? null : kept.at + hour);
}

/**
 * In how many ms the server is to be asked: within the hour not again, within the day where there were none, later and
 * later where it does not answer. 0: now.
 */
export function untilAsked(store: Store, now = Date.now()): number {
  const kept = keptIn(store);
  return Math.max(0, Number(store.get('surveyAfter')) - now, kept ? kept.at + hour - now : 0);
}

/** Asks the server which surveys are due, unless it is too early for that. */
export async function refresh(core: Caller, now = Date.now()): Promise<void> {
  const { store } = core;
  if (untilAsked(store, now) > 0) return;
  try {
    const answer = await call(core, '/surveys/due');
    if (!answer.ok) throw answer.status;
    const { surveys }: DueSurveys = await answer.json();
    store.set('surveyFails', null);
    keep(store, { at: now, surveys }, surveys.length > 0 ? null : now + day);
  } catch {
    const fails = Math.min(Number(store.get('surveyFails')) + 1, 9);
    store.set('surveyFails', `${fails}`);
    // 5 minutes, 10, 20 … a day.
    store.set('surveyAfter', `${now + Math.min(5 * minute * 2 ** (fails - 1), day)}`);
  }
}
