import type { Json } from '../../../shared/backend/database.types.ts';
import type { Condition, Localized, Question } from '../../../shared/domain/survey.ts';
import { type Draft, everyPage, type Operator, operators, type Wish } from './draft.ts';
import { conditionOf, questionKinds, tests } from './edit.ts';

/**
 * Reads the parts of a survey that the database keeps as JSON. SQL lets only sound ones in, so this is no check: what
 * does not fit is left out, and the editor shows what is missing.
 */
type Given = Json | undefined;

const fieldsOf = (given: Given): { [key: string]: Given } =>
  typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {};
const listOf = (given: Given): readonly Given[] => (Array.isArray(given) ? given : []);
const textOf = (given: Given): string => (typeof given === 'string' ? given : '');
const numberOf = (given: Given, otherwise: number): number => (typeof given === 'number' ? given : otherwise);

function readTexts(given: Given): Localized {
  const { en, 'zh-CN': zh } = fieldsOf(given);
  return {
    ...(typeof en === 'string' ? { en } : {}),
    ...(typeof zh === 'string' ? { 'zh-CN': zh } : {}),
  };
}

function readCondition(given: Given): Condition {
  const fields = fieldsOf(given);
  const test = tests.find((one) => one in fields) ?? 'skipped';
  const value = fields[test];
  return conditionOf(test, typeof value === 'number' ? value : textOf(value));
}

function readQuestion(given: Given): Question {
  const { id, kind, title, hint, required, scale, low, high, options, next } = fieldsOf(given);
  return {
    id: textOf(id),
    kind: questionKinds.find((one) => one === kind) ?? 'text',
    title: readTexts(title),
    ...(hint === undefined ? {} : { hint: readTexts(hint) }),
    required: required === true,
    ...(typeof scale === 'number' ? { scale } : {}),
    ...(low === undefined ? {} : { low: readTexts(low) }),
    ...(high === undefined ? {} : { high: readTexts(high) }),
    ...(options === undefined
      ? {}
      : {
          options: listOf(options).map((option) => ({
            id: textOf(fieldsOf(option).id),
            label: readTexts(fieldsOf(option).label),
          })),
        }),
    ...(next === undefined
      ? {}
      : {
          next: listOf(next).map((branch) => ({
            if: readCondition(fieldsOf(branch).if),
            to: textOf(fieldsOf(branch).to),
          })),
        }),
  };
}

export const readQuestions = (given: Given): Question[] => listOf(given).map(readQuestion);

export const readThanks = (given: Given): Localized | null => (given == null ? null : readTexts(given));

export function readTrigger(given: Given): Draft['trigger'] {
  const { pages, event, delaySeconds, scrollPercent, exitIntent, conversationClosed } = fieldsOf(given);
  return {
    pages: listOf(pages).map(textOf),
    event: typeof event === 'string' ? event : null,
    delaySeconds: numberOf(delaySeconds, everyPage.delaySeconds),
    scrollPercent: typeof scrollPercent === 'number' ? scrollPercent : null,
    exitIntent: exitIntent === true,
    conversationClosed: conversationClosed === true,
  };
}

export function readAudience(given: Given): Wish[] {
  return listOf(given).map((wish) => {
    const { trait, op, value } = fieldsOf(wish);
    const known: Operator = operators.find((one) => one === op) ?? 'is';
    const read = typeof value === 'number' || typeof value === 'boolean' ? value : textOf(value);
    return { trait: textOf(trait), op: known, value: read };
  });
}
