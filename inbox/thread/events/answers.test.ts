import { expect, test } from 'vitest';
import { answersInWords } from './answers.ts';

const questions = [
  { id: 'score', kind: 'csat', title: { en: 'How did we do?', 'zh-CN': '您满意吗？' }, required: true },
  {
    id: 'why',
    kind: 'several',
    title: { en: 'What was good?' },
    required: false,
    options: [
      { id: 'fast', label: { en: 'Fast', 'zh-CN': '快' } },
      { id: 'kind', label: { en: 'Kind' } },
    ],
  },
  { id: 'more', kind: 'text', title: { en: 'More?' }, required: false },
];

test('answers are read in the order of the questions, options by their labels', () => {
  expect(answersInWords(questions, { more: 'Thanks', why: ['fast', 'kind'], score: 4 }, 'en')).toEqual([
    { question: 'How did we do?', points: 4, of: 5, text: null },
    { question: 'What was good?', points: null, of: null, text: 'Fast and Kind' },
    { question: 'More?', points: null, of: null, text: 'Thanks' },
  ]);
});

test('the reader’s language goes first, the other stands in for it', () => {
  const [score, why] = answersInWords(questions, { why: ['kind'], score: 4 }, 'zh-CN');
  expect(score?.question).toBe('您满意吗？');
  expect(why).toMatchObject({ question: 'What was good?', text: 'Kind' });
});

test('what was skipped or cannot be read is left out', () => {
  expect(answersInWords(questions, { score: { odd: true } }, 'en')).toEqual([]);
  expect(answersInWords(null, { score: 4 }, 'en')).toEqual([]);
  expect(answersInWords([7, {}], { score: 4 }, 'en')).toEqual([]);
});
