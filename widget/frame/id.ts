/**
 * A random UUID (version 4), also on pages without https, where browsers withhold `crypto.randomUUID`: they name
 * every blob by one.
 */
export function newId(): string {
  const url = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(url);
  return url.slice(-36);
}
