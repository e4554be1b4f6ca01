// What staff may save as a survey: the same as the editor lets pass, whatever they send past it.
import { beforeAll, describe, expect, test } from 'vitest';
import { clean, type Draft } from '../../../inbox/surveys/definition/draft.ts';
import { faults } from '../../../inbox/surveys/definition/faults.ts';
import { templateNames, templates } from '../../../inbox/surveys/definition/templates.ts';
import { surveyLimits as max } from '../../../shared/domain/survey-limits.ts';
import { validAnswer } from '../../../shared/survey/answers.ts';
import { newWorkspace, superuser, type Workspace } from '../../support/callers.ts';

const sql = superuser();
const draft = (name: keyof typeof templates): Draft => ({ ...templates[name], name: 'A survey' });

/** What SQL finds wrong. */
async function fault(
  wanted: Partial<Record<'kind' | 'questions' | 'thanks' | 'trigger' | 'audience', unknown>>,
) {
  const { kind, questions, thanks, trigger, audience } = { ...clean(draft('feature')), ...wanted };
  const [row] = await sql<{ fault: string | null }[]>`
    select private.survey_fault(${String(kind)}, ${sql.json(questions as never)},
      ${thanks === null ? null : sql.json(thanks as never)}, ${sql.json(trigger as never)}, ${sql.json(audience as never)}) as fault`;
  return row?.fault ?? null;
}

const [use, value, missing] = draft('feature').questions;
const text = (length: number) => ({ en: 'x'.repeat(length) });
const option = (id: string) => ({ id, label: { en: id } });
const asked = { id: 'q', kind: 'text', title: { en: 'Q' }, required: false };
const rated = { ...asked, kind: 'rating', scale: 5 };
const offered = { ...asked, kind: 'choice', options: [option('a'), option('b')] };

test.each(templateNames.filter((name) => name !== 'empty'))('the template %s is sound', async (name) => {
  expect(await fault(clean(draft(name)))).toBeNull();
});

describe('both the editor and SQL refuse', () => {
  test.each<[string, Partial<Draft>]>([
    ['no question', { questions: [] }],
    [
      'too many questions',
      {
        questions: Array.from({ length: max.questions + 1 }, (_, at) => ({
          ...missing,
          id: `q${at}`,
        })) as never,
      },
    ],
    ['a question without a text', { questions: [{ ...missing, title: {} }] as never }],
    ['a question that is too long', { questions: [{ ...missing, title: text(max.title + 1) }] as never }],
    ['one option', { questions: [{ ...use, options: [option('a')] }] as never }],
    [
      'too many options',
      {
        questions: [
          { ...use, options: Array.from({ length: max.options + 1 }, (_, at) => option(`o${at}`)) },
        ] as never,
      },
    ],
    [
      'an option that is too long',
      { questions: [{ ...use, options: [option('a'), { id: 'b', label: text(max.label + 1) }] }] as never },
    ],
    ['a scale of two', { questions: [{ ...value, scale: 2 }] as never }],
    ['a branch back', { questions: [use, { ...value, next: [{ if: { over: 1 }, to: 'use' }] }] as never }],
    ['a branch to nowhere', { questions: [{ ...value, next: [{ if: { over: 1 }, to: 'gone' }] }] as never }],
    [
      'a branch for an option there is not',
      { questions: [{ ...use, next: [{ if: { is: 'gone' }, to: 'end' }] }] as never },
    ],
    [
      'a condition of another kind',
      { questions: [{ ...missing, next: [{ if: { over: 1 }, to: 'end' }] }] as never },
    ],
    ['a survey that does not ask what it measures', { kind: 'ces' }],
    ['too many pages', { trigger: { ...templates.nps.trigger, pages: Array(max.pages + 1).fill('/') } }],
    ['an hour and a second', { trigger: { ...templates.nps.trigger, delaySeconds: max.delay + 1 } }],
    ['nothing scrolled', { trigger: { ...templates.nps.trigger, scrollPercent: 0 } }],
    ['a long event', { trigger: { ...templates.nps.trigger, event: 'x'.repeat(max.event + 1) } }],
    ['a comparison with a word', { audience: [{ trait: 'a', op: 'over', value: 'b' }] }],
    ['a trait without a name', { audience: [{ trait: '', op: 'is', value: 'b' }] }],
  ])('%s', async (_, wrong) => {
    expect(faults({ ...clean(draft('feature')), ...wrong })).not.toEqual([]);
    expect(await fault(wrong)).not.toBeNull();
  });

  test('nothing less: the longest of everything is taken by both', async () => {
    const questions = Array.from({ length: max.questions }, (_, at) => ({
      id: `q${at}`.padEnd(max.slug, 'x'),
      kind: 'several' as const,
      title: text(max.title),
      hint: { 'zh-CN': '字'.repeat(max.title) },
      required: true,
      options: Array.from({ length: max.options }, (_, place) => ({
        id: `o${place}`,
        label: text(max.label),
      })),
      next: Array.from({ length: max.branches }, () => ({ if: { has: 'o1' }, to: 'end' })),
    }));
    const trigger = {
      pages: Array.from({ length: max.pages }, () => `/${'x'.repeat(max.page - 1)}`),
      event: 'x'.repeat(max.event),
      delaySeconds: max.delay,
      scrollPercent: 100,
      exitIntent: true,
      conversationClosed: false,
    };
    const audience = Array.from({ length: max.audience }, () => ({
      trait: 'x'.repeat(max.trait),
      op: 'is' as const,
      value: 'x'.repeat(max.trait),
    }));
    const wanted = { questions, trigger, audience, thanks: text(max.title) };
    expect(faults({ ...clean(draft('feature')), ...wanted })).toEqual([]);
    expect(await fault(wanted)).toBeNull();
  });
});

test.each([
  ['no list', 'x', 'questions'],
  ['a question that is none', ['x'], 'questions.0'],
  ['an unknown field', [{ ...asked, script: 'x' }], 'questions.0'],
  ['the id "end"', [{ ...asked, id: 'end' }], 'questions.0.id'],
  ['an id that could be anything', [{ ...asked, id: '<b>' }], 'questions.0.id'],
  ['one id twice', [asked, asked], 'questions'],
  ['an unknown kind', [{ ...asked, kind: 'film' }], 'questions.0.kind'],
  ['a title that is no text', [{ ...asked, title: { en: 3 } }], 'questions.0.title'],
  ['a third language', [{ ...asked, title: { en: 'Q', fr: 'Q' } }], 'questions.0.title'],
  ['a scale on a text', [{ ...asked, scale: 5 }], 'questions.0.scale'],
  ['options on a rating', [{ ...rated, options: [option('a'), option('b')] }], 'questions.0.options'],
  ['one option twice', [{ ...offered, options: [option('a'), option('a')] }], 'questions.0.options'],
  [
    'two conditions in one',
    [{ ...rated, next: [{ if: { is: 1, over: 2 }, to: 'end' }] }],
    'questions.0.next',
  ],
  ['no condition', [{ ...rated, next: [{ if: {}, to: 'end' }] }], 'questions.0.next'],
  ['half a point', [{ ...rated, scale: 4.5 }], 'questions.0.scale'],
])('%s as questions is refused with its place', async (_, questions, place) => {
  expect(await fault({ questions })).toMatch(new RegExp(`^${place.replaceAll('.', '\\.')}\\b`));
});

test.each([
  ['trigger', null],
  ['trigger', { ...templates.nps.trigger, pages: [1] }],
  ['trigger', { ...templates.nps.trigger, more: 1 }],
  ['trigger', { pages: [] }],
  ['audience', {}],
  ['audience', [{ trait: 'a', op: 'like', value: 'b' }]],
  ['audience', [{ trait: 'a', op: 'is', value: { b: 1 } }]],
  ['thanks', { en: ' ' }],
])('%s as %j is refused', async (field, wrong) => {
  expect(await fault({ [field]: wrong })).toMatch(new RegExp(`^${field}`));
});

test('SQL takes the answers that the widget lets pass, and no others', async () => {
  const questions = [
    { ...asked, kind: 'nps' },
    { ...asked, kind: 'csat' },
    { ...asked, kind: 'ces' },
    { ...asked, kind: 'rating', scale: 3 },
    offered,
    { ...offered, kind: 'several' },
    asked,
  ] as Draft['questions'];
  const answers = [
    -1,
    0,
    1,
    3,
    5,
    7,
    10,
    11,
    2.5,
    '',
    ' ',
    'a',
    'c',
    'x'.repeat(2000),
    [],
    ['a'],
    ['a', 'b'],
    ['a', 'a'],
    ['c'],
    true,
    null,
    {},
  ];
  const rows = await sql<{ question: number; answer: number; fits: boolean }[]>`
    select q.place::int - 1 as question, a.place::int - 1 as answer, private.answers_question(q.one, a.one) as fits
    from jsonb_array_elements(${sql.json(questions as never)}) with ordinality as q (one, place),
      jsonb_array_elements(${sql.json(answers as never)}) with ordinality as a (one, place)`;
  expect(rows).toHaveLength(questions.length * answers.length);
  for (const row of rows) {
    const [question, answer] = [questions[row.question], answers[row.answer]];
    if (!question) throw new Error('no such question');
    expect(row.fits, `${question.kind} ${JSON.stringify(answer)}`).toBe(validAnswer(question, answer));
  }
});

describe('over the API', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await newWorkspace();
  });
  const make = async (role: 'pm' | 'agent' | 'viewer', slug: string) => {
    const { name, kind, questions } = clean(draft('feature'));
    return workspace.people[role].client
      .from('surveys')
      .insert({ project_id: workspace.projectId, name, kind, slug, questions })
      .select('id,active')
      .maybeSingle();
  };

  test('a product manager makes, changes and removes surveys; agents and viewers read them', async () => {
    const { data } = await make('pm', 'ours');
    expect(data?.active).toBe(false);
    const id = data?.id ?? '';
    for (const role of ['agent', 'viewer'] as const) {
      const { client } = workspace.people[role];
      expect((await make(role, `no-${role}`)).error?.code).toBe('42501');
      expect((await client.from('surveys').update({ active: true }).eq('id', id).select('id')).data).toEqual(
        [],
      );
      expect((await client.from('surveys').delete().eq('id', id).select('id')).data).toEqual([]);
      expect((await client.from('surveys').select('slug').eq('id', id)).data).toEqual([{ slug: 'ours' }]);
    }
    const { client } = workspace.people.pm;
    expect(
      (await client.from('surveys').update({ active: true }).eq('id', id).select('id')).data,
    ).toHaveLength(1);
    expect((await client.from('surveys').delete().eq('id', id).select('id')).data).toHaveLength(1);
  });

  test('what is not sound is refused with its place, a short name is taken once', async () => {
    const { client } = workspace.people.pm;
    const wrong = await client.from('surveys').insert({ project_id: workspace.projectId, questions: [] });
    expect(wrong.error).toMatchObject({ code: '22023', message: 'questions: 1 to 10' });
    await make('pm', 'twice');
    expect((await make('pm', 'twice')).error?.code).toBe('23505');
  });

  test('a question that was answered keeps its kind and scale; its words may change', async () => {
    const { data } = await make('pm', 'answered');
    const id = data?.id ?? '';
    await sql`
      with visitor as (insert into public.visitors (project_id) values (${workspace.projectId}) returning id)
      insert into public.responses (project_id, survey_id, visitor_id, outcome, answers, locale, idempotency_key)
      select ${workspace.projectId}, ${id}, id, 'answered', '{"value": 4}', 'en', gen_random_uuid() from visitor`;
    const { client } = workspace.people.pm;
    const change = (question: Record<string, unknown>) =>
      client
        .from('surveys')
        .update({ questions: [{ ...value, ...question } as never] })
        .eq('id', id)
        .select('id');
    expect((await change({ scale: 7 })).error?.message).toContain('was answered');
    expect((await change({ title: { en: 'Other words' } })).data).toHaveLength(1);
  });
});
