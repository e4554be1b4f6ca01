import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../domain/limits.ts';
import type { Question } from '../domain/survey.ts';
import { answersOf, languageOf, mayGoOn, scaleOf, textIn, validAnswer } from './answers.ts';
import { anyAnswer, branching } from './samples.ts';

const ask = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  id: 'q',
  kind,
  title: { en: 'Q' },
  required: true,
  ...more,
});
const options = ['a', 'b', 'c'].map((id) => ({ id, label: { en: id } }));

test.each([
  ['nps', {}, [0, 10], [-1, 11, 9.5, '9', null, undefined, [9]]],
  ['csat', {}, [1, 5], [0, 6]],
  ['ces', {}, [1, 7], [0, 8]],
  ['rating', { scale: 3 }, [1, 3], [0, 4]],
  ['choice', { options }, ['a', 'c'], ['d', '', ['a'], 0, undefined]],
  ['several', { options }, [['a'], ['c', 'a']], [[], ['d'], ['a', 'a'], 'a']],
  ['text', {}, ['x', '字'.repeat(limits.commentLength)], ['', '  ', 'x'.repeat(limits.commentLength + 1), 3]],
] as const)('%s takes %3$j and nothing like %4$j', (kind, more, good, bad) => {
  const question = ask(kind, 'options' in more ? { options } : more);
  for (const answer of good) expect(validAnswer(question, answer), JSON.stringify(answer)).toBe(true);
  for (const answer of bad) expect(validAnswer(question, answer), JSON.stringify(answer)).toBe(false);
});

test('nothing that is no whole number of the scale is ever taken for a score', () => {
  fc.assert(
    fc.property(fc.anything(), (answer) => {
      const question = ask('nps');
      const scale = scaleOf(question);
      if (validAnswer(question, answer))
        expect(scale && Number(answer) >= scale.from && Number(answer) <= scale.to).toBe(true);
    }),
  );
});

test('what is not required may be skipped, and what is given must be right', () => {
  expect(mayGoOn(ask('text', { required: false }), undefined)).toBe(true);
  expect(mayGoOn(ask('text'), undefined)).toBe(false);
  expect(mayGoOn(ask('csat', { required: false }), 9)).toBe(false);
});

test('answers to questions that are not on the way are not sent, wrong ones neither', () => {
  const answers = { score: 9, wrong: ['slow'], text: '', other: 3 };
  expect(answersOf(branching.questions.slice(0, 1), answers)).toEqual({ score: 9 });
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('score', '__proto__', 'text'), anyAnswer), (given) => {
      const sent = answersOf(branching.questions, given);
      for (const [id, answer] of Object.entries(sent)) {
        const question = branching.questions.find((one) => one.id === id);
        expect(question && validAnswer(question, answer)).toBe(true);
      }
    }),
  );
});

test('a text that is missing in the language of the reader is read in the other', () => {
  const both = { en: 'Yes', 'zh-CN': '是' };
  expect(['zh-CN', 'en', 'de'].map((locale) => textIn(both, locale))).toEqual(['是', 'Yes', 'Yes']);
  expect([textIn({ en: 'Yes' }, 'zh-CN'), languageOf({ en: 'Yes' }, 'zh-CN')]).toEqual(['Yes', 'en']);
  expect([textIn({ 'zh-CN': '是' }, 'en'), languageOf({ 'zh-CN': '是' }, 'en')]).toEqual(['是', 'zh-CN']);
  expect(textIn(null, 'en')).toBe('');
});
