import { browser } from 'wxt/browser';
import { type FilingQueue, type FilingRecord, isUnfiled } from './queue.ts';

const alarm = 'captures';
/** The least that browsers allow, in ms. */
const shortest = 30_000;

/** When the worker has to be woken to try again, in ms since the epoch; null if nothing waits for a time. */
export function wakeAt(records: readonly FilingRecord[], now: number): number | null {
  const times = records
    .filter(isUnfiled)
    .filter(({ state }) => state !== 'refused')
    .map(({ nextAttemptAt }) => nextAttemptAt);
  return times.length ? Math.max(Math.min(...times), now + shortest) : null;
}

/** Keeps one alarm for the queue, so that it is tried after the browser has ended the worker as well. */
export async function setAlarm(queue: FilingQueue): Promise<void> {
  const when = wakeAt(await queue.list(), Date.now());
  if (when === null) await browser.alarms.clear(alarm);
  else await browser.alarms.create(alarm, { when });
}

/** Calls `wake` on the alarm and when the browser starts. To be set up in the worker's first turn. */
export function onWake(wake: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) wake();
  });
  browser.runtime.onStartup.addListener(wake);
}
