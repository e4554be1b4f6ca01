import type { Core } from '../../loader/core.ts';

/** Calls back with every event that the host tells of, also with those it told of before; `at` as performance.now(). */
export async function onEvents(core: Core, told: (event: string, at: number) => void): Promise<void> {
  const session = await core.session();
  for (const event of session.tracked()) told(event, performance.now());
  session.onTrack((event) => told(event, performance.now()), core.signal);
}
