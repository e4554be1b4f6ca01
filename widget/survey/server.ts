import { afterEach, beforeEach, expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { SurveyDefinition } from '../../shared/domain/survey.ts';
import { newId } from '../frame/id.ts';
import { type Bench, bench } from './samples.ts';

/** A server and its tabs for the tests of when a survey comes. Not part of any bundle. */

type Answer = 'ok' | 'conflict' | 'down';

const server = {
  /** The surveys it has for this visitor. */
  due: [] as SurveyDefinition[],
  /** What it says to each claim; `ok` once that is used up. */
  says: [] as Answer[],
  /** What it was asked. */
  dues: [] as string[],
  claims: [] as { survey: string; key: unknown }[],
  /** How long the page has been open, in ms. */
  now: 0,
};
let project: string;
let benches: Bench[];

/** The server of the tests of a file, made anew for each. */
export function surveyServer(): typeof server {
  beforeEach(() => {
    localStorage.clear();
    project = `pk_${newId()}`;
    benches = [];
    Object.assign(server, { due: [], says: [], dues: [], claims: [], now: 60_000 });
    vi.spyOn(performance, 'now').mockImplementation(() => server.now);
    vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
      const path = String(url).replace('https://api.test/functions/v1/widget', '');
      if (path.startsWith('/surveys/due')) {
        server.dues.push(path);
        const slug = new URLSearchParams(path.split('?')[1]).get('slug');
        return new Response(
          JSON.stringify({ surveys: server.due.filter((one) => !slug || one.slug === slug) }),
        );
      }
      const body: Record<string, unknown> = JSON.parse(String(init.body));
      if (body.outcome === 'shown') {
        server.claims.push({ survey: path.split('/')[2] ?? '', key: body.idempotencyKey });
        const answer = server.says.shift() ?? 'ok';
        if (answer === 'down') throw new TypeError('no network');
        if (answer === 'conflict') return new Response('{"error":{"code":"conflict"}}', { status: 409 });
      }
      return new Response(JSON.stringify({ responseId: 'r1' }));
    });
  });
  afterEach(() => {
    for (const each of benches) each.end();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });
  return server;
}

/** A tab of this browser with the widget. */
export function tab(options: Parameters<typeof bench>[0] = {}): Bench {
  const opened = bench({ project, ...options });
  benches.push(opened);
  return opened;
}
/** The timers under the test's command; the clock of the page goes with them. */
export function hold() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  return async (ms: number) => {
    server.now += ms;
    await vi.advanceTimersByTimeAsync(ms);
  };
}
export const card = () => page.getByRole('dialog', { name: 'Survey' });
export const cards = () =>
  [...document.querySelectorAll('hearback-widget')].flatMap((host) => [
    ...(host.shadowRoot?.querySelectorAll('.survey') ?? []),
  ]).length;
/** Waits until the server was asked whether one may come. */
export const claimed = () => vi.waitFor(() => expect(server.claims.length).toBeGreaterThan(0));
