import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SuggestionEvent } from '../../shared/domain/widget.ts';
import type { Core } from '../loader/core.ts';
import { openStore } from '../loader/store.ts';
import { tell } from './events.ts';

const event = (outcome: SuggestionEvent['outcome']): SuggestionEvent => ({
  suggestionSession: '5e4a1c0e-0001-4000-8000-000000000001',
  articleId: '5e4a1c0e-0001-4000-8000-000000000002',
  outcome,
  query: 'export',
});

let told: string[];
let answers: (() => Promise<Response>)[];
const end = new AbortController();
let core: Core;
beforeEach(() => {
  told = [];
  answers = [];
  // As much of the core as it takes to ask the server.
  core = Object.assign(Object.create(null), {
    options: { project: 'pk_events', api: 'https://api.test' },
    store: openStore('pk_events', () => localStorage),
    signal: end.signal,
  });
  vi.stubGlobal('fetch', (_: string, { body }: RequestInit) => {
    told.push(JSON.parse(String(body)).outcome);
    return answers.shift()?.() ?? Promise.resolve(new Response('{}'));
  });
});
afterEach(() => vi.unstubAllGlobals());

test('each outcome of an article is told once a session', () => {
  for (const outcome of ['shown', 'shown', 'opened', 'shown', 'opened'] as const) tell(core, event(outcome));
  expect(told).toEqual(['shown', 'opened']);
});

test('what did not arrive is told again once the browser is online', async () => {
  answers = [() => Promise.reject(new TypeError('no network'))];
  tell(core, event('helped'));
  expect(told).toEqual(['helped']);
  await vi.waitFor(() => {
    dispatchEvent(new Event('online'));
    expect(told).toEqual(['helped', 'helped']);
  });
});

test('what the server is too busy for goes with the next event; what it refuses is over', async () => {
  answers = [
    () => Promise.resolve(new Response('{}', { status: 503 })),
    () => Promise.resolve(new Response('{}', { status: 400 })),
  ];
  tell(core, event('shown'));
  await answered();
  tell(core, event('opened'));
  await answered();
  tell(core, event('helped'));
  expect(told).toEqual(['shown', 'shown', 'opened', 'helped']);
});

/** Until what was answered has been heard of: a task later. */
const answered = () => new Promise((done) => setTimeout(done));
