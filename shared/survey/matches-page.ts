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

const star = -1;
const twoStars = -2;
const slash = 47;

/**
 * With a slash at its end and without it. All places of the pattern are followed at once, character by character of
 * the path, in rows of bytes: a pattern full of stars keeps hundreds of places alive, and it is tried against every page
 * while somebody uses it.
 */
function fitsPattern(pattern: string, path: string): boolean {
  const parts = Int32Array.from(pattern.match(/\*\*|\*|[^*]/gu) ?? [], (part) =>
    part === '**' ? twoStars : part === '*' ? star : (part.codePointAt(0) ?? 0),
  );
  const end = parts.length;
  // A 1 at `n`: the path so far is what the first `n` parts stand for.
  let before = new Uint8Array(end + 1);
  let after = new Uint8Array(end + 1);
  before[0] = 1;
  // A star may stand for nothing: whoever is before it is behind it too.
  for (let n = 0; n < end && (parts[n] ?? 0) < 0; n += 1) before[n + 1] = 1;

  /** Whether any place is left. */
  const step = (character: number) => {
    after.fill(0);
    for (let n = 0; n < end; n += 1) {
      const part = parts[n] ?? 0;
      if (before[n] === 1) {
        if (part === character) after[n + 1] = 1;
        else if (part === twoStars || (part === star && character !== slash)) after[n] = 1;
      }
      if (part < 0 && after[n] === 1) after[n + 1] = 1;
    }
    [before, after] = [after, before];
    return before.includes(1);
  };

  const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  for (const letter of bare) if (!step(letter.codePointAt(0) ?? 0)) return false;
  if (before[end] === 1) return true;
  step(slash);
  return before[end] === 1;
}
