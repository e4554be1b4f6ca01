type Method = (...args: never[]) => unknown;
const isMethod = (value: unknown): value is Method => typeof value === 'function';

/**
 * Puts itself before a method: `call` gets the method, its `this` and its arguments, and answers for it. To everybody
 * else it is the same function, with its name, its length, its properties and its text. Ends with `signal`: then the
 * method is put back, or, where somebody has wrapped it since, calls go straight through.
 * @returns whether that was possible: a page may have frozen the object
 */
export function wrap(
  owner: object,
  name: string,
  call: (original: Method, self: unknown, args: readonly unknown[]) => unknown,
  signal: AbortSignal,
): boolean {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  const original: unknown = before?.value;
  // A widget that went while this was fetched would never put it back.
  if (signal.aborted || !before?.configurable || !isMethod(original)) return false;
  const wrapped = new Proxy(original, {
    apply: (target, self, args) =>
      signal.aborted ? Reflect.apply(target, self, args) : call(target, self, args),
    get(target, key) {
      // The text of a proxy is that of a function without a name.
      return key === 'toString' ? () => Function.prototype.toString.call(target) : Reflect.get(target, key);
    },
  });
  Object.defineProperty(owner, name, { ...before, value: wrapped });
  signal.addEventListener('abort', () => {
    if (Object.getOwnPropertyDescriptor(owner, name)?.value === wrapped)
      Object.defineProperty(owner, name, before);
  });
  return true;
}
