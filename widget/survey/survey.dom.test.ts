import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SurveyDefinition } from '../../shared/domain/survey.ts';
import { newId } from '../frame/id.ts';
import { ask, watch } from './main.ts';
import { momentEvery } from './page/show.ts';
import { type Bench, bench, score, surveyOf } from './samples.ts';

type Answer = 'ok' | 'conflict' | 'down';
let project: string;
let claims: { survey: string; key: unknown }[];
let dues: string[];
/** What the server says to each claim; `ok` once it is used up. */
let says: Answer[];
let due: SurveyDefinition[];
let benches: Bench[];
let now: number;

beforeEach(() => {
  localStorage.clear();
  project = `pk_${newId()}`;
  claims = [];
  dues = [];
  says = [];
  due = [];
  benches = [];
  now = 60_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const path = String(url).replace('https://api.test/functions/v1/widget', '');
    if (path.startsWith('/surveys/due')) {
      dues.push(path);
      const slug = new URLSearchParams(path.split('?')[1]).get('slug');
      return new Response(JSON.stringify({ surveys: due.filter((one) => !slug || one.slug === slug) }));
    }
    const body: Record<string, unknown> = JSON.parse(String(init.body));
    if (body.outcome === 'shown') {
      claims.push({ survey: path.split('/')[2] ?? '', key: body.idempotencyKey });
      const answer = says.shift() ?? 'ok';
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

/** A tab of this browser with the widget. */
function tab(options: Parameters<typeof bench>[0] = {}): Bench {
  const opened = bench({ project, ...options });
  benches.push(opened);
  return opened;
}
/** The timers under the test's command; the clock of the page goes with them. */
function hold() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  return async (ms: number) => {
    now += ms;
    await vi.advanceTimersByTimeAsync(ms);
  };
}
const card = () => page.getByRole('dialog', { name: 'Survey' });
const cards = () =>
  [...document.querySelectorAll('hearback-widget')].flatMap((host) => [
    ...(host.shadowRoot?.querySelectorAll('.survey') ?? []),
  ]).length;
const settled = () => vi.waitFor(() => expect(claims.length).toBeGreaterThan(0));

test('a survey without conditions comes once the server has let it, and the page hears of it', async () => {
  due = [surveyOf({}, [score])];
  const { core, heard } = tab();
  await watch(core);
  await expect.element(card()).toBeVisible();
  expect(claims.map(({ survey }) => survey)).toEqual([due[0]?.id]);
  expect(heard['survey-shown']).toEqual([{ survey: due[0]?.slug }]);
});

test('a page that was just opened asks nothing', async () => {
  now = 500;
  const wait = hold();
  due = [surveyOf({}, [score])];
  const { core } = tab();
  await watch(core);
  await wait(9000);
  expect(dues).toEqual([]);
  await wait(600);
  await vi.waitFor(() => expect(dues).toEqual(['/surveys/due']));
});

test('where the server says no it is not shown, and not asked for again on later pages', async () => {
  due = [surveyOf({}, [score])];
  says = ['conflict'];
  await watch(tab().core);
  await settled();
  const later = tab();
  await watch(later.core);
  expect(cards()).toBe(0);
  expect(claims).toHaveLength(1);
  expect(dues).toHaveLength(1);
  expect(later.heard).toEqual({});
});

test('without a network it is not shown, and claimed again later by the same key', async () => {
  const wait = hold();
  due = [surveyOf({}, [score])];
  says = ['down'];
  await watch(tab().core);
  await settled();
  expect(cards()).toBe(0);
  await wait(20_000);
  expect(claims).toHaveLength(1);
  await wait(15_000);
  await vi.waitFor(() => expect(cards()).toBe(1));
  expect(claims).toHaveLength(2);
  expect(claims[1]?.key).toBe(claims[0]?.key);
});

test.each<[string, (bench: Bench) => () => void]>([
  [
    'somebody types',
    () => {
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
      return () => field.remove();
    },
  ],
  [
    'somebody types inside a custom element of the page',
    () => {
      const host = document.body.appendChild(document.createElement('div'));
      const field = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
      field.contentEditable = 'plaintext-only';
      field.focus();
      return () => host.remove();
    },
  ],
  [
    'a modal dialog of the page is open',
    () => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.showModal();
      return () => dialog.close();
    },
  ],
  [
    'something on the page says it is modal',
    () => {
      const dialog = document.body.appendChild(document.createElement('div'));
      dialog.textContent = 'Sure?';
      dialog.ariaModal = 'true';
      return () => dialog.remove();
    },
  ],
  [
    'the panel is open',
    (opened) => {
      opened.panel(true);
      return () => opened.panel(false);
    },
  ],
  [
    'the page is hidden',
    () => {
      const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
      return () => {
        hidden.mockRestore();
        document.dispatchEvent(new Event('visibilitychange'));
      };
    },
  ],
])('it does not come while %s, and comes afterwards', async (_, begin) => {
  const wait = hold();
  due = [surveyOf({}, [score])];
  const opened = tab();
  const end = begin(opened);
  await watch(opened.core);
  await wait(3 * momentEvery);
  expect(claims).toEqual([]);
  end();
  await wait(momentEvery);
  await vi.waitFor(() => expect(cards()).toBe(1));
});

test('who begins to type while the server is asked is not interrupted either', async () => {
  const wait = hold();
  due = [surveyOf({}, [score])];
  const field = document.body.appendChild(document.createElement('textarea'));
  const { fetch } = window;
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url.endsWith('/responses')) field.focus();
    return fetch(url, init);
  });
  await watch(tab().core);
  await settled();
  await wait(3 * momentEvery);
  expect(cards()).toBe(0);
  field.blur();
  await wait(momentEvery);
  await vi.waitFor(() => expect(cards()).toBe(1));
});

test('of two tabs one shows a card, and the other neither shows nor claims one while it stands', async () => {
  const wait = hold();
  due = [surveyOf({}, [score]), surveyOf({}, [score])];
  const [one, other] = [tab(), tab()];
  await Promise.all([watch(one.core), watch(other.core)]);
  await vi.waitFor(() => expect(cards()).toBe(1));
  await wait(10 * momentEvery);
  expect(cards()).toBe(1);
  expect(claims).toHaveLength(1);
});

test('an event of the host brings it, also one told before the list was there', async () => {
  due = [surveyOf({ event: 'paid' }, [score])];
  const early = tab();
  early.track('paid');
  await watch(early.core);
  await expect.element(card()).toBeVisible();
});

test('no event, no card; the event, a card', async () => {
  due = [surveyOf({ event: 'paid' }, [score])];
  const opened = tab();
  await watch(opened.core);
  opened.track('looked');
  expect(claims).toEqual([]);
  await vi.waitFor(() => {
    opened.track('paid');
    expect(cards()).toBe(1);
  });
});

test('the delay counts from the opening of the page', async () => {
  const wait = hold();
  due = [surveyOf({ delaySeconds: 90 }, [score])];
  await watch(tab().core);
  await wait(20_000);
  expect(claims).toEqual([]);
  await wait(12_000);
  await vi.waitFor(() => expect(cards()).toBe(1));
});

test('it waits until the page is scrolled far enough', async () => {
  const long = document.body.appendChild(document.createElement('div'));
  long.style.height = '5000px';
  due = [surveyOf({ scrollPercent: 50 }, [score])];
  await watch(tab().core);
  scrollTo(0, 1000);
  await new Promise((resolve) => document.addEventListener('scrollend', resolve, { once: true }));
  expect(claims).toEqual([]);
  scrollTo(0, 3000);
  await expect.element(card()).toBeVisible();
});

test('on a page of which one part scrolls, that part counts', async () => {
  const part = document.body.appendChild(document.createElement('div'));
  part.style.cssText = 'position: fixed; inset: 0; overflow: auto';
  part.innerHTML = '<div style="height: 5000px"></div>';
  due = [surveyOf({ scrollPercent: 50 }, [score])];
  // The page itself has nothing to scroll: it would count as seen.
  const long = document.body.appendChild(document.createElement('div'));
  long.style.height = '5000px';
  await watch(tab().core);
  expect(claims).toEqual([]);
  part.scrollTop = 4000;
  await expect.element(card()).toBeVisible();
});

test('it waits until the mouse leaves the page by its upper edge', async () => {
  due = [surveyOf({ exitIntent: true }, [score])];
  await watch(tab().core);
  const out = (clientY: number, relatedTarget: EventTarget | null) =>
    document.body.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY, relatedTarget }));
  out(300, null);
  out(0, document.documentElement);
  expect(claims).toEqual([]);
  await vi.waitFor(() => {
    out(-1, null);
    expect(cards()).toBe(1);
  });
});

test.each([
  ['the Navigation API', false],
  ['looking now and then', true],
])('in a single page application it comes on the pages it is for, by %s', async (_, without) => {
  if (without) vi.stubGlobal('navigation', undefined);
  const before = location.href;
  const { pushState } = history;
  due = [surveyOf({ pages: ['/checkout/**'] }, [score])];
  await watch(tab().core);
  expect(claims).toEqual([]);
  history.pushState(null, '', '/checkout/done');
  onTestFinished(() => history.replaceState(null, '', before));
  await expect.element(card(), { timeout: 5000 }).toBeVisible();
  expect(history.pushState).toBe(pushState);
});

test('ask shows a survey by its name, whatever its trigger waits for', async () => {
  due = [surveyOf({ event: 'never', pages: ['/nowhere'] }, [score])];
  const { core, heard } = tab();
  expect(await ask(core, due[0]?.slug ?? '')).toBe(true);
  await expect.element(card()).toBeVisible();
  expect(heard['survey-shown']).toHaveLength(1);
});

test('ask says so and why where a survey is not shown', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {});
  due = [surveyOf({}, [score])];
  const slug = due[0]?.slug ?? '';
  const { core, heard } = tab();
  expect(await ask(core, 'no such')).toBe(false);
  says = ['conflict'];
  expect(await ask(core, slug)).toBe(false);
  says = ['down'];
  expect(await ask(core, slug)).toBe(false);
  expect(await ask(core, slug)).toBe(true);
  const wait = hold();
  const busy = ask(core, slug);
  await vi.waitFor(() => expect(dues).toHaveLength(5));
  for (let seconds = 0; seconds < 32; seconds += 2) await wait(2000);
  expect(await busy).toBe(false);
  expect(heard.failed?.map(({ code }) => code)).toEqual(['not_due', 'conflict', 'offline', 'busy']);
  expect(info).toHaveBeenCalledTimes(4);
  expect(cards()).toBe(1);
});

test('a card that is closed makes room, and another does not follow on its heels', async () => {
  const wait = hold();
  due = [surveyOf({}, [score]), surveyOf({}, [score])];
  await watch(tab().core);
  await vi.waitFor(() => expect(cards()).toBe(1));
  await userEvent.click(page.getByRole('button', { name: 'Not now' }));
  expect(cards()).toBe(0);
  await wait(10_000);
  expect(claims).toHaveLength(1);
  await wait(25_000);
  await vi.waitFor(() => expect(cards()).toBe(1));
  expect(claims).toHaveLength(2);
});

test('where the host has switched surveys off nothing is asked', async () => {
  due = [surveyOf({}, [score])];
  await watch(tab({ surveys: false }).core);
  expect(dues).toEqual([]);
});
