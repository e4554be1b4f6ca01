import { forgetFiles } from '../form/draft/forget-files.ts';
import type { Core } from '../loader/core.ts';

/** What outlives a visitor: the language he reads, and what is still on its way. */
const stays = ['locale', 'waiting'];

/** Takes all that belongs to this visitor out of the browser; the next request is a stranger's. */
export function forgetVisitor(core: Core): void {
  const { store, options } = core;
  const prefix = `hearback:${options.project}:`;
  for (const storage of [() => localStorage, () => sessionStorage])
    try {
      for (const name of Object.keys(storage()))
        if (name.startsWith(prefix) && !stays.includes(name.slice(prefix.length))) storage().removeItem(name);
    } catch {
      // Blocked: then nothing was kept there.
    }
  // Also where the store has it in memory alone.
  for (const key of ['visitor', 'user', 'draft', 'files', 'wrote', 'surveys', 'surveyAfter', 'surveyFails'])
    store.set(key, null);
  forgetFiles(core);
}
