const day = 24 * 3600_000;

/**
 * Before when this browser need not ask the server again whether there is a survey, ms since the epoch. Who was
 * asked, and who is not to be asked, is decided by the server; this only spares it the question on every page.
 */
export function askAgainAfter(now: number, was: 'nothing' | 'asked'): number {
  return now + (was === 'asked' ? 30 * day : day);
}

/** How long to wait yet, in ms, when the survey is to come `delaySeconds` after the page was opened. */
export function remaining(delaySeconds: number, pageOpenedFor: number): number {
  return Math.max(0, delaySeconds * 1000 - pageOpenedFor);
}

/** How often to look whether the moment is good, in ms, once the time has come. */
export const momentEvery = 2000;
