/** A few small values kept for one project in this browser. */
export interface Store {
  get(key: string): string | null;
  /** `null` removes. */
  set(key: string, value: string | null): void;
}

/** Values lie in `storage` under `hearback:<project>:<key>`; in memory where that is blocked or full. */
export function openStore(project: string, storage: () => Storage): Store {
  const memory = new Map<string, string>();
  const name = (key: string) => `hearback:${project}:${key}`;
  const attempt = <Result>(work: () => Result) => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt(() => storage().getItem(name(key))) ?? null,
    set(key, value) {
      memory.delete(key);
      if (value === null) attempt(() => storage().removeItem(name(key)));
      else if (attempt(() => storage().setItem(name(key), value) ?? true) !== true) memory.set(key, value);
    },
  };
}
