/**
 * Whether a page's path fits the patterns of a trigger: `*` stands for anything within a segment, `**` for anything
 * across segments, and a pattern that begins with `!` excludes what the others let in. Patterns that only exclude, and
 * none at all, let every other page in. A slash at the end of the path makes no difference.
 *
 * Patterns are staff's and paths are anybody's, so no regular expression is made of them: the time is bounded by the
 * product of both lengths.
 *
 * @example matchesPage(['/docs/**', '!/docs/private/**'], '/docs/api') // true
 */
export function matchesPage(patterns: readonly string[], path: string): boolean {
  const excluding = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const including = patterns.filter((pattern) => !pattern.startsWith('!'));
  const fits = (pattern: string) => fitsPattern(pattern, path);
  return (including.length === 0 || including.some(fits)) && !excluding.some(fits);
}

function fitsPattern(pattern: string, path: string): boolean {
  if (fitsWhole(pattern, path)) return true;
  if (path.length > 1 && path.endsWith('/')) return fitsWhole(pattern, path.slice(0, -1));
  return fitsWhole(pattern, `${path}/`);
}

/** All places of the pattern are followed at once, character by character of the path. */
function fitsWhole(pattern: string, path: string): boolean {
  const parts = pattern.match(/\*\*|\*|[^*]/gu) ?? [];
  // A star may stand for nothing: whoever is before it is behind it too.
  const spread = (places: Set<number>) => {
    for (const place of places) if (parts[place]?.startsWith('*')) places.add(place + 1);
    return places;
  };
  let places = spread(new Set([0]));
  for (const character of path) {
    const after = new Set<number>();
    for (const place of places) {
      const part = parts[place];
      if (part === '**' || (part === '*' && character !== '/')) after.add(place);
      else if (part === character) after.add(place + 1);
    }
    if (after.size === 0) return false;
    places = spread(after);
  }
  return places.has(parts.length);
}
