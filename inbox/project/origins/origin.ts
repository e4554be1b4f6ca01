export type OriginProblem = 'origin_invalid' | 'origin_double' | 'origin_too_many';

/** The table takes no more. */
const mostOrigins = 100;

/**
 * The origin that `typed` means: a whole address is cut to it, and without a protocol it is https. `*` is every
 * origin. Null where it means none.
 */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  if (text === '*') return '*';
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(address)) return null;
  const { protocol, origin, hostname } = new URL(address);
  if (!/^https?:$/.test(protocol) || hostname.includes('*')) return null;
  // A word alone is a typing mistake, unless it is the developer's own machine.
  return /[.:]/.test(hostname) || hostname === 'localhost' ? origin : null;
}

/** `origins` with what was typed, or why it cannot be added. */
export function withOrigin(
  origins: readonly string[],
  typed: string,
): { ok: true; origins: string[] } | { ok: false; problem: OriginProblem } {
  const origin = originOf(typed);
  if (!origin) return { ok: false, problem: 'origin_invalid' };
  if (origins.includes(origin)) return { ok: false, problem: 'origin_double' };
  if (origins.length >= mostOrigins) return { ok: false, problem: 'origin_too_many' };
  return { ok: true, origins: [...origins, origin] };
}
