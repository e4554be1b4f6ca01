/** What base64, base64url and hexadecimal are written with, long enough to be a secret. */
const runs = /[\w+/-]{24,}={0,2}/g;
const uuids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const window = 24;

/** A text without long stretches that no person and no naming convention writes: keys, digests, encoded data. */
export function redactRandom(text: string): string {
  return text.replace(runs, (run) => {
    // UUIDs name things, secrets are seldom written so.
    const rest = run.replace(uuids, '/');
    return rest.length >= window && looksRandom(rest) ? withoutRandom(run) : run;
  });
}

/** In a path only the parts that a random stretch reaches into. */
function withoutRandom(run: string): string {
  const parts = run.split('/');
  const random = parts.map((part) => looksRandom(part.replace(uuids, '/')));
  // A slash of base64 may have cut it into parts too short to tell.
  return random.includes(true)
    ? parts.map((part, place) => (random[place] ? '[secret]' : part)).join('/')
    : '[secret]';
}

/**
 * Whether some 24 characters of `run` change between small letters, capitals and digits as often as chance does.
 * Chance changes 15 times in base64 and 9 in small letters and digits; a compound name
 * (`handleItemClick`) up to 12, a name with the hash of a build in it 8.
 */
export function looksRandom(run: string): boolean {
  if (/(?:^|[^a-z0-9])(?=[0-9a-f]*\d[0-9a-f]*\d)(?=[0-9a-f]*[a-f][0-9a-f]*[a-f])[0-9a-f]{32,}/i.test(run))
    return true;
  const kinds = [...run].map(kindOf);
  const changes = kinds.map((kind, place) =>
    place > 0 && kind && kinds[place - 1] && kind !== kinds[place - 1] ? 1 : 0,
  );
  let inWindow = 0;
  const counts = { a: 0, A: 0, 1: 0, '': 0 };
  for (const [place, kind] of kinds.entries()) {
    counts[kind] += 1;
    inWindow += changes[place] ?? 0;
    const left = kinds[place - window];
    if (left !== undefined) {
      counts[left] -= 1;
      // The change into the first character of the window is none within it.
      inWindow -= changes[place - window] ?? 0;
    }
    if (place < window - 1) continue;
    const letters = counts.a + counts.A;
    // The fewer digits, the more it may be a name of many words.
    const enough = [15, 13][counts[1]] ?? 10;
    if (counts.a > 2 && counts.A > 2 && inWindow >= enough) return true;
    if (!counts[''] && counts[1] >= 4 && letters >= 4 && inWindow >= 6) return true;
  }
  return false;
}

function kindOf(character: string): 'a' | 'A' | 1 | '' {
  if (character >= 'a' && character <= 'z') return 'a';
  if (character >= 'A' && character <= 'Z') return 'A';
  return character >= '0' && character <= '9' ? 1 : '';
}
