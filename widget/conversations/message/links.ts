/** A piece of a text: as it is, or leading somewhere. */
export type Piece = string | { readonly text: string; readonly href: string };

/** Chinese, Japanese and Korean are written up to an address without a space: they are no part of it. */
const letter = String.raw`(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])[\p{L}\p{M}\p{N}]`;
const address = String.raw`(?:https?:\/\/|www\.)(?:${letter}|[\-._~:/?#[\]@!$&'()*+,;=%])+`;
const mail = String.raw`[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+`;
/** Where one begins; an e-mail address never within what could be its own beginning, or long texts took long. */
const pattern = new RegExp(`(?<![\\w@/])${address}|(?<![\\w.+\\-@/])${mail}`, 'giu');

/**
 * The text in pieces, in order: addresses of pages and e-mail addresses lead there, everything else stays text. Only
 * `https:`, `http:` and `mailto:` are ever led to. A full stop or bracket that ends the sentence ends the address, too.
 */
export function linked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const shown = withoutEnd(found);
    const href = target(shown);
    if (!href) continue;
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push({ text: shown, href });
    end = index + shown.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** Without the marks that belong to the sentence around; a bracket stays where its partner is in the address. */
function withoutEnd(found: string): string {
  let shown = found;
  for (;;) {
    const last = shown.at(-1) ?? '';
    const opens = { ')': '(', ']': '[' }[last];
    if (opens ? count(shown, opens) >= count(shown, last) : !/[.,;:!?'*_~]/.test(last)) return shown;
    shown = shown.slice(0, -1);
  }
}

const count = (text: string, part: string) => text.split(part).length - 1;

function target(shown: string): string | null {
  const href = /^https?:/i.test(shown)
    ? shown
    : /^www\./i.test(shown)
      ? `https://${shown}`
      : `mailto:${shown}`;
  return URL.canParse(href) && /^(?:https?|mailto):$/.test(new URL(href).protocol) ? href : null;
}
