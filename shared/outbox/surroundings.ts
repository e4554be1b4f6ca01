/** What the outbox takes from the place it runs in. A page, a worker and a test differ in nothing else. */
export type Surroundings = {
  /** Ms since the epoch. */
  now(): number;
  /** 0 up to, not including, 1. */
  random(): number;
  newId(): string;
  /** Runs once after `ms`; answers how to call it off. */
  after(ms: number, run: () => void): () => void;
  /** Calls with true when the network came back, with false when the page came into sight; answers how to stop. */
  onWake(listener: (networkIsBack: boolean) => void): () => void;
  /**
   * Runs `work` unless another tab does work of that name. It is handed true if the browser vouches for that;
   * false if there are no locks (pages without https) and the lease in the record has to do.
   */
  exclusively(name: string, work: (alone: boolean) => Promise<void>): Promise<void>;
  /** Whether `exclusively` vouches. */
  readonly locks: boolean;
  /** Tells the other tabs, and hears them. */
  channel(name: string, onMessage: () => void): { tell(): void; close(): void };
};

/** The surroundings of a page or a worker; every part that a browser or a context may lack is looked for first. */
export function browserSurroundings(): Surroundings {
  // Secure contexts only.
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  return {
    now: Date.now,
    random: Math.random,
    newId,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onWake(listener) {
      const stop = new AbortController();
      const { signal } = stop;
      globalThis.addEventListener?.('online', () => listener(true), { signal });
      globalThis.document?.addEventListener(
        'visibilitychange',
        () => document.visibilityState === 'visible' && listener(false),
        { signal },
      );
      return () => stop.abort();
    },
    async exclusively(name, work) {
      let asked = false;
      try {
        await locks?.request(name, { ifAvailable: true }, (lock) => {
          asked = true;
          return lock ? work(true) : undefined;
        });
      } catch (error) {
        // Thrown by the work itself. Otherwise the context may not use locks (a sandboxed frame).
        if (asked) throw error;
      }
      if (!asked) await work(false);
    },
    locks: Boolean(locks),
    channel(name, onMessage) {
      if (!globalThis.BroadcastChannel) return { tell() {}, close() {} };
      const channel = new BroadcastChannel(name);
      channel.onmessage = onMessage;
      return { tell: () => channel.postMessage(0), close: () => channel.close() };
    },
  };
}

/** A random UUID, also where `crypto.randomUUID` is kept from pages without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes.set([((bytes[6] ?? 0) & 15) | 64], 6);
  bytes.set([((bytes[8] ?? 0) & 63) | 128], 8);
  return [...bytes]
    .map((byte, place) => ([4, 6, 8, 10].includes(place) ? '-' : '') + byte.toString(16).padStart(2, '0'))
    .join('');
}
