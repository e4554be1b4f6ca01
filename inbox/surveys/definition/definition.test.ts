import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../shared/domain/survey.ts';
import { clean, type Draft, differs, newId, slugOf } from './draft.ts';
import { addOption, addQuestion, changeKind, move, removeOption, removeQuestion } from './edit.ts';
import { faults } from './faults.ts';
import { readQuestions, readTrigger } from './read.ts';
import { templateNames, templates } from './templates.ts';
import { untranslated } from './translated.ts';

const draft = (name: keyof typeof templates): Draft => ({ ...templates[name], name: 'A survey' });
const codes = (wrong: Partial<Draft>, of: Draft = draft('feature')) =>
  faults(clean({ ...of, ...wrong })).map((fault) => `${fault.path} ${fault.code}`);
const [use, value, missing] = draft('feature').questions;
if (!use || !value || !missing) throw new Error('the template has three questions');

describe('a template', () => {
  test.each(templateNames.filter((name) => name !== 'empty'))(
    '%s can be saved as it is, in both languages',
    (name) => {
      expect(faults(clean(draft(name)))).toEqual([]);
      expect(untranslated(draft(name))).toBe(0);
    },
  );

  test('that is empty needs a question', () => {
    expect(codes({}, draft('empty'))).toEqual(['questions no_questions']);
  });
});

test.each<[string, Partial<Draft>, string[]]>([
  [
    'a question without a text',
    { questions: [{ ...missing, title: { en: '  ' } }] },
    ['questions.0.title text_missing'],
  ],
  [
    'one option',
    { questions: [{ ...use, options: use.options?.slice(0, 1) }] },
    ['questions.0.options options_few'],
  ],
  [
    'a branch that leads back',
    { questions: [use, { ...value, next: [{ if: { over: 3 }, to: 'use' }] }] },
    ['questions.1.next.0 branch_back'],
  ],
  [
    'a branch for a score there is not',
    { questions: [{ ...value, next: [{ if: { is: 9 }, to: 'end' }] }] },
    ['questions.0.next.0 branch_value'],
  ],
  ['no question of what it measures', { kind: 'nps' }, ['questions main_question']],
  ['a short name with blanks', { slug: 'my survey' }, ['slug slug']],
  [
    'a path that begins nowhere',
    { trigger: { ...templates.nps.trigger, pages: ['pricing'] } },
    ['trigger.pages page_start'],
  ],
  ['half a second', { trigger: { ...templates.nps.trigger, delaySeconds: 0.5 } }, ['trigger.delay delay']],
  ['nobody as a sample', { samplePercent: 0 }, ['sample sample']],
  ['letters where a number belongs', { priority: Number.NaN }, ['priority priority']],
  ['an end before its begin', { startsAt: '2026-02-01', endsAt: '2026-01-01' }, ['ends dates']],
  [
    'a comparison with a word',
    { audience: [{ trait: 'seats', op: 'over', value: 'ten' }] },
    ['audience.0.value trait_value'],
  ],
  [
    'a trait without a name',
    { audience: [{ trait: ' ', op: 'is', value: 'x' }] },
    ['audience.0.trait trait'],
  ],
])('%s is told of, with its place', (_, wrong, expected) => {
  expect(codes(wrong)).toEqual(expected);
});

test('blanks, empty lines and empty texts are no change', () => {
  const before = draft('csat');
  const same = {
    ...before,
    name: ' A survey ',
    thanks: { en: ' ' },
    trigger: { ...before.trigger, pages: [''] },
  };
  expect(differs(before, same)).toBe(false);
  expect(differs(before, { ...before, priority: 1 })).toBe(true);
});

test('names become short names, and a taken one gets a number', () => {
  expect(slugOf('  Crème brûlée — Q3! ')).toBe('cre-me-bru-le-e-q3');
  expect(slugOf('客户满意度')).toBe('');
  expect(newId('nps', ['nps', 'nps-2'])).toBe('nps-3');
  expect(newId('end', [])).toBe('end-2');
});

describe('changing questions', () => {
  const questions: Question[] = [{ ...use, next: [{ if: { is: 'other' }, to: 'missing' }] }, value, missing];

  test('branches go with the question or the option they speak of', () => {
    expect(removeQuestion(questions, 2)[0]?.next).toEqual([]);
    expect(removeQuestion(questions, 1)[0]?.next).toHaveLength(1);
    const [first] = questions;
    expect(first && removeOption(first, 3).next).toEqual([]);
    expect(first && removeOption(first, 0).next).toHaveLength(1);
  });

  test('another kind of answer brings what it needs and drops what does not fit', () => {
    const [first] = questions;
    expect(first && changeKind(first, 'rating')).toMatchObject({ scale: 5, next: [] });
    expect(first && 'options' in changeKind(first, 'rating')).toBe(false);
    expect(changeKind(value, 'choice').options).toHaveLength(2);
    expect('scale' in changeKind(value, 'nps')).toBe(false);
  });

  test('every list of additions has ids of its own and only misses its texts', () => {
    const kind = fc.constantFrom('nps', 'csat', 'ces', 'rating', 'choice', 'several', 'text');
    fc.assert(
      fc.property(
        fc.array(kind as fc.Arbitrary<Question['kind']>, { minLength: 1, maxLength: 10 }),
        (kinds) => {
          let made: Question[] = [];
          for (const one of kinds) made = addQuestion(made, one);
          made = made.map((question) => (question.options ? addOption(question) : question));
          expect(new Set(made.map((one) => one.id)).size).toBe(made.length);
          const found = faults({ ...draft('empty'), questions: made }).filter(
            (fault) => fault.code !== 'text_missing',
          );
          expect(found).toEqual([]);
        },
      ),
    );
  });

  test('moving keeps all of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer()),
        fc.integer({ min: -2, max: 9 }),
        fc.integer({ min: -2, max: 9 }),
        (list, from, to) => {
          expect([...move(list, from, to)].sort()).toEqual([...list].sort());
        },
      ),
    );
    expect(move(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  });
});

test('what was kept is read back as it was, and anything else without failing', () => {
  for (const name of templateNames) {
    const { questions, trigger } = clean(draft(name));
    expect(readQuestions(JSON.parse(JSON.stringify(questions)))).toEqual(questions);
    expect(readTrigger(JSON.parse(JSON.stringify(trigger)))).toEqual(trigger);
  }
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(Array.isArray(readQuestions(JSON.parse(JSON.stringify(json))))).toBe(true);
    }),
  );
});
