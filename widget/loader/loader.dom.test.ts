import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AppHandle, Core, Rooms } from './core.ts';
import { start } from './start.ts';

const options = { project: 'pk_loader_test', api: 'https://api.test', locale: 'en' } as const;

let core: Core | undefined;
let handle: AppHandle;
let rooms: Rooms;
let warned: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  localStorage.clear();
  core = undefined;
  handle = { open: vi.fn(), close: vi.fn() };
  rooms = {
    core: vi.fn(() => import('../core/main.ts')),
    app: vi.fn(async () => ({
      mount: async (given: Core) => {
        core = given;
        return handle;
      },
    })),
  };
  warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  window.Hearback?.destroy();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const launcher = () => page.getByRole('button', { name: /Feedback/ });
const hosts = () => document.querySelectorAll('hearback-widget');

test('the launcher takes no room on the page and asks the network for nothing', () => {
  const fetched = vi.spyOn(window, 'fetch');
  const before = document.body.getBoundingClientRect();
  start(options, rooms);
  expect(document.body.getBoundingClientRect()).toEqual(before);
  expect(fetched).not.toHaveBeenCalled();
  expect(rooms.app).not.toHaveBeenCalled();
});

test('loaded twice it is there once', () => {
  const first = start(options, rooms);
  expect(start(options, rooms)).toBe(first);
  expect(hosts()).toHaveLength(1);
});

test('a page’s own style reaches nothing inside', async () => {
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = '* { color: red; font-size: 40px; margin: 30px } button { display: none }';
  start(options, rooms);
  await expect.element(launcher()).toBeVisible();
  const shadow = hosts()[0]?.shadowRoot;
  const button = shadow?.querySelector('button');
  if (!button) throw new Error('no launcher');
  expect(getComputedStyle(button).fontSize).toBe('14px');
  expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  style.remove();
});

test('a press fetches the panel once and opens it', async () => {
  start(options, rooms);
  await launcher().click();
  await vi.waitFor(() => expect(handle.open).toHaveBeenCalledOnce());
  expect(core?.isOpen()).toBe(true);
  window.Hearback?.close();
  await vi.waitFor(() => expect(handle.close).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(hosts()[0]?.shadowRoot?.activeElement?.className).toBe('launcher'));
  await launcher().click();
  await vi.waitFor(() => expect(handle.open).toHaveBeenCalledTimes(2));
});

test('the focus goes back to the page’s own button that opened it', async () => {
  const own = document.body.appendChild(document.createElement('button'));
  own.textContent = 'Help';
  start(options, rooms);
  own.onclick = () => window.Hearback?.open('question');
  await userEvent.click(own);
  await vi.waitFor(() => expect(handle.open).toHaveBeenCalledWith('question'));
  window.Hearback?.close();
  await vi.waitFor(() => expect(document.activeElement).toBe(own));
  own.remove();
});

test('a panel that cannot be fetched says so, and the next press tries again', async () => {
  vi.mocked(rooms.app).mockRejectedValue(new TypeError('offline'));
  start(options, rooms);
  await launcher().click();
  await expect.element(page.getByRole('status')).toHaveTextContent('Could not open. Try again.');
  expect(warned).toHaveBeenCalled();
  vi.mocked(rooms.app).mockResolvedValue({ mount: async () => handle });
  await launcher().click();
  await vi.waitFor(() => expect(handle.open).toHaveBeenCalledOnce());
});

test('unread answers are on the badge and in its name', async () => {
  start(options, rooms);
  await launcher().click();
  await vi.waitFor(() => expect(core).toBeDefined());
  window.Hearback?.close();
  core?.setUnread(3);
  await expect.element(page.getByRole('button', { name: 'Feedback, new answers: 3' })).toBeVisible();
  const shown = () => {
    const badge = core?.shadow.querySelector('.badge');
    return badge && getComputedStyle(badge, '::before').content;
  };
  expect(shown()).toBe('"3"');
  core?.setUnread(120);
  await vi.waitFor(() => expect(shown()).toBe('"99+"'));
  core?.setUnread(0);
  await expect.element(page.getByRole('button', { name: 'Feedback', exact: true })).toBeVisible();
});

test('only who wrote once, or has something unsent, is looked after in the background', async () => {
  const asked = vi.fn(async () => new Response('{"unread":2}'));
  vi.stubGlobal('fetch', asked);
  start(options, rooms);
  expect(rooms.core).not.toHaveBeenCalled();
  window.Hearback?.destroy();
  localStorage.setItem('hearback:pk_loader_test:wrote', '1');
  start(options, rooms);
  await expect.element(page.getByRole('button', { name: 'Feedback, new answers: 2' })).toBeVisible();
  expect(asked).toHaveBeenCalled();
});

test('keys typed in the widget are none of the page’s shortcuts', async () => {
  const shortcut = vi.fn();
  document.addEventListener('keydown', shortcut);
  start(options, rooms);
  launcher().element().focus();
  await vi.waitFor(() => expect(rooms.core).toHaveBeenCalled());
  await vi.mocked(rooms.core).mock.results[0]?.value;
  await userEvent.keyboard('j');
  expect(shortcut).not.toHaveBeenCalled();
  document.removeEventListener('keydown', shortcut);
});

test('destroyed, it leaves nothing behind and can be started anew', () => {
  start(options, rooms).destroy();
  expect(hosts()).toHaveLength(0);
  expect(window.Hearback).toBeUndefined();
  start(options, rooms);
  expect(hosts()).toHaveLength(1);
});

test('where the browser cannot do it, the page notices nothing', () => {
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(() => {
    throw new Error('not here');
  });
  expect(() => start(options, rooms).open()).not.toThrow();
  expect(hosts()).toHaveLength(0);
});
