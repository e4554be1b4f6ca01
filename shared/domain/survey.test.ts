import { expect, test } from 'vitest';
import { branching } from '../survey/samples.ts';
import { limits } from './limits.ts';
import { dueSurveys, surveyDefinition, surveyResponse } from './survey.ts';
import { surveyLimits } from './survey-limits.ts';

const response = {
  idempotencyKey: '0b1f4f0e-5f0a-4c1c-9d3c-0a7a3f1d2e4b',
  outcome: 'answered',
  answers: { score: 9, wrong: ['slow'], text: '很快' },
  locale: 'zh-CN',
};

test('a survey crosses the wire as it is, and what a page does not need is left behind', () => {
  expect(dueSurveys.parse({ surveys: [{ ...branching, audience: [] }] })).toEqual({ surveys: [branching] });
});

test.each([
  ['no question', { questions: [] }],
  ['a name that could be anything', { slug: 'A b' }],
  ['a text in no language', { questions: [{ ...branching.questions[0], title: {} }] }],
  [
    'a branch with two conditions',
    { questions: [{ ...branching.questions[0], next: [{ if: { is: 1, over: 2 }, to: 'end' }] }] },
  ],
])('a survey with %s is none', (_, wrong) => {
  expect(surveyDefinition.safeParse({ ...branching, ...wrong }).success).toBe(false);
});

test('a response has its answers by question, none where nothing was answered yet', () => {
  expect(surveyResponse.parse(response)).toEqual(response);
  expect(surveyResponse.parse({ ...response, outcome: 'shown', answers: undefined }).answers).toEqual({});
});

test.each([
  ['an answer that is an object', { answers: { score: { deep: 1 } } }],
  ['a text over the limit', { answers: { text: 'x'.repeat(limits.commentLength + 1) } }],
  ['a question that could be anything', { answers: { 'a b': 1 } }],
  [
    'more answers than questions',
    {
      answers: Object.fromEntries(
        Array.from({ length: surveyLimits.questions + 1 }, (_, at) => [`q${at}`, 1]),
      ),
    },
  ],
  ['a score of its own', { score: 9 }],
  ['a page that runs', { pageUrl: 'javascript:alert(1)' }],
  ['an unknown outcome', { outcome: 'ignored' }],
])('a response with %s is refused', (_, wrong) => {
  expect(surveyResponse.safeParse({ ...response, ...wrong }).success).toBe(false);
});
