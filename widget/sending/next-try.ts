/** How a wait is said: the phrase of the outbox's catalogue and the number in it. */
export type NextTry =
  | { phrase: 'waitingNow' }
  | { phrase: 'waiting'; count: number }
  | { phrase: 'waitingMinutes'; count: number };

/** `at` and `now` in ms since the epoch. Seconds up to a minute and a half, then minutes. */
export function nextTry(at: number, now: number): NextTry {
  const seconds = Math.ceil((at - now) / 1000);
  if (seconds <= 0) return { phrase: 'waitingNow' };
  if (seconds <= 90) return { phrase: 'waiting', count: seconds };
  return { phrase: 'waitingMinutes', count: Math.ceil(seconds / 60) };
}
