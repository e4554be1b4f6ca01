import { expect } from 'vitest';

/** Waits until what `look` answers fits; a look that rejects is one that does not fit yet. */
export const eventually = <Seen>(look: () => Promise<Seen> | Seen) =>
  expect.poll(look, { timeout: 60_000, interval: 100 });
