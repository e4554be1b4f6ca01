import type { Installation } from '../domain/staff.ts';

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
  const found = asInstallation(response.ok ? await response.json().catch(() => null) : null);
  // Who was asked over https must not be led to send passwords in clear.
  if (!found || (origin.startsWith('https:') && new URL(found.apiUrl).protocol !== 'https:'))
    return { ok: false, error: 'not_hearback' };
  return { ok: true, origin, installation: found };
}

/**
 * What the schema `installation` of shared/domain accepts, or null. By hand, because this is the first thing an
 * app does, and zod would weigh more than everything else it needs for that; a test compares the two.
 */
export function asInstallation(answer: unknown): Installation | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { name, apiUrl, publishableKey }: Partial<Record<string, unknown>> = { ...answer };
  if (typeof name !== 'string' || typeof apiUrl !== 'string' || typeof publishableKey !== 'string')
    return null;
  if (name.length < 1 || name.length > 100 || publishableKey.length < 10) return null;
  return isWebAddress(apiUrl) ? { name, apiUrl, publishableKey } : null;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
