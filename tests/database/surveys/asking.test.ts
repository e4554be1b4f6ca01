// Who may be asked what: dates, audience, sample, cooldown and rest, across tabs and devices.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { dueSurveys } from '../../../shared/domain/survey.ts';
import { trigger } from '../../../shared/survey/samples.ts';
import { superuser } from '../../support/callers.ts';
import { newCaller, newProject, type Project, start } from '../rows.ts';
import { age, due, kept, newSurvey, respond, rest, verify } from './survey.ts';

const sql = superuser();
let project: Project;
beforeEach(async () => {
  project = await newProject(sql);
});

const slugs = async (...args: Parameters<typeof due>) => (await due(...args)).map((survey) => survey.slug);

describe('of the active surveys', () => {
  test('the most important come first, five at most, as the widget reads them', async () => {
    for (const [slug, priority] of [
      ['c', 0],
      ['a', 9],
      ['b', 5],
      ['d', -1],
      ['e', -2],
      ['f', -3],
    ] as const)
      await newSurvey(sql, project, { slug, priority });
    await newSurvey(sql, project, { slug: 'paused', active: false, priority: 99 });
    const surveys = await due(sql, newCaller(project));
    expect(surveys.map((survey) => survey.slug)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(dueSurveys.parse({ surveys })).toEqual({ surveys });
  });

  test('one is asked for by its name, if it is due', async () => {
    await newSurvey(sql, project, { slug: 'first' });
    await newSurvey(sql, project, { slug: 'second' });
    await newSurvey(sql, project, { slug: 'paused', active: false });
    expect(await slugs(sql, newCaller(project), 'second')).toEqual(['second']);
    expect(await slugs(sql, newCaller(project), 'paused')).toEqual([]);
    expect(await slugs(sql, newCaller(await newProject(sql)), 'second')).toEqual([]);
  });

  test.each([
    ['not begun', { starts_at: '2100-01-01' }, false],
    ['over', { ends_at: '2020-01-01' }, false],
    ['running', { starts_at: '2020-01-01', ends_at: '2100-01-01' }, true],
    ['for closed conversations', { trigger: { ...trigger, conversationClosed: true } }, false],
  ])('one that is %s: asked %3$s', async (_, wanted, asked) => {
    await newSurvey(sql, project, wanted);
    expect(await due(sql, newCaller(project))).toHaveLength(asked ? 1 : 0);
  });
});

describe('the audience', () => {
  const traits = { plan: 'Team', seats: 12, admin: true };
  test.each([
    [[{ trait: 'plan', op: 'is', value: 'Team' }], true],
    [[{ trait: 'plan', op: 'is', value: 'team' }], false],
    [[{ trait: 'plan', op: 'not', value: 'Free' }], true],
    [[{ trait: 'missing', op: 'not', value: 'Free' }], true],
    [[{ trait: 'missing', op: 'is', value: 'Free' }], false],
    [[{ trait: 'seats', op: 'over', value: 11 }], true],
    [[{ trait: 'seats', op: 'over', value: 12 }], false],
    [[{ trait: 'seats', op: 'under', value: 100 }], true],
    [[{ trait: 'plan', op: 'over', value: 3 }], false],
    [[{ trait: 'plan', op: 'contains', value: 'TEA' }], true],
    [[{ trait: 'admin', op: 'is', value: true }], true],
    [[{ trait: 'admin', op: 'exists', value: true }], true],
    [[{ trait: 'missing', op: 'exists', value: false }], true],
    [[{ trait: 'verified', op: 'is', value: true }], true],
    [
      [
        { trait: 'seats', op: 'over', value: 1 },
        { trait: 'plan', op: 'is', value: 'Free' },
      ],
      false,
    ],
  ])('%j: %s', async (audience, asked) => {
    await newSurvey(sql, project, { audience });
    const caller = newCaller(project);
    const visitor = await verify(sql, project, caller, 'u1');
    await sql`update public.visitors set traits = ${sql.json(traits)} where id = ${visitor}`;
    expect(await due(sql, caller)).toHaveLength(asked ? 1 : 0);
  });

  test('who claims to be verified is not', async () => {
    await newSurvey(sql, project, { audience: [{ trait: 'verified', op: 'is', value: true }] });
    const caller = newCaller(project);
    await start(sql, caller);
    await sql`update public.visitors set traits = '{"verified": true}' where project_id = ${project.id}`;
    expect(await due(sql, caller)).toEqual([]);
  });
});

test('a sample holds about its share, and a browser is in it or not, before and after it is known', async () => {
  const survey = await newSurvey(sql, project, { sample_percent: 30 });
  const callers = Array.from({ length: 200 }, () => newCaller(project));
  const asked = await Promise.all(callers.map(async (caller) => (await due(sql, caller)).length === 1));
  const share = asked.filter(Boolean).length;
  expect(share).toBeGreaterThan(30);
  expect(share).toBeLessThan(90);
  for (const [index, caller] of callers.slice(0, 20).entries()) {
    await start(sql, caller);
    expect((await due(sql, caller)).length === 1).toBe(asked[index]);
    expect((await respond(sql, caller, survey, 'shown')).error).toBe(asked[index] ? undefined : 'conflict');
  }
});

describe('who was asked', () => {
  test('is left alone by this survey for its cooldown, by the others for the rest', async () => {
    const one = await newSurvey(sql, project, { slug: 'one', cooldown_days: 30 });
    await newSurvey(sql, project, { slug: 'two' });
    const caller = newCaller(project);
    await respond(sql, caller, one, 'shown');
    expect(await slugs(sql, caller)).toEqual([]);
    await age(sql, one, 8);
    expect(await slugs(sql, caller)).toEqual(['two']);
    await age(sql, one, 30);
    expect(await slugs(sql, caller)).toEqual(['one', 'two']);
  });

  test('is never asked again what is asked once', async () => {
    const one = await newSurvey(sql, project, { cooldown_days: null });
    const caller = newCaller(project);
    await respond(sql, caller, one, 'dismissed');
    await age(sql, one, 5000);
    expect(await slugs(sql, caller)).toEqual([]);
  });

  test('is the same person on all his devices, and somebody else is not', async () => {
    const one = await newSurvey(sql, project);
    const [laptop, phone, stranger] = [newCaller(project), newCaller(project), newCaller(project)];
    await verify(sql, project, laptop, 'ada');
    await verify(sql, project, phone, 'ada');
    await respond(sql, laptop, one, 'shown');
    expect(await due(sql, phone)).toEqual([]);
    expect((await respond(sql, phone, one, 'shown')).error).toBe('conflict');
    expect(await due(sql, stranger)).toHaveLength(1);
  });
});

describe('at once', () => {
  const claims = (answers: { responseId?: string; error?: string }[]) =>
    answers.filter((answer) => answer.responseId).length;

  test('of eight tabs one may ask', async () => {
    const survey = await newSurvey(sql, project);
    const caller = newCaller(project);
    const answers = await Promise.all(Array.from({ length: 8 }, () => respond(sql, caller, survey, 'shown')));
    expect(claims(answers)).toBe(1);
    expect(await kept(sql, survey)).toHaveLength(1);
  });

  test('of two surveys on two devices of one person one may be asked', async () => {
    const surveys = [
      await newSurvey(sql, project, { slug: 'a' }),
      await newSurvey(sql, project, { slug: 'b' }),
    ];
    const callers = [newCaller(project), newCaller(project)];
    for (const caller of callers) await verify(sql, project, caller, 'ada');
    const answers = await Promise.all(
      callers.flatMap((caller) => surveys.map((survey) => respond(sql, caller, survey, 'shown'))),
    );
    expect(claims(answers)).toBe(1);
  });

  test('the same card told of many times is one response', async () => {
    const survey = await newSurvey(sql, project);
    const caller = newCaller(project);
    const key = randomUUID();
    await Promise.all(
      ['shown', 'partial', 'answered', 'shown'].map((outcome) =>
        respond(sql, caller, survey, outcome, { key, answers: outcome === 'shown' ? {} : { score: 9 } }),
      ),
    );
    expect(await kept(sql, survey)).toMatchObject([{ outcome: 'answered', score: 9 }]);
  });
});

describe('an answer', () => {
  let survey: string;
  beforeEach(async () => {
    survey = await newSurvey(sql, project);
    await rest(sql, project, 0);
  });

  test('is kept as far as it went, and then to its end', async () => {
    const caller = newCaller(project);
    const key = randomUUID();
    await respond(sql, caller, survey, 'shown', { key });
    expect(await kept(sql, survey)).toMatchObject([{ outcome: 'shown', answers: {}, score: null }]);
    await respond(sql, caller, survey, 'partial', { key, answers: { score: 3 } });
    expect(await kept(sql, survey)).toMatchObject([{ outcome: 'partial', score: 3, comment: null }]);
    await respond(sql, caller, survey, 'dismissed', { key });
    expect(await kept(sql, survey)).toMatchObject([{ outcome: 'partial', score: 3 }]);
    await respond(sql, caller, survey, 'answered', { key, answers: { score: 4, reason: '  Slow  ' } });
    expect(await kept(sql, survey)).toMatchObject([{ outcome: 'answered', score: 4, comment: 'Slow' }]);
  });

  test('stays, whatever arrives late', async () => {
    const caller = newCaller(project);
    const key = randomUUID();
    await respond(sql, caller, survey, 'answered', { key, answers: { score: 9, reason: 'Fast' } });
    for (const late of ['shown', 'partial', 'dismissed'])
      await respond(sql, caller, survey, late, { key, answers: late === 'partial' ? { score: 1 } : {} });
    expect(await kept(sql, survey)).toMatchObject([{ outcome: 'answered', score: 9, comment: 'Fast' }]);
  });

  test('to a question that is gone is left out, and the others are kept', async () => {
    const answers = { score: 8, gone: 'x', reason: 7 };
    await respond(sql, newCaller(project), survey, 'answered', { answers });
    expect(await kept(sql, survey)).toMatchObject([{ outcome: 'answered', answers: { score: 8 } }]);
  });

  test('that fits no question is refused and leaves nothing', async () => {
    for (const answers of [{ score: 11 }, { score: '9' }, { other: 3 }]) {
      const { error } = await respond(sql, newCaller(project), survey, 'answered', { answers });
      expect(error).toBe('invalid_request');
    }
    expect(await kept(sql, survey)).toEqual([]);
  });

  test('to nothing at all is no answer', async () => {
    await respond(sql, newCaller(project), survey, 'answered', { answers: {} });
    expect(await kept(sql, survey)).toMatchObject([{ outcome: 'dismissed' }]);
  });

  test('goes to the survey of its card and project only', async () => {
    const other = await newSurvey(sql, project);
    const caller = newCaller(project);
    const key = randomUUID();
    await respond(sql, caller, survey, 'shown', { key });
    expect((await respond(sql, caller, other, 'shown', { key })).error).toBe('conflict');
    const stranger = newCaller(await newProject(sql));
    expect((await respond(sql, stranger, survey, 'shown')).error).toBe('not_found');
  });
});

describe('after a conversation was closed', () => {
  const wanted = {
    slug: 'csat',
    kind: 'csat',
    cooldown_days: 0,
    trigger: { ...trigger, conversationClosed: true },
    questions: [{ id: 'score', kind: 'csat', required: true, title: { en: 'How was our help?' } }],
  };
  const close = (id: string) => sql`update public.conversations set status = 'closed' where id = ${id}`;
  const asked = async (id: string) => {
    const [row] = await sql`select private.closing_definition(${id}) ->> 'slug' as slug`;
    return row?.slug ?? null;
  };

  test('its thread asks once, on whichever device, and the rest does not hold it back', async () => {
    const survey = await newSurvey(sql, project, wanted);
    const nps = await newSurvey(sql, project, { slug: 'nps' });
    const caller = newCaller(project);
    const { conversationId } = await start(sql, caller);
    await respond(sql, caller, nps, 'shown');
    expect(await asked(conversationId)).toBeNull();
    await close(conversationId);
    expect(await asked(conversationId)).toBe('csat');
    await respond(sql, caller, survey, 'shown', { conversationId });
    expect(await asked(conversationId)).toBe('csat');
    await respond(sql, caller, survey, 'answered', { conversationId, answers: { score: 5 } });
    expect(await asked(conversationId)).toBeNull();
    expect(await kept(sql, survey)).toMatchObject([{ outcome: 'answered', score: 5 }]);
  });

  test('its own cooldown counts the other conversations', async () => {
    const survey = await newSurvey(sql, project, { ...wanted, cooldown_days: 30 });
    const caller = newCaller(project);
    const [first, second] = [await start(sql, caller), await start(sql, caller)];
    for (const { conversationId } of [first, second]) await close(conversationId);
    await respond(sql, caller, survey, 'dismissed', { conversationId: first.conversationId });
    expect(await asked(second.conversationId)).toBeNull();
    expect(
      (await respond(sql, caller, survey, 'shown', { conversationId: second.conversationId })).error,
    ).toBe('conflict');
    await age(sql, survey, 31);
    expect(await asked(second.conversationId)).toBe('csat');
    expect(await asked(first.conversationId)).toBeNull();
  });

  test('nobody answers about a conversation that is not his, is open or was closed long ago', async () => {
    const survey = await newSurvey(sql, project, wanted);
    const caller = newCaller(project);
    const { conversationId } = await start(sql, caller);
    const answer = (who = caller) =>
      respond(sql, who, survey, 'answered', { conversationId, answers: { score: 1 } });
    expect((await answer()).error).toBe('conflict');
    await close(conversationId);
    expect((await answer(newCaller(project))).error).toBe('conflict');
    expect((await respond(sql, caller, survey, 'shown')).error).toBe('conflict');
    await sql`update public.conversations set closed_at = now() - interval '15 days' where id = ${conversationId}`;
    expect((await answer()).error).toBe('conflict');
    expect(await kept(sql, survey)).toEqual([]);
  });
});
