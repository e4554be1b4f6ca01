import type { Store } from '../../loader/store.ts';

/** How long a tab that went without a word keeps the others waiting where there are no locks, in ms. */
const lease = 15_000;

/**
 * Does `work` if no other tab of this browser is at it, so that two prompts never stand at once.
 *
 * @returns what `work` gives; null where another tab has the turn
 */
export async function inTurn<Result>(
  project: string,
  store: Store,
  work: () => Promise<Result>,
): Promise<Result | null> {
  // Secure contexts only.
  const locks: LockManager | undefined = navigator.locks;
  let asked = false;
  try {
    if (locks)
      return await locks.request(`hearback-survey-${project}`, { ifAvailable: true }, (lock) => {
        asked = true;
        return lock && work();
      });
  } catch (problem) {
    // Thrown by the work itself. Otherwise the context may not use locks: a sandboxed frame.
    if (asked) throw problem;
  }
  return leased(store, work);
}

/** The same by a value that all tabs can read. Two that come within a moment may both win: the server lets one. */
async function leased<Result>(store: Store, work: () => Promise<Result>): Promise<Result | null> {
  if (Number(store.get('surveyTurn')) > Date.now()) return null;
  const renew = () => store.set('surveyTurn', `${Date.now() + lease}`);
  renew();
  const timer = setInterval(renew, lease / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    store.set('surveyTurn', null);
  }
}
