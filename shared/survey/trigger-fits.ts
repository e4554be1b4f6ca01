import type { SurveyTrigger } from '../domain/survey.ts';
import { matchesPage } from './matches-page.ts';

/** What has happened on a page so far. */
export interface Moment {
  /** The path of the address: `location.pathname`. */
  path: string;
  /** Seconds since the page was opened; with routes of a single page, since the route was. */
  seconds: number;
  /** Seconds since the host last told of an event, by its name. */
  events: ReadonlyMap<string, number>;
  /** How much of the page was scrolled to at most, in per cent; 100 for a page that fits its window. */
  scrolled: number;
  /** Whether the pointer has left the page by its upper edge. */
  exiting: boolean;
}

/**
 * Seconds until the survey is due if nothing else happens; 0: now; null: something other than time must happen first.
 * What is asked in the thread of a closed conversation is never due on a page.
 */
export function secondsUntil(trigger: SurveyTrigger, moment: Moment): number | null {
  if (trigger.conversationClosed || !matchesPage(trigger.pages, moment.path)) return null;
  if (trigger.scrollPercent !== null && moment.scrolled < trigger.scrollPercent) return null;
  if (trigger.exitIntent && !moment.exiting) return null;
  const since = trigger.event === null ? moment.seconds : moment.events.get(trigger.event);
  return since === undefined ? null : Math.max(0, trigger.delaySeconds - since);
}

/** Whether all that the trigger waits for has happened. */
export function triggerFits(trigger: SurveyTrigger, moment: Moment): boolean {
  return secondsUntil(trigger, moment) === 0;
}
