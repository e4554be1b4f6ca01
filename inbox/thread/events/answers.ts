import type { Locale } from '../../../shared/domain/nouns.ts';
import type { AnswerValue, Localized, Question } from '../../../shared/domain/survey.ts';

/** One answer of a survey in words. `points` of `of` where it was given on a scale. */
export type AnswerInWords = { question: string } & (
  | { points: number; of: number; text: null }
  | { points: null; of: null; text: string }
);

const most: Readonly<Partial<Record<string, number>>> = { nps: 10, csat: 5, ces: 7 };

/**
 * What was answered, in the order of the questions, in the reader's language where the survey has it. Questions
 * without an answer are left out, and so is what can no longer be read.
 */
export function answersInWords(questions: unknown, answers: unknown, locale: Locale): AnswerInWords[] {
  if (!Array.isArray(questions) || typeof answers !== 'object' || answers === null) return [];
  const given = new Map<string, unknown>(Object.entries(answers));
  return questions.filter(isQuestion).flatMap((question): AnswerInWords[] => {
    const value = given.get(question.id);
    if (!isAnswer(value)) return [];
    const title = textOf(question.title, locale);
    if (typeof value === 'number')
      return [{ question: title, points: value, of: most[question.kind] ?? question.scale ?? 5, text: null }];
    const label = (id: string) => {
      const option = question.options?.find((one) => one.id === id);
      return option ? textOf(option.label, locale) : id;
    };
    const text =
      typeof value !== 'string'
        ? new Intl.ListFormat(locale, { type: 'conjunction' }).format(value.map(label))
        : question.kind === 'text'
          ? value
          : label(value);
    return [{ question: title, points: null, of: null, text }];
  });
}

const textOf = (text: Localized, locale: Locale) => text[locale] ?? text.en ?? text['zh-CN'] ?? '';

function isQuestion(json: unknown): json is Question {
  return (
    typeof json === 'object' &&
    json !== null &&
    typeof Reflect.get(json, 'id') === 'string' &&
    typeof Reflect.get(json, 'title') === 'object' &&
    Reflect.get(json, 'title') !== null
  );
}

function isAnswer(value: unknown): value is AnswerValue {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string');
  return typeof value === 'number' || typeof value === 'string';
}
