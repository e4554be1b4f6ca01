import type { Answers, AnswerValue, Localized, Question } from '../domain/survey.ts';

/** Characters of a text that somebody answers with; `limits.commentLength`, which SQL keeps too. */
const textLength = 2000;

/** The first and the last point of a question's scale, both whole numbers; null for questions without one. */
export function scaleOf(question: Pick<Question, 'kind' | 'scale'>): { from: number; to: number } | null {
  switch (question.kind) {
    case 'nps':
      return { from: 0, to: 10 };
    case 'csat':
      return { from: 1, to: 5 };
    case 'ces':
      return { from: 1, to: 7 };
    case 'rating':
      return { from: 1, to: question.scale ?? 5 };
    default:
      return null;
  }
}

/** Whether the question can be answered so. That it was not answered is no answer: see `mayGoOn`. */
export function validAnswer(question: Question, answer: unknown): answer is AnswerValue {
  const scale = scaleOf(question);
  if (scale) return Number.isInteger(answer) && Number(answer) >= scale.from && Number(answer) <= scale.to;
  const known = (id: unknown) => question.options?.some((option) => option.id === id) ?? false;
  if (question.kind === 'text')
    return typeof answer === 'string' && answer.trim() !== '' && answer.length <= textLength;
  if (question.kind === 'choice') return known(answer);
  return (
    Array.isArray(answer) &&
    answer.length > 0 &&
    answer.every(known) &&
    new Set(answer).size === answer.length
  );
}

/** Whether the card may leave the question: answered well, or not at all where it may be skipped. */
export function mayGoOn(question: Question, answer: AnswerValue | undefined): boolean {
  return answer === undefined ? !question.required : validAnswer(question, answer);
}

/** The answers that are left when those of questions which do not stand in `route` are taken away. */
export function answersOf(route: readonly Question[], answers: Answers): Record<string, AnswerValue> {
  const left: Record<string, AnswerValue> = {};
  for (const question of route) {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    if (answer !== undefined && validAnswer(question, answer)) left[question.id] = answer;
  }
  return left;
}

/** The language in which `textIn` gives a text, for the `lang` of its element. */
export function languageOf(texts: Localized | null | undefined, locale: string): 'en' | 'zh-CN' {
  const [first, second] = locale === 'zh-CN' ? (['zh-CN', 'en'] as const) : (['en', 'zh-CN'] as const);
  return texts?.[first] === undefined && texts?.[second] !== undefined ? second : first;
}

/** The text in the reader's language (`zh-CN`, else English), else in the other; '' where there is none. */
export function textIn(texts: Localized | null | undefined, locale: string): string {
  return texts?.[languageOf(texts, locale)] ?? '';
}
