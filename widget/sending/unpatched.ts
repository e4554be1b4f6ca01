/**
 * The same data, written as JSON the same on every page: no `toJSON` that the page has put on its prototypes, as
 * Prototype.js did, has a say in it.
 */
export function unpatched(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const copy = Array.isArray(data)
    ? data.map(unpatched)
    : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, unpatched(value)]));
  return Object.defineProperty(copy, 'toJSON', { value: undefined });
}
