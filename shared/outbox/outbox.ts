import { longestDelay } from './backoff.ts';
import {
  claimed,
  created,
  due,
  type Entry,
  type Item,
  isDue,
  lease,
  nextLook,
  type OutboxRecord,
  type Outcome,
  outdated,
  retried,
  type Steps,
  settled,
} from './record.ts';
import { openStore, type StorageTrouble, type Store } from './store.ts';
import { browserSurroundings, type Surroundings } from './surroundings.ts';

export type { Entry, Item, OutboxRecord, Outcome, Receipted, SendError } from './record.ts';

/**
 * Sends one item, from the first step that `item.steps` does not hold. It is called again with the same id
 * until it answers `sent` or `refused`, so whatever it does must be safe to repeat with that id.
 */
export type Send<E extends Entry, S, R> = (
  item: Item<E, S>,
  trying: {
    /** Keeps the result of a step for the next try, durably; `undefined` forgets one. */
    progress(steps: Steps<S>): Promise<void>;
    /** Aborts when the item is discarded or the outbox closed. */
    signal: AbortSignal;
  },
) => Promise<Outcome<R>>;

export type OutboxOptions<E extends Entry, S, R> = {
  /** One queue a name and origin. */
  name: string;
  send: Send<E, S, R>;
  /**
   * Told of the outcome of every try, once it is kept: not of a try that was overtaken, or whose item was discarded
   * or exchanged meanwhile. `item` is as the try began; `item.error` is what was wrong the time before.
   */
  settled?: (item: Item<E, S>, outcome: Outcome<R>) => void;
  store?: Store<OutboxRecord<E, S, R>>;
  surroundings?: Surroundings;
};

export type Outbox<E extends Entry, S, R> = {
  /** Why the queue would not outlive the page; null if it does. */
  readonly trouble: StorageTrouble | null;
  readonly durable: boolean;
  /** Whether this entry would be there after the page is closed. */
  outlives(id: string): boolean;
  /**
   * Resolves once the entry is stored, with its idempotency key, and begins to send. An entry with an id that
   * is known takes the place of the earlier one, whatever became of that.
   */
  enqueue(entry: E, id?: string): Promise<{ id: string; durable: boolean }>;
  /** What waits, is being sent or was refused, and the receipts of the last day; oldest first. */
  list(): Promise<OutboxRecord<E, S, R>[]>;
  /** Calls with the list now and after every change, also one by another tab. Answers how to stop. */
  subscribe(listener: (records: OutboxRecord<E, S, R>[]) => void): () => void;
  /** Tries an item now, also a refused one and before its time. */
  retry(id: string): Promise<void>;
  /** Removes an item or a receipt. What is being sent may still arrive. */
  discard(id: string): Promise<void>;
  /** Tries all that is due; resolves when that is done. A worker calls it when it is woken. */
  flush(): Promise<void>;
  close(): void;
};

/**
 * A queue that survives reloads, crashes and closed tabs, and that several tabs may have open at once.
 *
 *     const outbox = openOutbox<Entry, { uploadId: string }, { number: number }>({ name: 'pk_demo', send });
 *     const { id } = await outbox.enqueue({ kind: 'conversation', payload: { body, picture } });
 */
export function openOutbox<E extends Entry, S, R>(options: OutboxOptions<E, S, R>): Outbox<E, S, R> {
  const { name, send } = options;
  const around = options.surroundings ?? browserSurroundings();
  const store = options.store ?? openStore<OutboxRecord<E, S, R>>(name);
  const listeners = new Set<(records: OutboxRecord<E, S, R>[]) => void>();
  const inFlight = new Map<string, AbortController>();
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let lastCreated = 0;
  let disarm = () => {};

  const notify = async () => {
    if (!listeners.size) return;
    const records = await store.all();
    for (const listener of listeners) listener(records);
  };
  const channel = around.channel(`hearback-outbox-${name}`, () => {
    void notify();
    void arm();
  });
  /** Changes an unsent item and tells everybody. */
  const change = async (
    id: string,
    next: (item: Item<E, S>) => OutboxRecord<E, S, R> | null | undefined,
  ): Promise<OutboxRecord<E, S, R> | null | undefined> => {
    const now = await store.change(id, (was) => (was && was.state !== 'sent' ? next(was) : undefined));
    if (now !== undefined) tell();
    return now;
  };
  const tell = () => {
    if (!closed) channel.tell();
    void notify();
  };

  const attempt = async (id: string, alone: boolean) => {
    const item = await change(id, (was) =>
      isDue(was, around.now(), alone) ? claimed(was, around.now()) : undefined,
    );
    if (!item || item.state === 'sent') return;
    const mine = (next: (was: Item<E, S>) => OutboxRecord<E, S, R>) =>
      change(id, (was) => (was.turn === item.turn ? next(was) : undefined));
    const flight = new AbortController();
    inFlight.set(id, flight);
    let stop = () => {};
    const renew = () => {
      stop = around.after(lease / 3, () => {
        renew();
        void mine((was) => ({ ...was, nextAttemptAt: around.now() + lease }));
      });
    };
    renew();
    const progress = async (steps: Steps<S>) => {
      await mine((was) => ({ ...was, steps: { ...was.steps, ...steps } }));
    };
    let outcome: Outcome<R>;
    try {
      outcome = await send(item, { progress, signal: flight.signal });
    } catch {
      // A fault of the sender, not of the item: keep it.
      outcome = { kind: 'retry', error: { code: 'internal' } };
    }
    stop();
    inFlight.delete(id);
    if (await mine((was) => settled(was, outcome, around.now(), around.random)))
      options.settled?.(item, outcome);
  };

  const pass = async () => {
    const tried = new Set<string>();
    for (;;) {
      const ready = due(await store.all(), around.now(), around.locks);
      const item = ready.find(({ id }) => !tried.has(id));
      if (!item || closed) return;
      tried.add(item.id);
      await around.exclusively(`hearback-outbox-${name}-${item.id}`, (alone) => attempt(item.id, alone));
    }
  };
  const flush = (): Promise<void> => {
    again = true;
    running ??= (async () => {
      while (again && !closed) {
        again = false;
        await pass();
      }
      running = undefined;
      await arm();
    })();
    return running;
  };
  const arm = async () => {
    const look = nextLook(await store.all());
    disarm();
    if (look === Infinity || closed) return;
    // Never at once: a try that another tab holds is not to be asked for in a circle.
    const pause = Math.min(Math.max(look - around.now(), 500), longestDelay);
    disarm = around.after(pause, flush);
  };

  const stopWaking = around.onWake(async (networkIsBack) => {
    if (networkIsBack) {
      for (const { id } of await store.all()) {
        await change(id, (was) =>
          was.state === 'waiting' && (was.error?.code === 'offline' || was.error?.code === 'timeout')
            ? retried(was, around.now())
            : undefined,
        );
      }
    }
    void flush();
  });
  void store.all().then(async (records) => {
    for (const id of outdated(records, around.now())) await store.change(id, () => null);
    await flush();
  });

  return {
    get trouble() {
      return store.trouble;
    },
    get durable() {
      return store.trouble === null;
    },
    outlives: (id) => store.outlives(id),
    async enqueue(entry, id = around.newId()) {
      // Strictly later than the one before, for the order is by time.
      const now = around.now();
      const createdAt = Math.max(now, lastCreated + 1);
      lastCreated = createdAt;
      await store.change(id, (was) => {
        const turn = was && was.state !== 'sent' ? was.turn + 1 : 0;
        return created<E, S>(entry, { id, createdAt, now, turn });
      });
      tell();
      void flush();
      return { id, durable: store.outlives(id) };
    },
    list: () => store.all(),
    subscribe(listener) {
      listeners.add(listener);
      void notify();
      return () => listeners.delete(listener);
    },
    async retry(id) {
      await change(id, (was) => retried(was, around.now()));
      await flush();
    },
    async discard(id) {
      inFlight.get(id)?.abort();
      await store.change(id, () => null);
      tell();
      // Another entry of the lane may have waited for this one.
      void flush();
    },
    flush,
    close() {
      closed = true;
      disarm();
      stopWaking();
      channel.close();
      listeners.clear();
      for (const flight of inFlight.values()) flight.abort();
      void Promise.resolve(running).then(store.close);
    },
  };
}
