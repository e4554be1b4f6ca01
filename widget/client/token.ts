import type { Store } from '../loader/store.ts';

/** The visitor's secret: 32 random bytes as base64url without padding, 43 characters. */
export function newVisitorToken(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): string {
  const text = btoa(String.fromCharCode(...random(new Uint8Array(32))));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The token of this browser, made at the first need: who never writes is never known. */
export function visitorToken(store: Store): string {
  const kept = store.get('visitor');
  if (kept && /^[\w-]{43}$/.test(kept)) return kept;
  const made = newVisitorToken((bytes) => crypto.getRandomValues(bytes));
  store.set('visitor', made);
  return made;
}
