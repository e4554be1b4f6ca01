import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerValue } from '../../domain/survey.ts';
import { branching } from '../samples.ts';
import { begin, counted, follow, type Progress, place } from './progress.ts';

const go = (progress: Progress, ...answers: (AnswerValue | undefined)[]) =>
  answers.reduce((at: Progress, answer) => follow(branching, at, { do: 'answer', answer }), progress);
const before = (progress: Progress) => progress.path.at(-1)?.id;

test('an answer leads on by its branch, the last one to the end', () => {
  const promoter = go(begin(branching), 9);
  expect(before(promoter)).toBe('keep');
  const over = go(promoter, 'all', undefined);
  expect(over.over).toBe(true);
  expect(counted(over)).toEqual({ score: 9, keep: 'all' });
});

test('going back, the answer is still there; answered otherwise, what the other way held no longer counts', () => {
  let progress = go(begin(branching), 2, ['bugs']);
  expect(before(progress)).toBe('text');
  progress = follow(branching, follow(branching, progress, { do: 'back' }), { do: 'back' });
  expect(before(progress)).toBe('score');
  expect(progress.answers).toEqual({ score: 2, wrong: ['bugs'] });
  progress = go(progress, 10);
  expect(before(progress)).toBe('keep');
  expect(counted(progress)).toEqual({ score: 10 });
});

test('before the first question there is nothing, and after the end nothing happens', () => {
  const first = begin(branching);
  expect(follow(branching, first, { do: 'back' })).toBe(first);
  const over = go(first, 9, 'all', 'More of it.');
  expect(go(over, 3)).toBe(over);
});

test('a question that is skipped has no answer, also where there was one', () => {
  const progress = follow(branching, go(begin(branching), 3, ['slow']), { do: 'back' });
  expect(counted(go(progress, undefined))).toEqual({ score: 3 });
});

test('the number of questions shrinks where a branch leaves some out', () => {
  expect(place(branching, begin(branching))).toEqual({ number: 1, total: 4 });
  expect(place(branching, go(begin(branching), 9))).toEqual({ number: 2, total: 3 });
});

test('whatever is done, the number is never beyond the total and the way is one of the survey', () => {
  const act = fc.oneof(
    fc.constant({ do: 'back' } as const),
    fc.record({
      do: fc.constant('answer' as const),
      answer: fc.constantFrom<AnswerValue | undefined>(undefined, 0, 9, 'all', ['bugs'], 'words'),
    }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      let progress = begin(branching);
      for (const each of acts) progress = follow(branching, progress, each);
      const { number, total } = place(branching, progress);
      expect(number).toBeLessThanOrEqual(total);
      expect(total).toBeLessThanOrEqual(branching.questions.length);
      const order = progress.path.map((question) => branching.questions.indexOf(question));
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    }),
  );
});
