import fc from 'fast-check';
import type { AnswerValue, Question, SurveyDefinition, SurveyTrigger } from '../domain/survey.ts';

/** Surveys for tests, fixed and random. Not part of any bundle. */

export const trigger: SurveyTrigger = {
  pages: [],
  event: null,
  delaySeconds: 0,
  scrollPercent: null,
  exitIntent: false,
  conversationClosed: false,
};

const option = (id: string) => ({ id, label: { en: id } });

/** A score, for detractors what went wrong, for everybody else what to keep. */
export const branching: SurveyDefinition = {
  id: '0b1f4f0e-5f0a-4c1c-9d3c-0a7a3f1d2e4b',
  slug: 'nps',
  kind: 'nps',
  questions: [
    {
      id: 'score',
      kind: 'nps',
      title: { en: 'How likely?', 'zh-CN': '有多大可能？' },
      required: true,
      next: [{ if: { over: 6 }, to: 'keep' }],
    },
    {
      id: 'wrong',
      kind: 'several',
      title: { en: 'What went wrong?' },
      required: false,
      options: [option('slow'), option('dear'), option('bugs')],
      next: [
        { if: { has: 'bugs' }, to: 'text' },
        { if: { skipped: true }, to: 'end' },
      ],
    },
    {
      id: 'keep',
      kind: 'choice',
      title: { en: 'What to keep?' },
      required: true,
      options: [option('all'), option('speed')],
    },
    { id: 'text', kind: 'text', title: { 'zh-CN': '还有吗？' }, required: false },
  ],
  thanks: null,
  trigger,
};

const ids = ['a', 'b', 'c', 'd', 'e'];
const anyId = fc.constantFrom(...ids, 'end', 'nowhere');
const condition = fc.oneof(
  fc.record({ is: fc.constantFrom(1, 3, 'x') }),
  fc.record({ not: fc.constantFrom(1, 3, 'x') }),
  fc.record({ under: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ over: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ has: fc.constantFrom('x', 'y') }),
  fc.record({ skipped: fc.constant(true as const) }),
);
const question = (id: string): fc.Arbitrary<Question> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom('nps', 'csat', 'ces', 'rating', 'choice', 'several', 'text'),
    title: fc.constant({ en: id }),
    required: fc.boolean(),
    scale: fc.integer({ min: 3, max: 10 }),
    options: fc.constant([option('x'), option('y')]),
    next: fc.array(fc.record({ if: condition, to: anyId }), { maxLength: 4 }),
  });

/** One to five questions whose branches lead anywhere, also back, to themselves and nowhere. */
export const anyDefinition: fc.Arbitrary<Pick<SurveyDefinition, 'questions'>> = fc
  .integer({ min: 1, max: ids.length })
  .chain((count) => fc.tuple(...ids.slice(0, count).map(question)))
  .map((questions) => ({ questions }));

export const anyAnswer: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.integer({ min: -1, max: 11 }),
  fc.constantFrom('x', 'y', 'z', '', ' '),
  fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
);
export const anyAnswers = fc.dictionary(fc.constantFrom(...ids), anyAnswer);
