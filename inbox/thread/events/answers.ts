import type { Locale } from '../../../shared/domain/nouns.ts';
import type { AnswerValue, Question } from '../../../shared/domain/survey.ts';
import { scaleOf, textIn } from '../../../shared/survey/answers.ts';

/** One answer of a survey in words. `points` of `of` where it was given on a scale. */
export type AnswerInWords = { question: string } & (
  | { points: number; of: number; text: null }
  | { points: null; of: null; text: string }
);

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
    const title = textIn(question.title, locale);
    if (typeof value === 'number')
      return [{ question: title, points: value, of: scaleOf(question)?.to ?? 5, text: null }];
    const label = (id: string) => {
      const option = question.options?.find((one) => one.id === id);
      return option ? textIn(option.label, locale) : id;
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
