import { getDomain, parse } from 'tldts';

/** A competitor as the table holds it. `domain` is a registrable domain in lower case. */
export type Competitor = { id: string; name: string; domain: string };

/** Whom a capture is about: nobody, somebody on the list, or somebody who is put on the list with it. */
export type CompetitorChoice =
  | { kind: 'none' }
  | { kind: 'known'; id: string }
  | { kind: 'new'; name: string; domain: string };

/**
 * The registrable domain of a page ("example.co.uk" of "https://app.example.co.uk/x"), by the public suffix
 * list; null for addresses that have none, such as IP addresses and "localhost".
 * Sites under a shared host count by themselves: "rival.github.io" is a domain of its own.
 */
export function domainOf(url: string): string | null {
  return getDomain(url, { allowPrivateDomains: true });
}

/** A name to begin with: "rival-analytics.com" gives "Rival Analytics". */
export function proposeName(domain: string): string {
  const label = parse(domain, { allowPrivateDomains: true }).domainWithoutSuffix ?? domain;
  if (label.startsWith('xn--')) return domain;
  return label
    .split(/[-_]+/)
    .filter(Boolean)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}

/**
 * Whom to offer for a page: the competitor on the list with its domain, else a new one, but nobody for pages
 * of the own product, for addresses without a domain and for what came from a file.
 * @param ownOrigins origins of the project's own pages; '*' stands for every origin and tells nothing
 */
export function offerCompetitor(
  url: string | null,
  competitors: readonly Competitor[],
  ownOrigins: readonly string[],
): CompetitorChoice {
  const domain = url && domainOf(url);
  if (!domain) return { kind: 'none' };
  const known = competitors.find((competitor) => competitor.domain === domain);
  if (known) return { kind: 'known', id: known.id };
  if (ownOrigins.some((origin) => origin !== '*' && domainOf(origin) === domain)) return { kind: 'none' };
  return { kind: 'new', name: proposeName(domain), domain };
}

/** What a member typed as a domain ("https://www.Rival.com/pricing") as the table wants it; null if it is none. */
export function parseDomain(text: string): string | null {
  return domainOf(text.trim().toLowerCase());
}
