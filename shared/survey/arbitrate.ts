import type { SurveyDefinition } from '../domain/survey.ts';

/** A survey whose moment has come. */
export interface Candidate {
  survey: Pick<SurveyDefinition, 'id'>;
  /** The host asked for it by name: it goes before those that came by themselves. */
  called: boolean;
}

/** What else is going on for the visitor. */
export interface Surroundings {
  /** A survey's card is on the page. */
  showing: boolean;
  /** The widget's panel, or another view of it, is open. */
  panelOpen: boolean;
  /** He writes in a field of the page. */
  typing: boolean;
  /** The page is in front. */
  visible: boolean;
  /** Seconds since the last card went; null where there was none. */
  sinceLast: number | null;
  /** Surveys that were put on this page, or that the server refused to have put. */
  settled: ReadonlySet<string>;
}

/** Seconds in which no second card comes after one has gone, whatever the server's rest is. */
export const quietSeconds = 30;

/**
 * The one survey to put now: of those that wait (the most important first), a called one, else the first; null while
 * anything else has the visitor's attention. Ask again when something has changed: nothing is queued here.
 */
export function arbitrate<C extends Candidate>(candidates: readonly C[], around: Surroundings): C | null {
  const { showing, panelOpen, typing, visible, sinceLast, settled } = around;
  if (showing || panelOpen || typing || !visible) return null;
  const waiting = candidates.filter(({ survey }) => !settled.has(survey.id));
  const called = waiting.find((candidate) => candidate.called);
  if (called) return called;
  return sinceLast !== null && sinceLast < quietSeconds ? null : (waiting[0] ?? null);
}
