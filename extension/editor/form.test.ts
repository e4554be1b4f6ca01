import { expect, test } from 'vitest';
import { chooseProject, fillIn, problems, settled } from './form.ts';

const project = { id: 'p1', name: 'Product', origins: ['https://app.ours.com'], mayFile: true };
const page = { url: 'https://www.rival.com/pricing' };
const rival = { id: 'c1', name: 'Rival', domain: 'rival.com' };
const pricing = { id: 'b1', name: 'Pricing' };
const onboarding = { id: 'b2', name: 'Onboarding' };
const noHabits = { boards: {} };
const empty = { title: 'Pricing', note: '' };

test('the competitor with the domain of the page is proposed', () => {
  const form = fillIn(empty, page, project, { boards: [], competitors: [rival] }, noHabits);
  expect(form.competitor).toEqual({ kind: 'known', id: 'c1' });
});

test('a choice that was made is not proposed away', () => {
  const chosen = { ...empty, competitor: { kind: 'none' } as const };
  const form = fillIn(chosen, page, project, { boards: [], competitors: [rival] }, noHabits);
  expect(form.competitor).toEqual({ kind: 'none' });
});

test('the board of last time is proposed', () => {
  const catalogue = { boards: [pricing, onboarding], competitors: [] };
  const form = fillIn(empty, page, project, catalogue, { boards: { p1: 'b2' } });
  expect(form.board).toEqual({ kind: 'known', id: 'b2', name: 'Onboarding' });
});

test('among several boards that were never used the member has to choose', () => {
  const form = fillIn(empty, page, project, { boards: [pricing, onboarding], competitors: [] }, noHabits);
  expect(form.board).toBeNull();
  expect(problems(form)).toEqual(['board']);
});

test('where there is no board yet a new one is asked for', () => {
  const form = fillIn(empty, page, project, { boards: [], competitors: [] }, noHabits);
  expect(form.board).toEqual({ kind: 'new', name: '' });
  expect(problems(form)).toEqual(['boardName']);
});

test('a board that was deleted in the meantime is not chosen any more', () => {
  const chosen = { ...empty, board: { kind: 'known', id: 'gone', name: 'Gone' } as const };
  const form = fillIn(chosen, page, project, { boards: [pricing, onboarding], competitors: [] }, noHabits);
  expect(form.board).toBeNull();
});

test('a project that takes no captures of this member is never chosen', () => {
  const closed = { ...project, id: 'p0', mayFile: false };
  expect(chooseProject({ ...empty, projectId: 'p0' }, [closed, project], noHabits)).toBe(project);
  expect(chooseProject(empty, [closed], noHabits)).toBeNull();
});

test('everything that is missing is named at once', () => {
  const form = fillIn(
    { title: '  ', note: '', competitor: { kind: 'new', name: '', domain: 'rival' } },
    page,
    project,
    { boards: [pricing, onboarding], competitors: [] },
    noHabits,
  );
  expect(problems(form)).toEqual(['title', 'competitorName', 'competitorDomain', 'board']);
});

test('blanks around what was typed are not saved, and a domain is reduced to its registrable part', () => {
  const form = fillIn(
    {
      title: ' Pricing ',
      note: ' ',
      competitor: { kind: 'new', name: ' Rival ', domain: 'https://www.rival.com/x' },
      board: { kind: 'new', name: ' Prices ' },
    },
    page,
    project,
    { boards: [], competitors: [] },
    noHabits,
  );
  expect(settled(form)).toMatchObject({
    title: 'Pricing',
    note: '',
    competitor: { kind: 'new', name: 'Rival', domain: 'rival.com' },
    board: { kind: 'new', name: 'Prices' },
  });
});
