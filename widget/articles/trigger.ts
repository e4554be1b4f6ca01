const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const word = /[\p{L}\p{N}]{3,}/u;

/** Characters of a question that are searched for. */
const longest = 200;

/**
 * What to search for while `text` is being typed; null as long as that is too little: it takes two Chinese
 * characters or a word of three letters.
 */
export function searchFor(text: string): string | null {
  const query = text.trim().replace(/\s+/g, ' ').slice(0, longest).trim();
  return (query.match(han)?.length ?? 0) >= 2 || word.test(query.replace(han, ' ')) ? query : null;
}
