import { expect, test } from 'vitest';
import { stateOf } from './state.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const [past, future] = ['2026-01-01T00:00:00Z', '2026-12-01T00:00:00Z'];

test.each([
  [{ active: false, startsAt: null, endsAt: null }, 0, 'draft'],
  [{ active: false, startsAt: null, endsAt: null }, 3, 'paused'],
  [{ active: true, startsAt: null, endsAt: null }, 0, 'active'],
  [{ active: true, startsAt: past, endsAt: future }, 0, 'active'],
  [{ active: true, startsAt: future, endsAt: null }, 0, 'scheduled'],
  [{ active: true, startsAt: null, endsAt: past }, 9, 'ended'],
] as const)('%j, shown %i times: %s', (survey, shown, state) => {
  expect(stateOf(survey, shown, now)).toBe(state);
});
