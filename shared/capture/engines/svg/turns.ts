/** Longest stretch of work before the page gets its turn, in milliseconds. */
const STRETCH = 25;

/**
 * Lets the page breathe during long work: call it often, it gives way only when a stretch is over.
 * A message channel, because timers are slowed down in nested calls and hidden pages.
 */
export class Turns {
  #since = performance.now();
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether it is time to `await give()`; costs next to nothing. */
  get isOver(): boolean {
    return performance.now() - this.#since > STRETCH;
  }

  /** Throws once the capture has been cancelled. */
  check(): void {
    this.#signal.throwIfAborted();
  }

  /** Rejects once the capture has been cancelled. */
  async give(): Promise<void> {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
    this.#signal.throwIfAborted();
    this.#since = performance.now();
  }
}
