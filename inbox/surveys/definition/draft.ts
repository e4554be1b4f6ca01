import type { SurveyKind } from '../../../shared/domain/nouns.ts';
import type { Localized, Question, SurveyDefinition, SurveyTrigger } from '../../../shared/domain/survey.ts';

export const operators = ['is', 'not', 'contains', 'over', 'under', 'exists'] as const;
export type Operator = (typeof operators)[number];
/** A condition on a trait that the host told of its user. `value` is a number with `over`, `under`. */
export type Wish = { trait: string; op: Operator; value: string | number | boolean };

/** All that staff set of a survey. Texts that are not written yet are ''; `clean` takes them away. */
export type Draft = Pick<SurveyDefinition, 'slug' | 'questions' | 'thanks' | 'trigger'> & {
  name: string;
  kind: SurveyKind;
  audience: readonly Wish[];
  /** Of a hundred visitors; NaN while what is typed is no number. */
  samplePercent: number;
  priority: number;
  /** ISO times; null: no such end. */
  startsAt: string | null;
  endsAt: string | null;
  /** Days until the same visitor may be asked again; null: never. */
  cooldownDays: number | null;
};

export const everyPage: SurveyTrigger = {
  pages: [],
  event: null,
  delaySeconds: 20,
  scrollPercent: null,
  exitIntent: false,
  conversationClosed: false,
};

const cleanText = (texts: Localized | null | undefined): Localized | null => {
  const en = texts?.en?.trim();
  const zh = texts?.['zh-CN']?.trim();
  return en || zh ? { ...(en ? { en } : {}), ...(zh ? { 'zh-CN': zh } : {}) } : null;
};

function cleanQuestion(question: Question): Question {
  const { hint, low, high, options, next, ...rest } = question;
  const [cleanHint, cleanLow, cleanHigh] = [cleanText(hint), cleanText(low), cleanText(high)];
  return {
    ...rest,
    title: cleanText(question.title) ?? {},
    ...(cleanHint ? { hint: cleanHint } : {}),
    ...(cleanLow ? { low: cleanLow } : {}),
    ...(cleanHigh ? { high: cleanHigh } : {}),
    ...(options
      ? { options: options.map((option) => ({ id: option.id, label: cleanText(option.label) ?? {} })) }
      : {}),
    ...(next && next.length > 0 ? { next } : {}),
  };
}

/** The draft as it is saved and shown: without texts that are empty and the blanks around the others. */
export function clean(draft: Draft): Draft {
  return {
    ...draft,
    name: draft.name.trim(),
    slug: draft.slug.trim(),
    questions: draft.questions.map(cleanQuestion),
    thanks: cleanText(draft.thanks),
    trigger: {
      ...draft.trigger,
      pages: draft.trigger.pages.map((page) => page.trim()).filter(Boolean),
      event: draft.trigger.event?.trim() || null,
    },
    audience: draft.audience.map((wish) => ({ ...wish, trait: wish.trait.trim() })),
  };
}

export const differs = (one: Draft, other: Draft): boolean =>
  JSON.stringify(clean(one)) !== JSON.stringify(clean(other));

/** An id that none of `taken` is: the word, or the word with a number. */
export function newId(word: string, taken: readonly string[]): string {
  const base = slugOf(word) || 'survey';
  if (!taken.includes(base) && base !== 'end') return base;
  for (let number = 2; ; number++) {
    const id = `${base.slice(0, 36)}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** What of a name can stand in an address; '' if nothing can. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}
