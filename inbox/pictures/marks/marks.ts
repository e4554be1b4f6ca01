import type { Shape } from '../../../shared/annotate/model/document.ts';
import { parseAnnotation } from '../../../shared/annotate/model/parse.ts';
import type en from '../../../shared/i18n/inbox/pictures/en.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';

/** Read once each: a thread is drawn again and again. */
const known = new WeakMap<object, readonly Shape[]>();

/** The shapes drawn on a picture; none where the data is none, or not of a kind that is known. */
export function readMarks(annotation: unknown): readonly Shape[] {
  if (typeof annotation !== 'object' || annotation === null) return [];
  const held = known.get(annotation);
  if (held) return held;
  const parsed = parseAnnotation(annotation);
  const marks = parsed.ok ? parsed.document.shapes : [];
  known.set(annotation, marks);
  return marks;
}

type T = Translate<typeof en>;

/**
 * The marks in words, in the order in which they were drawn: each text by itself, steps from the first to the last,
 * and of what cannot be told apart in words, how many there are.
 */
export function inWords(marks: readonly Shape[], t: T): string[] {
  const words = new Map<string, string>();
  for (const mark of marks) {
    if (mark.kind === 'text') words.set(`text ${mark.id}`, t('text', { text: oneLine(mark.text) }));
    else if (!words.has(mark.kind)) words.set(mark.kind, together(marks, mark.kind, t));
  }
  return [...words.values()];
}

function together(marks: readonly Shape[], kind: Exclude<Shape['kind'], 'text'>, t: T): string {
  const alike = marks.filter((mark) => mark.kind === kind);
  if (kind !== 'step') return t(kind, { count: alike.length });
  const numbers = alike.flatMap((mark) => (mark.kind === 'step' ? [mark.number] : []));
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return first === last ? t('step', { number: first }) : t('steps', { first, last });
}

/** What somebody wrote on the picture, each text in quotation marks; '' where there is none. */
export function writtenOn(marks: readonly Shape[], t: T): string {
  return marks
    .flatMap((mark) => (mark.kind === 'text' ? [t('quoted', { text: oneLine(mark.text) })] : []))
    .join(t('between'));
}

/** A name for what leads to a picture, with what is written on that. */
export function named(label: string, annotation: unknown, t: T): string {
  const texts = writtenOn(readMarks(annotation), t);
  return texts ? t('words_on_it', { label, texts }) : label;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
