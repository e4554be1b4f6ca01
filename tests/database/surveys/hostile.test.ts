// Definitions that a member sends past the editor: what SQL keeps, the function can hand to every visitor.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { surveyDefinition } from '../../../shared/domain/survey.ts';
import { superuser } from '../../support/callers.ts';
import { newCaller, newProject, type Project } from '../rows.ts';
import { due, newSurvey, respond, rest } from './survey.ts';

const sql = superuser();
let project: Project;
beforeAll(async () => {
  project = await newProject(sql);
  await rest(sql, project, 0);
});

const trigger = {
  pages: ['/a'],
  event: 'e',
  delaySeconds: 0,
  scrollPercent: 1,
  exitIntent: false,
  conversationClosed: false,
};
const audience = [{ trait: 'plan', op: 'is', value: 'team' }];
const option = (id: unknown) => ({ id, label: { en: 'x' } });
const asked = { id: 'q', kind: 'text', title: { en: 'Q' }, required: false };
const choice = { ...asked, kind: 'choice', options: [option('a'), option('b')] };

/** What SQL finds wrong with each, sent as JSON text: numbers may stand in it as no JavaScript writes them. */
const faultsOf = async (surveys: string[]) => {
  const rows = await sql<{ fault: string | null }[]>`
    select private.survey_fault('custom', one -> 'questions', nullif(one -> 'thanks', 'null'), one -> 'trigger', one -> 'audience') as fault
    from unnest(${surveys}::text[]) with ordinality as sent (text, place), jsonb(sent.text) as one order by place`;
  return rows.map(({ fault }) => fault);
};
const survey = (questions: unknown, more: object = {}) =>
  JSON.stringify({ questions, thanks: null, trigger, audience, ...more });
const digits = `0.${'0'.repeat(9000)}`;

describe('a definition is refused', () => {
  test.each<[string, string]>([
    ['whose question has a number for a name', survey([{ ...asked, id: 1 }])],
    ['whose option has a number for a name', survey([{ ...choice, options: [option(1), option('b')] }])],
    [
      'whose branch leads to a number',
      survey([
        { ...asked, next: [{ if: { skipped: true }, to: 1 }] },
        { ...asked, id: '1' },
      ]),
    ],
    [
      'with a megabyte in an option',
      survey([{ ...choice, options: [{ ...option('a'), more: 'x'.repeat(1e6) }, option('b')] }]),
    ],
    [
      'with more than a branch in a branch',
      survey([{ ...choice, next: [{ if: { is: 'a' }, to: 'end', x: 1 }] }]),
    ],
    ['with more than a wish in its audience', survey([asked], { audience: [{ ...audience[0], x: 'x' }] })],
    ['with a number of many digits', survey([asked]).replace('"delaySeconds":0', `"delaySeconds":${digits}`)],
  ])('%s', async (_, text) => {
    expect((await faultsOf([text]))[0]).not.toBeNull();
  });
});

test('whatever is put in the place of any part, what SQL takes the function understands', async () => {
  const base = {
    questions: [
      {
        id: 'a',
        kind: 'several',
        title: { en: 'A', 'zh-CN': '甲' },
        hint: { en: 'H' },
        required: true,
        options: [option('x'), option('y')],
        next: [{ if: { has: 'x' }, to: '2' }],
      },
      {
        id: 'b',
        kind: 'rating',
        scale: 5,
        title: { en: 'B' },
        low: { en: 'L' },
        high: { en: 'H' },
        required: false,
      },
      { id: '2', kind: 'choice', title: { en: 'C' }, required: false, options: [option('x'), option('y')] },
    ],
    thanks: { en: 'T' },
    trigger,
    audience,
  };
  const places: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (path.length > 0) places.push(path);
    if (Array.isArray(value)) for (const [at, one] of value.entries()) walk(one, [...path, at]);
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
  };
  walk(base, []);
  const stranger = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      1,
      2,
      5,
      -1,
      1.5,
      1e300,
      '',
      ' ',
      'x',
      'end',
      '1',
      '2',
      'nps',
      [],
      {},
      ['x'],
    ),
    fc.constantFrom<unknown>(
      { en: 'x' },
      { fr: 'x' },
      { en: null },
      { skipped: true },
      { skipped: false },
      { is: 'x' },
      { has: 'x', is: 'x' },
    ),
    fc.constantFrom(
      '😀'.repeat(300),
      '😀'.repeat(301),
      '字'.repeat(100),
      '\u2028',
      'x'.repeat(41),
      '__proto__',
    ),
  );
  const replaced = fc.tuple(fc.constantFrom(...places), stranger).map(([path, value]) => {
    const copy = structuredClone(base);
    let inside: unknown = copy;
    for (const key of path.slice(0, -1)) inside = Reflect.get(Object(inside), key);
    Reflect.set(Object(inside), path.at(-1) ?? '', value);
    return JSON.stringify(copy);
  });
  const texts = fc.sample(replaced, { numRuns: 600, seed: 20261122 });
  const faults = await faultsOf(texts);
  const taken = texts.filter((_, at) => faults[at] === null);
  expect(taken.length).toBeGreaterThan(50);
  const misread = taken.filter((text) => {
    const { audience: _, ...definition } = JSON.parse(text);
    return !surveyDefinition.safeParse({ id: randomUUID(), slug: 's', kind: 'custom', ...definition })
      .success;
  });
  expect(misread).toEqual([]);
});

test('a scale that is written with a point is a scale', async () => {
  const id = await newSurvey(sql, project, {
    kind: 'custom',
    questions: [{ ...asked, kind: 'rating', scale: 5 }],
  });
  await sql`update public.surveys set questions = replace(questions::text, '"scale": 5', '"scale": 5.0')::jsonb where id = ${id}`;
  expect(await respond(sql, newCaller(project), id, 'answered', { answers: { q: 5 } })).toHaveProperty(
    'responseId',
  );
});

test('a project asks a hundred surveys at once and no more, so that being asked takes no time', async () => {
  const crowded = await newProject(sql);
  await sql`insert into public.surveys (project_id, active) select ${crowded.id}, true from generate_series(1, 100)`;
  await expect(newSurvey(sql, crowded)).rejects.toMatchObject({ code: '22023' });
  const waiting = await newSurvey(sql, crowded, { active: false });
  await expect(sql`update public.surveys set active = true where id = ${waiting}`).rejects.toMatchObject({
    code: '22023',
  });
  // Those that are asked already may be changed and ended.
  await sql`update public.surveys set name = 'Other' where project_id = ${crowded.id}`;
  await sql`update public.surveys set active = false where id = (select id from public.surveys where project_id = ${crowded.id} and active limit 1)`;
  await sql`update public.surveys set active = true where id = ${waiting}`;
  expect(await due(sql, newCaller(crowded))).toHaveLength(5);
});
