import type { Condition, Question, QuestionKind } from '../../../shared/domain/survey.ts';
import { newId } from './draft.ts';

/** Changes of a survey's questions, as functions of what there was. */
type Questions = readonly Question[];
type Branch = NonNullable<Question['next']>[number];

/** Every kind of question, in the order in which they are offered. */
export const questionKinds: readonly QuestionKind[] = [
  'nps',
  'csat',
  'ces',
  'rating',
  'choice',
  'several',
  'text',
];
export const scaled = (kind: QuestionKind) => ['nps', 'csat', 'ces', 'rating'].includes(kind);
export const chosen = (kind: QuestionKind) => kind === 'choice' || kind === 'several';

const idsOf = (list: readonly { id: string }[]) => list.map((one) => one.id);
const words: Record<QuestionKind, string> = {
  nps: 'score',
  csat: 'score',
  ces: 'score',
  rating: 'rating',
  choice: 'choice',
  several: 'several',
  text: 'text',
};

const twoOptions = () => ['option-1', 'option-2'].map((id) => ({ id, label: {} }));

/** A new question at the end, its texts empty. */
export function addQuestion(questions: Questions, kind: QuestionKind): Question[] {
  const question: Question = {
    id: newId(words[kind], idsOf(questions)),
    kind,
    title: {},
    required: kind !== 'text',
    ...(kind === 'rating' ? { scale: 5 } : {}),
    ...(chosen(kind) ? { options: twoOptions() } : {}),
  };
  return [...questions, question];
}

/** Branches that led to a question which is gone lead nowhere: they go too. */
const withoutBranchesTo = (question: Question, id: string): Question =>
  question.next ? { ...question, next: question.next.filter((branch) => branch.to !== id) } : question;

export function removeQuestion(questions: Questions, at: number): Question[] {
  const gone = questions[at]?.id ?? '';
  return questions.filter((_, index) => index !== at).map((question) => withoutBranchesTo(question, gone));
}

/** The list with the one at `from` moved to where `to` was; branches stay, though they may lead back now. */
export function move<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const item = list[from];
  const place = Math.max(0, Math.min(list.length - 1, to));
  if (item === undefined || place === from) return [...list];
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

export const replaceAt = <Item>(list: readonly Item[], at: number, item: Item): Item[] =>
  list.map((one, index) => (index === at ? item : one));
export const removeAt = <Item>(list: readonly Item[], at: number): Item[] =>
  list.filter((_, index) => index !== at);

/** Another kind of answer; what fits the new kind stays, conditions on the old answers do not. */
export function changeKind(question: Question, kind: QuestionKind): Question {
  const { scale, low, high, options, next, ...rest } = question;
  return {
    ...rest,
    kind,
    ...(kind === 'rating' ? { scale: scale ?? 5 } : {}),
    ...(scaled(kind) && low ? { low } : {}),
    ...(scaled(kind) && high ? { high } : {}),
    ...(chosen(kind) ? { options: options ?? twoOptions() } : {}),
    ...(next ? { next: next.filter((branch) => branch.if.skipped) } : {}),
  };
}

export function addOption(question: Question): Question {
  const options = question.options ?? [];
  const id = newId(`option-${options.length + 1}`, idsOf(options));
  return { ...question, options: [...options, { id, label: {} }] };
}

/** Conditions on an option go with it. */
export function removeOption(question: Question, at: number): Question {
  const gone = question.options?.[at]?.id;
  const asks = ({ if: { is, not, has } }: Branch) => [is, not, has].includes(gone);
  return {
    ...question,
    options: removeAt(question.options ?? [], at),
    ...(question.next ? { next: question.next.filter((branch) => !asks(branch)) } : {}),
  };
}

export const tests = ['is', 'not', 'under', 'over', 'has', 'skipped'] as const;
export type Test = (typeof tests)[number];

/** The conditions that can hold for answers of this kind. */
export function testsOf(kind: QuestionKind): readonly Test[] {
  if (scaled(kind)) return ['is', 'not', 'under', 'over', 'skipped'];
  if (kind === 'choice') return ['is', 'not', 'skipped'];
  return kind === 'several' ? ['has', 'skipped'] : ['skipped'];
}

export const testOf = (condition: Condition): Test => tests.find((test) => test in condition) ?? 'skipped';

export function conditionOf(test: Test, value: string | number): Condition {
  if (test === 'skipped') return { skipped: true };
  if (test === 'has') return { has: String(value) };
  if (test === 'under' || test === 'over') return { [test]: Number(value) };
  return { [test]: value };
}

export const wantedOf = ({ is, not, under, over, has }: Condition) => is ?? not ?? under ?? over ?? has ?? '';
