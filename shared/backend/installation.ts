import { type Installation, installation } from '../domain/staff.ts';

export type { Installation } from '../domain/staff.ts';

/**
 * `not_an_address`: what was typed is no web address. `offline`: nothing answers there. `not_hearback`: something
 * answers, but it is no Hearback inbox.
 */
export type InstallationError = 'not_an_address' | 'offline' | 'not_hearback';

/** The origin that somebody means who types `typed`: `hear.example.com`, `127.0.0.1:5173`, or a copied link. */
export function inboxOrigin(typed: string): string | null {
  const text = typed.trim();
  const local = /^(localhost|127(\.\d+){3}|\[::1\])([:/]|$)/i.test(text);
  try {
    const url = new URL(
      /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`,
    );
    return /^https?:$/.test(url.protocol) && url.hostname ? url.origin : null;
  } catch {
    return null;
  }
}

/** Asks the inbox at `address`, as somebody typed it, for its `/.well-known/hearback.json`. Waits 10 s at most. */
export async function readInstallation(
  address: string,
  fetching: typeof fetch = (input, init) => fetch(input, init),
): Promise<
  { ok: true; origin: string; installation: Installation } | { ok: false; error: InstallationError }
> {
  const origin = inboxOrigin(address);
  if (!origin) return { ok: false, error: 'not_an_address' };
  let response: Response;
  try {
    response = await fetching(`${origin}/.well-known/hearback.json`, {
      cache: 'no-cache',
      credentials: 'omit',
      signal: AbortSignal.timeout(10_000),
    });
  } catch {
    return { ok: false, error: 'offline' };
  }
  const found = installation.safeParse(response.ok ? await response.json().catch(() => null) : null);
  return found.success
    ? { ok: true, origin, installation: found.data }
    : { ok: false, error: 'not_hearback' };
}
