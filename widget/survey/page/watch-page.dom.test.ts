import { expect, onTestFinished, test, vi } from 'vitest';
import { watch } from '../main.ts';
import { type Bench, score, surveyOf } from '../samples.ts';
import { card, cards, claimed, hold, surveyServer, tab } from '../server.ts';
import { momentEvery } from './show.ts';

const server = surveyServer();

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
  server.due = [surveyOf({}, [score])];
  const opened = tab();
  const end = begin(opened);
  await watch(opened.core);
  await wait(3 * momentEvery);
  expect(server.claims).toEqual([]);
  end();
  await wait(momentEvery);
  await vi.waitFor(() => expect(cards()).toBe(1));
});

test('who begins to type while the server is asked is not interrupted either', async () => {
  const wait = hold();
  server.due = [surveyOf({}, [score])];
  const field = document.body.appendChild(document.createElement('textarea'));
  const { fetch } = window;
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url.endsWith('/responses')) field.focus();
    return fetch(url, init);
  });
  await watch(tab().core);
  await claimed();
  await wait(3 * momentEvery);
  expect(cards()).toBe(0);
  field.blur();
  await wait(momentEvery);
  await vi.waitFor(() => expect(cards()).toBe(1));
});

test('an event of the host brings it, also one told before the list was there', async () => {
  server.due = [surveyOf({ event: 'paid' }, [score])];
  const early = tab();
  early.track('paid');
  await watch(early.core);
  await expect.element(card()).toBeVisible();
});

test('no event, no card; the event, a card', async () => {
  server.due = [surveyOf({ event: 'paid' }, [score])];
  const opened = tab();
  await watch(opened.core);
  opened.track('looked');
  expect(server.claims).toEqual([]);
  await vi.waitFor(() => {
    opened.track('paid');
    expect(cards()).toBe(1);
  });
});

test('the delay counts from the opening of the page', async () => {
  const wait = hold();
  server.due = [surveyOf({ delaySeconds: 90 }, [score])];
  await watch(tab().core);
  await wait(20_000);
  expect(server.claims).toEqual([]);
  await wait(12_000);
  await vi.waitFor(() => expect(cards()).toBe(1));
});

test('it waits until the page is scrolled far enough', async () => {
  const long = document.body.appendChild(document.createElement('div'));
  long.style.height = '5000px';
  server.due = [surveyOf({ scrollPercent: 50 }, [score])];
  await watch(tab().core);
  scrollTo(0, 1000);
  await new Promise((resolve) => document.addEventListener('scrollend', resolve, { once: true }));
  expect(server.claims).toEqual([]);
  scrollTo(0, 3000);
  await expect.element(card()).toBeVisible();
});

test('on a page of which one part scrolls, that part counts', async () => {
  const part = document.body.appendChild(document.createElement('div'));
  part.style.cssText = 'position: fixed; inset: 0; overflow: auto';
  part.innerHTML = '<div style="height: 5000px"></div>';
  server.due = [surveyOf({ scrollPercent: 50 }, [score])];
  // The page itself has nothing to scroll: it would count as seen.
  const long = document.body.appendChild(document.createElement('div'));
  long.style.height = '5000px';
  await watch(tab().core);
  expect(server.claims).toEqual([]);
  part.scrollTop = 4000;
  await expect.element(card()).toBeVisible();
});

test('it waits until the mouse leaves the page by its upper edge', async () => {
  server.due = [surveyOf({ exitIntent: true }, [score])];
  await watch(tab().core);
  const out = (clientY: number, relatedTarget: EventTarget | null) =>
    document.body.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY, relatedTarget }));
  out(300, null);
  out(0, document.documentElement);
  expect(server.claims).toEqual([]);
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
  server.due = [surveyOf({ pages: ['/checkout/**'] }, [score])];
  await watch(tab().core);
  expect(server.claims).toEqual([]);
  history.pushState(null, '', '/checkout/done');
  onTestFinished(() => history.replaceState(null, '', before));
  await expect.element(card(), { timeout: 5000 }).toBeVisible();
  expect(history.pushState).toBe(pushState);
});
