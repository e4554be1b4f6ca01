import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { branching } from '../../shared/survey/samples.ts';
import type { Core } from '../loader/core.ts';
import type { Store } from '../loader/store.ts';
import { keptSurveys, refresh, settle, untilAsked } from './due.ts';

const hour = 3600_000;
let values: Map<string, string>;
let store: Store;
let answers: (unknown[] | 'down' | number)[];
let asked: number;

/** As much of the core as `refresh` takes. */
const core = () => {
  const part: Pick<Core, 'options' | 'store' | 'signal'> = {
    options: { project: 'pk_test_0001', api: 'https://api.test' },
    store,
    signal: new AbortController().signal,
  };
  return part;
};

beforeEach(() => {
  values = new Map();
  store = {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => (value === null ? void values.delete(key) : void values.set(key, value)),
  };
  answers = [];
  asked = 0;
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    const next = answers.shift() ?? [];
    if (next === 'down') throw new TypeError('no network');
    if (typeof next === 'number') return new Response('', { status: next });
    return new Response(JSON.stringify({ surveys: next }));
  });
});
afterEach(() => vi.unstubAllGlobals());

test('the list is asked once an hour, on however many pages', async () => {
  answers = [[branching]];
  expect(untilAsked(store, 0)).toBe(0);
  await refresh(core(), 0);
  await refresh(core(), 10 * 60_000);
  expect(untilAsked(store, 10 * 60_000)).toBe(50 * 60_000);
  expect(asked).toBe(1);
  expect(keptSurveys(store)?.map(({ slug }) => slug)).toEqual(['nps']);
  await refresh(core(), hour);
  expect(asked).toBe(2);
});

test('where no survey is due the server is asked once a day, and later pages need not even fetch this room', async () => {
  await refresh(core(), 0);
  expect(values.get('surveyAfter')).toBe(`${24 * hour}`);
  await refresh(core(), 23 * hour);
  expect(asked).toBe(1);
  await refresh(core(), 24 * hour);
  expect(asked).toBe(2);
});

test('a server that does not answer is left alone longer and longer, up to a day, and asked as ever once it does', async () => {
  answers = ['down', 503, 403, ...Array.from({ length: 9 }, () => 'down' as const)];
  let now = 0;
  const waits = [];
  for (let turn = 0; turn < 12; turn++) {
    await refresh(core(), now);
    const wait = untilAsked(store, now);
    waits.push(wait / 60_000);
    now += wait;
  }
  expect(waits.slice(0, 4)).toEqual([5, 10, 20, 40]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(24 * 60);
  answers = [[branching]];
  await refresh(core(), now);
  answers = ['down'];
  await refresh(core(), now + hour);
  expect(untilAsked(store, now + hour)).toBe(5 * 60_000);
});

test('while the server does not answer, what it said before still stands', async () => {
  answers = [[branching], 'down'];
  await refresh(core(), 0);
  await refresh(core(), hour);
  expect(keptSurveys(store)).toHaveLength(1);
});

test('a survey that was shown is off the list; without another the room rests until the hour is over', async () => {
  answers = [[branching, { ...branching, id: 'other' }]];
  await refresh(core(), 0);
  settle(store, branching.id);
  expect(keptSurveys(store)?.map(({ id }) => id)).toEqual(['other']);
  expect(values.has('surveyAfter')).toBe(false);
  settle(store, 'other');
  expect(keptSurveys(store)).toEqual([]);
  expect(values.get('surveyAfter')).toBe(`${hour}`);
});

test.each(['{', '[]', '"x"', 'null', '{"at":"x","surveys":[]}'])(
  'what is no list counts as none: %s',
  async (text) => {
    store.set('surveys', text);
    expect(keptSurveys(store)).toBeNull();
    await refresh(core(), 0);
    expect(asked).toBe(1);
  },
);
