import type { Core } from '../loader/core.ts';
import { poll, reading } from './poll.ts';
import { lookForAnswers } from './unread.ts';

/** Keeps the number of unread answers current while somebody looks at the panel. */
export function followUnread(core: Core, signal: AbortSignal, show: (unread: number) => void): void {
  poll(
    async () => {
      const found = await lookForAnswers(core, signal);
      show(core.unread());
      return found;
    },
    signal,
    reading,
  );
}
