import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AppHandle, Core } from '../loader/core.ts';
import type { Events, Options } from '../public.ts';
import { start } from './start.ts';

/** What a host page has of the widget before its panel: triggers, places, words, events. The panel is played. */
const project = 'pk_host_test';
let panel: AppHandle;
let core: Core | undefined;
let added: Element[];
const rooms = {
  core: () => import('../core/main.ts'),
  app: async () => ({
    mount: async (given: Core) => {
      core = given;
      return panel;
    },
  }),
};
beforeEach(() => {
  localStorage.clear();
  panel = { open: vi.fn(), close: vi.fn() };
  core = undefined;
  added = [];
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  window.Hearback?.destroy();
  for (const element of added) element.remove();
  vi.restoreAllMocks();
});

const begin = (more: Partial<Options> = {}) =>
  start({ project, api: 'https://api.test', locale: 'en', surveys: false, ...more }, rooms);
const add = (html: string): HTMLElement => {
  const element = document.createElement('div');
  element.innerHTML = html;
  added.push(document.body.appendChild(element));
  return element;
};
const host = () => document.querySelector<HTMLElement>('hearback-widget');
const button = () => host()?.shadowRoot?.querySelector('button');
const opened = (view: unknown) =>
  vi.waitFor(() => expect(panel.open).toHaveBeenLastCalledWith(view), { timeout: 3000 });

test('any element of the page opens the panel where it says, and gets the focus back', async () => {
  begin();
  const trigger = add('<a href="/support" data-hearback-open="question"><b>Help</b></a>').querySelector('a');
  await userEvent.click(page.getByText('Help'));
  await opened('question');
  expect(location.pathname).not.toBe('/support');
  expect(trigger?.ariaExpanded).toBe('true');
  window.Hearback?.close();
  await vi.waitFor(() => expect(trigger?.ariaExpanded).toBe('false'));
  expect(document.activeElement).toBe(trigger);
});

test('a trigger within an open shadow root opens it as well, though the page stops the click', async () => {
  begin();
  const root = add('').attachShadow({ mode: 'open' });
  const trigger = document.createElement('button');
  trigger.dataset.hearbackOpen = '';
  trigger.onclick = (event) => event.stopPropagation();
  root.append(trigger);
  trigger.click();
  await opened('');
  window.Hearback?.close();
  await vi.waitFor(() => expect(root.activeElement).toBe(trigger));
});

test('<hearback-launcher> is a button by its own: words, focus, keys', async () => {
  begin();
  const element = add('<hearback-launcher view="idea"></hearback-launcher>').firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error('no launcher');
  const inner = element.shadowRoot?.querySelector('button');
  expect(inner?.querySelector('slot')?.textContent).toBe('Feedback');
  element.focus();
  await userEvent.keyboard('{Enter}');
  await opened('idea');
  window.Hearback?.close();
  await vi.waitFor(() => expect(document.activeElement).toBe(element));
});

test('without a launcher nothing floats, and what fails is still said', async () => {
  begin({ launcher: false });
  expect(button()?.checkVisibility()).toBe(false);
  window.Hearback?.open();
  await opened(undefined);
  window.Hearback?.close();
  await vi.waitFor(() => expect(core?.isOpen()).toBe(false));
  expect(button()?.checkVisibility()).toBe(false);
});

test.each([
  ['bottom-end', 'ltr', { right: 40, bottom: 60 }],
  ['bottom-start', 'ltr', { left: 40, bottom: 60 }],
  ['top-end', 'ltr', { right: 40, top: 60 }],
  ['top-start', 'rtl', { right: 40, top: 60 }],
  ['bottom-end', 'rtl', { left: 40, bottom: 60 }],
] as const)('it stands where the host wishes: %s, %s', (position, dir, edges) => {
  begin({ position, dir, offset: { inline: 40, block: 60 }, zIndex: 7 });
  const box = button()?.getBoundingClientRect();
  if (!box) throw new Error('no launcher');
  const at = {
    left: box.left,
    top: box.top,
    right: document.documentElement.clientWidth - box.right,
    bottom: innerHeight - box.bottom,
  };
  expect(at).toMatchObject(edges);
  expect(getComputedStyle(host() ?? document.body).zIndex).toBe('7');
});

test('colours and roundness that the page sets on the element hold from the first paint on', () => {
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent =
    'hearback-widget { --hb-accent: rgb(1, 2, 3); --hb-accent-text: rgb(4, 5, 6); --hb-launcher-radius: 3px } :root { --hb-accent: red }';
  begin();
  const style = getComputedStyle(button() ?? document.body);
  expect([style.backgroundColor, style.color, style.borderRadius]).toEqual([
    'rgb(1, 2, 3)',
    'rgb(4, 5, 6)',
    '3px',
  ]);
  sheet.remove();
  expect(getComputedStyle(button() ?? document.body).backgroundColor).not.toBe('rgb(255, 0, 0)');
});

test('a language the host brings has its words, its direction and its tag', () => {
  begin({ locale: 'ar', strings: { ar: { 'launcher.label': 'ملاحظات' } } });
  expect(button()?.textContent).toBe('ملاحظات');
  const stage = host()?.shadowRoot?.querySelector<HTMLElement>('.stage');
  expect([stage?.lang, stage?.dir]).toEqual(['ar', 'rtl']);
});

test('what happens is told to the page, to listeners that came before the script as well', async () => {
  const heard: unknown[] = [];
  const early = (event: CustomEvent<Events['ready']>) => heard.push(event.type);
  document.addEventListener('hearback:ready', early, { once: true });
  const stop = begin().on('unread', ({ count }) => heard.push(count));
  await vi.waitFor(() => expect(heard).toEqual(['hearback:ready']));
  window.Hearback?.open();
  await opened(undefined);
  core?.setUnread(2);
  core?.setUnread(2);
  stop();
  core?.setUnread(3);
  expect(heard).toEqual(['hearback:ready', 2]);
});

test('a framework that replaces the body, or empties it, does not take the widget along', async () => {
  begin();
  const before = document.body;
  const element = host();
  const fresh = document.createElement('body');
  document.documentElement.replaceChild(fresh, before);
  await vi.waitFor(() => expect(host()).toBe(element));
  expect(element?.parentElement).toBe(fresh);
  document.documentElement.replaceChild(before, fresh);
  await vi.waitFor(() => expect(element?.parentElement).toBe(before));
  element?.remove();
  await vi.waitFor(() => expect(host()).toBe(element));
  window.Hearback?.destroy();
  before.append(document.createComment('more'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(host()).toBeNull();
});

test('closed while it is still on its way, the panel does not open', async () => {
  let arrive = () => {};
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const slow = { ...rooms, app: () => late.then(rooms.app) };
  start({ project, api: 'https://api.test', surveys: false }, slow);
  window.Hearback?.open();
  window.Hearback?.close();
  arrive();
  await vi.waitFor(() => expect(button()?.ariaBusy).toBe('false'));
  expect(panel.open).not.toHaveBeenCalled();
});
