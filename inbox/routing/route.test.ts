import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversationKind } from '../../shared/domain/nouns.ts';
import { conversationKinds, formatRoute, parseRoute, type Route } from './route.ts';

const id = '0e496628-9794-412c-a406-e1eff0c721ab';

test('the bare address is the inbox with open conversations of every kind', () => {
  for (const hash of ['', '#', '#/', '#/inbox'])
    expect(parseRoute(hash)).toEqual({
      name: 'conversations',
      id: null,
      filter: { status: 'open', kind: 'all' },
    });
});

test('a filter that does not exist falls back to the usual one', () => {
  expect(parseRoute('#/inbox?status=lost&kind=wish')).toMatchObject({
    filter: { status: 'open', kind: 'all' },
  });
  expect(parseRoute('#/nps?range=7d')).toEqual({ name: 'nps', range: '90d' });
});

test('every kind of conversation can be filtered by', () => {
  expect([...conversationKinds].sort()).toEqual([...conversationKind.options].sort());
});

test('an address that names no screen or holds no id is unknown, not an error', () => {
  for (const hash of [
    '#/nothing',
    '#/inbox/12',
    `#/inbox/${id}/more`,
    '#/boards/x',
    '#/surveys/x',
    `#/surveys/${id}/answers`,
    '#/surveys/new/results',
    `#/nps/${id}`,
    '#/%E0%A4',
  ])
    expect(parseRoute(hash).name, hash).toBe('unknown');
});

test('a link to a board, as the extension makes it, opens that board', () => {
  expect(parseRoute(`#/boards/${id}`)).toEqual({ name: 'board', id, competitor: null, capture: null });
});

const maybe = fc.option(fc.uuid(), { nil: null });
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    name: fc.constant('conversations' as const),
    id: maybe,
    filter: fc.record({
      status: fc.constantFrom('open' as const, 'closed' as const, 'all' as const),
      kind: fc.constantFrom('bug' as const, 'idea' as const, 'question' as const, 'all' as const),
    }),
  }),
  fc.record({ name: fc.constant('article' as const), id: fc.uuid() }),
  fc.record({ name: fc.constant('new-article' as const), fromMessage: maybe }),
  fc.record({ name: fc.constant('nps' as const), range: fc.constantFrom('30d' as const, '90d' as const) }),
  fc.constant({ name: 'surveys' as const }),
  fc.record({ name: fc.constant('survey' as const), id: fc.uuid() }),
  fc.record({ name: fc.constant('new-survey' as const), template: fc.constantFrom(null, 'nps', 'csat') }),
  fc.record({
    name: fc.constant('survey-results' as const),
    id: fc.uuid(),
    range: fc.constantFrom('30d' as const, '90d' as const),
  }),
  fc.record({ name: fc.constant('board' as const), id: fc.uuid(), competitor: maybe, capture: maybe }),
);

test('every screen comes back from its own address', () => {
  fc.assert(
    fc.property(routes, (route) => {
      expect(parseRoute(formatRoute(route))).toEqual(route);
    }),
  );
});
