/** What an address came to: a `data:` address, or an empty one where it could not be had. */
export interface Resource {
  dataUrl: string;
}

/** A picture of nothing. */
export const EMPTY = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/%3E";
const AT_ONCE = 8;
/** How long one address may take, in milliseconds: a picture is waited for. */
const PATIENCE = 4000;

/**
 * The files a picture needs, each fetched once and in parallel. What cannot be had stays empty, and its origin
 * is not asked again for what it refused: browsers log every refusal, and the console is the page's.
 */
export class Resources {
  readonly #view: Window;
  readonly #signal: AbortSignal;
  readonly #known = new Map<string, Resource>();
  readonly #work = new Set<Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  readonly #refused = new Set<string>();
  #running = 0;

  constructor(view: Window, signal: AbortSignal) {
    this.#view = view;
    this.#signal = signal;
  }

  /**
   * The resource of an absolute address; filled by the time `settled` resolves.
   * @param instead another way to the same pixels, tried where the address refuses
   */
  fetch(url: string, instead?: () => Promise<string>): Resource {
    if (/^data:/i.test(url)) return { dataUrl: url };
    const address = url.startsWith('blob:') ? url : (url.split('#')[0] ?? url);
    const known = this.#known.get(address);
    if (known) return known;
    const resource = { dataUrl: EMPTY };
    this.#known.set(address, resource);
    this.#do(async () => {
      try {
        resource.dataUrl = await this.#load(address);
      } catch {
        if (instead) resource.dataUrl = await instead();
      }
    });
    return resource;
  }

  /** A resource that takes some work of one's own. */
  make(work: () => Promise<string>): Resource {
    const resource = { dataUrl: EMPTY };
    this.#do(async () => {
      resource.dataUrl = await work();
    });
    return resource;
  }

  /** Resolves when all that was asked for is there or has failed. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
    this.#signal.throwIfAborted();
  }

  #do(work: () => Promise<void>): void {
    const done = work()
      .catch(() => undefined)
      .finally(() => this.#work.delete(done));
    this.#work.add(done);
  }

  async #load(url: string): Promise<string> {
    const { origin } = new URL(url);
    await this.#slot();
    try {
      if (this.#refused.has(origin)) throw new Error(`${origin} has refused before`);
      const response = await this.#view
        .fetch(url, {
          cache: 'force-cache',
          credentials: 'same-origin',
          signal: AbortSignal.any([this.#signal, AbortSignal.timeout(PATIENCE)]),
        })
        .catch((cause: unknown) => {
          if (cause instanceof TypeError || (cause instanceof Error && cause.name === 'TypeError'))
            this.#refused.add(origin);
          throw cause;
        });
      if (!response.ok) throw new Error(`${response.status} for ${url}`);
      return await toDataUrl(await response.blob());
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #slot(): Promise<void> {
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
  }
}

/** A blob as a `data:` address, encoded off the main thread. */
export function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => (typeof reader.result === 'string' ? resolve(reader.result) : reject(reader.error));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
