import type { Measure } from './width.ts';

export interface TextLine {
  readonly text: string;
  /** In image pixels. */
  readonly width: number;
  /** Whether the line runs from right to left: decided by the first letter of its paragraph. */
  readonly rtl: boolean;
}

export interface TextLayout {
  readonly lines: readonly TextLine[];
  /** Width of the longest line. */
  readonly width: number;
  readonly height: number;
}

/** Height of a line as a multiple of the font size. */
export const LINE_HEIGHT = 1.3;

/**
 * Breaks a text into lines: at newlines, between words, between Chinese, Japanese or Korean characters, and within a
 * word that is too long for a line of its own. Spaces at the end of a wrapped line hang over. The same function
 * serves the screen and the file.
 * @param size of the font, in image pixels
 * @param maxWidth where lines wrap, in image pixels; null for nowhere
 */
export function layoutText(
  text: string,
  size: number,
  maxWidth: number | null,
  measure: Measure,
): TextLayout {
  const lines = text.split('\n').flatMap((paragraph) => {
    const rtl = isRightToLeft(paragraph);
    const texts = maxWidth === null ? [paragraph] : wrapped(paragraph, size, maxWidth, measure);
    return texts.map((line) => ({ text: line, width: measure(line, size), rtl }));
  });
  return {
    lines,
    width: Math.max(...lines.map(({ width }) => width)),
    height: lines.length * size * LINE_HEIGHT,
  };
}

function wrapped(paragraph: string, size: number, maxWidth: number, measure: Measure): string[] {
  const fits = (line: string) => measure(line.trimEnd(), size) <= maxWidth;
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(paragraph)) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line.trimEnd()) lines.push(line.trimEnd());
    line = piece;
    while (line && !fits(line)) {
      const head = longestHead(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line || lines.length === 0 ? [...lines, line] : lines;
}

/** As many whole characters of a long word as fit; at least one. */
function longestHead(word: string, fits: (line: string) => boolean): string {
  let head = '';
  for (const character of characters(word)) {
    if (head && !fits(head + character)) break;
    head += character;
  }
  return head;
}

/** Characters as a reader counts them where the browser knows, else code points. */
function characters(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...text];
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
}

const IDEOGRAPH = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef';
/** May not begin a line. */
const CLOSING = '\\p{Pe}\\p{Pf}!,.:;?%、。，．：；？！％…—～·々ー”’';
/** May not end a line. */
const OPENING = '\\p{Ps}\\p{Pi}“‘';
/** A place where a line may end: after spaces or a hyphen, or beside an ideograph unless punctuation forbids. */
const PLACE = new RegExp(
  `(?<=[^\\S\\u00a0])(?=\\S)|(?<=[\\p{L}\\p{N}]-)(?=\\p{L})|(?<=[${IDEOGRAPH}])(?<![${OPENING}])(?![\\s${CLOSING}])|(?<![\\s${OPENING}])(?=[${IDEOGRAPH}])(?![${CLOSING}])`,
  'u',
);

/** The parts of a paragraph between which a line may end; spaces stay with what is before them. */
const pieces = (paragraph: string): string[] => paragraph.split(PLACE);

const FIRST_LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const isRightToLeft = (paragraph: string): boolean =>
  RIGHT_TO_LEFT.test(FIRST_LETTER.exec(paragraph)?.[0] ?? '');
