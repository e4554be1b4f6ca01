import type { Answers, AnswerValue, Question, SurveyDefinition } from '../../domain/survey.ts';
import { answersOf } from '../answers.ts';
import { nextQuestion } from '../next-question.ts';

type Asked = Pick<SurveyDefinition, 'questions'>;

/** Where somebody is in a survey. */
export interface Progress {
  /** The questions he came by, the one before him last. */
  readonly path: readonly Question[];
  /** All he has answered, also on ways he has left again: going back, he finds it as it was. */
  readonly answers: Answers;
  readonly over: boolean;
}

export type Act = { do: 'answer'; answer: AnswerValue | undefined } | { do: 'back' };

export const begin = (survey: Asked): Progress => ({
  path: survey.questions.slice(0, 1),
  answers: {},
  over: false,
});

/** What follows; an act that does not fit leaves all as it is. `undefined` as answer skips the question. */
export function follow(survey: Asked, progress: Progress, act: Act): Progress {
  const { path, over } = progress;
  const question = path.at(-1);
  if (!question || over) return progress;
  if (act.do === 'back') return path.length > 1 ? { ...progress, path: path.slice(0, -1) } : progress;

  const { [question.id]: _, ...others } = progress.answers;
  const answers = act.answer === undefined ? others : { ...others, [question.id]: act.answer };
  const id = nextQuestion(survey, question.id, act.answer);
  const next = survey.questions.find((one) => one.id === id);
  return next ? { path: [...path, next], answers, over } : { path, answers, over: true };
}

/** The answers on the way he took: those that count. */
export const counted = ({ path, answers }: Progress): Record<string, AnswerValue> => answersOf(path, answers);

/** Number of the question before him and of all there may be on his way. Branches make the second smaller. */
export function place(survey: Asked, { path }: Progress): { number: number; total: number } {
  const question = path.at(-1);
  const at = survey.questions.findIndex(({ id }) => id === question?.id);
  return { number: path.length, total: path.length + survey.questions.length - 1 - at };
}
