/** Longest pause between two tries, in ms. */
export const longestDelay = 300_000;

/**
 * Milliseconds to wait after try number `attempts` (1 = the first) failed: exponential with full jitter, as in
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, up to five minutes.
 * Where the server named its own pause, that is kept exactly. `random` gives 0 up to, not including, 1.
 */
export function retryDelay(attempts: number, random: () => number, retryAfterSeconds?: number): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  return Math.floor(random() * Math.min(longestDelay, 1000 * 2 ** attempts));
}
