import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '../domain/survey.ts';
import { answersOf } from './answers.ts';
import { end, fits, nextQuestion, routeOf } from './next-question.ts';
import { anyAnswers, anyDefinition, branching } from './samples.ts';

const route = (answers: Answers) => routeOf(branching, answers).map((question) => question.id);

test.each([
  ['a promoter', { score: 9 }, ['score', 'keep', 'text']],
  ['a detractor who found bugs', { score: 2, wrong: ['slow', 'bugs'] }, ['score', 'wrong', 'text']],
  ['a detractor who says what else', { score: 2, wrong: ['slow'] }, ['score', 'wrong', 'keep', 'text']],
  ['a detractor who skips', { score: 2 }, ['score', 'wrong']],
])('%s meets his own questions', (_, answers, expected) => {
  expect(route(answers)).toEqual(expected);
});

test('the first branch that fits decides', () => {
  const question = branching.questions[0];
  if (!question) throw new Error('no question');
  const next = [
    { if: { over: 3 }, to: 'text' },
    { if: { over: 6 }, to: 'end' },
  ];
  expect(
    nextQuestion({ questions: [{ ...question, next }, ...branching.questions.slice(1)] }, 'score', 9),
  ).toBe('text');
});

test.each([
  [{ is: 3 }, 3, true],
  [{ is: 3 }, 4, false],
  [{ not: 3 }, 4, true],
  [{ not: 3 }, undefined, true],
  [{ under: 3 }, 2, true],
  [{ under: 3 }, 3, false],
  [{ over: 3 }, 3, false],
  [{ over: 3 }, undefined, false],
  [{ under: 3 }, 'text', false],
  [{ has: 'a' }, ['b', 'a'], true],
  [{ has: 'a' }, 'a', true],
  [{ has: 'a' }, undefined, false],
  [{ skipped: true as const }, undefined, true],
  [{ skipped: true as const }, 0, false],
])('%j of %j is %s', (condition, answer, expected) => {
  expect(fits(condition, answer)).toBe(expected);
});

test('a question that is gone leads to the end or the start, never nowhere', () => {
  expect(nextQuestion(branching, 'gone', 1)).toBe('score');
  expect(nextQuestion({ questions: [] }, 'gone', 1)).toBe(end);
});

test('every survey ends, whatever its branches and answers: no question comes twice, and all go forward', () => {
  fc.assert(
    fc.property(anyDefinition, anyAnswers, (definition, answers) => {
      const places = routeOf(definition, answers).map((question) => definition.questions.indexOf(question));
      expect(places[0]).toBe(0);
      for (const [index, place] of places.entries())
        expect(place).toBeGreaterThan(index ? (places[index - 1] ?? 0) : -1);
    }),
  );
});

test('what is sent of the answers leads along the same route', () => {
  fc.assert(
    fc.property(anyDefinition, anyAnswers, (definition, answers) => {
      const sent = answersOf(routeOf(definition, answersOf(definition.questions, answers)), answers);
      const again = answersOf(routeOf(definition, sent), sent);
      expect(again).toEqual(sent);
    }),
  );
});
