import type { Answers, AnswerValue, Condition, Question, SurveyDefinition } from '../domain/survey.ts';

/** Where a branch leads that ends the survey; no question has this id. */
export const end = 'end';

/** Whether the answer to the question of the branch fits its condition. `undefined`: it was skipped. */
export function fits(condition: Condition, answer: AnswerValue | undefined): boolean {
  if (condition.skipped) return answer === undefined;
  if (condition.not !== undefined) return answer !== condition.not;
  if (condition.is !== undefined) return answer === condition.is;
  if (condition.has !== undefined)
    return answer === condition.has || (Array.isArray(answer) && answer.includes(condition.has));
  if (typeof answer !== 'number') return false;
  if (condition.under !== undefined) return answer < condition.under;
  return condition.over !== undefined && answer > condition.over;
}

type Asked = Pick<SurveyDefinition, 'questions'>;

/**
 * The id of the question that follows, or `end`. A branch that leads nowhere or back is passed over, so that every
 * survey comes to its end.
 */
export function nextQuestion(definition: Asked, id: string, answer: AnswerValue | undefined): string {
  const { questions } = definition;
  const at = questions.findIndex((question) => question.id === id);
  const later = questions.slice(at + 1).map((question) => question.id);
  for (const branch of questions[at]?.next ?? [])
    if ((branch.to === end || later.includes(branch.to)) && fits(branch.if, answer)) return branch.to;
  return later[0] ?? end;
}

/** The questions that somebody with these answers meets, in their order. */
export function routeOf(definition: Asked, answers: Answers): Question[] {
  const route: Question[] = [];
  let question = definition.questions[0];
  while (question) {
    route.push(question);
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const id = nextQuestion(definition, question.id, answer);
    question = definition.questions.find((one) => one.id === id);
  }
  return route;
}
