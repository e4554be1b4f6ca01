import type { Core } from '../../loader/core.ts';

/** Under what name the outbox's store keeps the pictures and files of drafts. */
export const draftStore = ({ options }: Pick<Core, 'options'>): string => `${options.project}-draft`;

/** Takes the pictures and files of every draft out of this browser, as when the visitor leaves. */
export function forgetFiles(core: Pick<Core, 'options'>): void {
  try {
    // Who has it open makes way.
    indexedDB.deleteDatabase(`hearback-outbox-${draftStore(core)}`);
  } catch {
    // Blocked: then nothing was kept there.
  }
}
