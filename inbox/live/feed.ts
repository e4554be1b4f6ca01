import type { ConversationChanges } from '../../shared/domain/staff.ts';
import type { Result } from '../data/result.ts';

/**
 * What happens in a project while somebody looks. Views know this type only, so that another source (broadcast
 * on hosted Supabase) can take the place of polling.
 */
export type Feed = {
  /** Told the ids that changed, or `reload` when the list must be read anew. */
  onChange(listener: (change: FeedChange) => void): () => void;
  onState(listener: (state: FeedState) => void): () => void;
  readonly state: FeedState;
  /** Asks at once: after an own change, or because the reader pressed "try again". */
  poke(): void;
  stop(): void;
};
export type FeedChange = { ids: readonly string[] } | 'reload';
/** `retrying`: the last question was not answered; the next one comes by itself. */
export type FeedState = 'live' | 'retrying' | 'signed_out';

export type FeedOptions = {
  ask: (since: string | null) => Promise<Result<ConversationChanges>>;
  /** Whether anybody can see the page, and a way to hear of changes. */
  visible: () => boolean;
  onVisibility: (listener: () => void) => () => void;
  random: () => number;
};

/** Milliseconds between two questions while all is well. */
export const pollEvery = 3000;
/** A page that nobody sees goes on for this many milliseconds, then rests until it is seen again. */
export const restAfter = 30_000;
const slowest = 60_000;

/** Milliseconds until the next try after `failures` in a row: doubling, at most a minute, spread by a fifth. */
export function retryDelay(failures: number, random: number): number {
  return Math.min(pollEvery * 2 ** failures, slowest) * (0.9 + 0.2 * random);
}

/**
 * A feed that polls `conversation_changes` from cursor to cursor. Its first answer only sets the cursor, so it
 * tells `reload` then: what changed while the views loaded would be missed otherwise.
 */
export function startPolling({ ask, visible, onVisibility, random }: FeedOptions): Feed {
  const changes = new Set<(change: FeedChange) => void>();
  const states = new Set<(state: FeedState) => void>();
  let cursor: string | null = null;
  let state: FeedState = 'live';
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let again = false;
  let stopped = false;
  let hiddenSince: number | null = visible() ? null : performance.now();

  const setState = (next: FeedState) => {
    if (next === state) return;
    state = next;
    for (const listener of states) listener(next);
  };
  const plan = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(turn, delay);
  };
  const resting = () => hiddenSince !== null && performance.now() - hiddenSince >= restAfter;

  async function turn(): Promise<void> {
    if (asking || stopped) {
      again = true;
      return;
    }
    if (resting()) return;
    asking = true;
    again = false;
    const answer = await ask(cursor);
    asking = false;
    if (stopped) return;
    if (!answer.ok) {
      failures += 1;
      setState(answer.failure === 'signed_out' ? 'signed_out' : 'retrying');
      // Signing in again starts another feed.
      if (state !== 'signed_out') plan(retryDelay(failures, random()));
      return;
    }
    const { reload, ids } = answer.value;
    const change: FeedChange | null = cursor === null || reload ? 'reload' : ids.length > 0 ? { ids } : null;
    cursor = answer.value.cursor;
    failures = 0;
    setState('live');
    if (change) for (const listener of changes) listener(change);
    plan(again ? 0 : pollEvery);
  }

  const forget = onVisibility(() => {
    const rested = resting();
    hiddenSince = visible() ? null : (hiddenSince ?? performance.now());
    if (hiddenSince === null && (rested || failures > 0)) plan(0);
  });
  void turn();

  return {
    onChange: (listener) => subscribe(changes, listener),
    onState: (listener) => subscribe(states, listener),
    get state() {
      return state;
    },
    poke: () => {
      if (asking) again = true;
      else plan(0);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      forget();
    },
  };
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
