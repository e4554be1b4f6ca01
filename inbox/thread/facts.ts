import type { Context } from '../../shared/domain/context.ts';

type Facts = { [Key in keyof Context]?: Exclude<Context[Key], undefined> };

/** What is known of the page a visitor wrote from. The column is JSON: each field is looked at before it counts. */
export function readFacts(json: unknown): Facts {
  if (typeof json !== 'object' || json === null) return {};
  const given = new Map<string, unknown>(Object.entries(json));
  const facts: Facts = {};
  for (const key of ['pageUrl', 'pageTitle', 'referrer', 'userAgent', 'language', 'timeZone'] as const) {
    const value = given.get(key);
    if (typeof value === 'string' && value !== '') facts[key] = value;
  }
  for (const key of ['viewportWidth', 'viewportHeight', 'devicePixelRatio'] as const) {
    const value = given.get(key);
    if (typeof value === 'number' && Number.isFinite(value)) facts[key] = value;
  }
  // It becomes a link.
  if (facts.pageUrl && !isWebAddress(facts.pageUrl)) delete facts.pageUrl;
  return facts;
}

/** Whether `text` is an http or https address, so that following it can run nothing. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** A text cut into plain parts and web addresses; joined again it is the same. */
export function splitLinks(text: string): { text: string; href: string | null }[] {
  const parts: { text: string; href: string | null }[] = [];
  let end = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'，。；！？、（）「」【】]+/g)) {
    // A full stop or bracket after an address belongs to the sentence.
    const address = match[0].replace(/[.,;:!?)\]]+$/, '');
    if (!isWebAddress(address)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: address, href: address });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}
