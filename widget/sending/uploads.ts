/** How far the uploads of this page are. What another page sends is not known here. */
export interface Uploads {
  /** From 0 to 1; undefined where nothing is on its way under this key. */
  partOf(key: string): number | undefined;
  /** `undefined`: over, be it done or not. */
  tell(key: string, part: number | undefined): void;
  /** Calls back with every change. @returns how to stop */
  subscribe(listener: () => void): () => void;
}

export function trackUploads(): Uploads {
  const parts = new Map<string, number>();
  const listeners = new Set<() => void>();
  return {
    partOf: (key) => parts.get(key),
    tell(key, part) {
      if (part === undefined) parts.delete(key);
      else parts.set(key, part);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
