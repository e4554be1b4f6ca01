import type { Hearback, Options } from '../public.ts';
import { afterVisible } from './after-visible.ts';
import type { AppHandle, Core, Rooms } from './core.ts';
import { createLauncher } from './launcher.ts';
import { localeOf } from './options.ts';
import { openStore } from './store.ts';

declare global {
  interface Window {
    /** The one name the widget adds to the page. */
    Hearback?: Hearback;
  }
}

/** How long somebody must have seen the page before a survey may come, in ms. */
const stay = 10_000;

export const report = (problem: unknown) => console.warn('[hearback]', problem);

/** Starts the widget on this page, once: where it already runs, the running one is given back. Never throws. */
export function start(options: Options, rooms: Rooms): Hearback {
  try {
    window.Hearback ??= begin(options, rooms);
    return window.Hearback;
  } catch (problem) {
    report(problem);
    const nothing = () => {};
    return { open: nothing, close: nothing, destroy: nothing };
  }
}

function begin(options: Options, rooms: Rooms): Hearback {
  const end = new AbortController();
  const { signal } = end;
  const store = openStore(options.project, () => window.localStorage);
  const locale = () =>
    localeOf(store.get('locale'), options.locale, navigator.languages, document.documentElement.lang);
  const launcher = createLauncher(options.theme, {
    intent: () => void rooms.app(attempt).catch(report),
    press: () => hearback.open(),
  });
  const { host, shadow, stage } = launcher;

  let app: Promise<AppHandle> | undefined;
  let attempt = 0;
  /** What was asked for last; the panel may still be on its way. */
  let wanted = false;
  let standing = false;
  let returnTo: Element | null = null;
  let unread = 0;
  let inBackground = false;

  const core: Core = {
    options,
    host,
    shadow,
    stage,
    store,
    signal,
    report,
    locale,
    language: locale,
    setLocale(chosen) {
      store.set('locale', chosen);
      launcher.label(locale(), unread);
    },
    unread: () => unread,
    setUnread(count) {
      unread = count;
      launcher.label(locale(), unread);
    },
    busy: () => wanted || !!document.activeElement?.matches('input,textarea,select,[contenteditable]'),
    isOpen: () => wanted,
    open: (view) => hearback.open(view),
    close: () => hearback.close(),
    background() {
      if (inBackground) return;
      inBackground = true;
      rooms
        .background()
        .then((room) => room.run(core))
        .catch((problem) => {
          inBackground = false;
          report(problem);
        });
    },
  };

  const hearback: Hearback = {
    async open(view) {
      if (!wanted) returnTo = document.activeElement;
      wanted = true;
      try {
        if (!standing) launcher.state('loading');
        app ??= rooms.app(attempt).then((room) => room.mount(core));
        const handle = await app;
        if (!wanted || signal.aborted) return;
        standing = true;
        launcher.state('open');
        handle.open(view);
      } catch (problem) {
        app = undefined;
        attempt += 1;
        wanted = false;
        launcher.state('failed');
        report(problem);
      }
    },
    async close() {
      wanted = false;
      if (standing) (await app)?.close();
      launcher.state('idle');
      if (!standing) return;
      standing = false;
      // Back to where the focus came from: the host's own button, or the launcher.
      if (returnTo instanceof HTMLElement && returnTo.isConnected && returnTo.matches('a,button,[tabindex]'))
        returnTo.focus();
      else launcher.focus();
    },
    destroy() {
      end.abort();
      host.remove();
      if (window.Hearback === hearback) delete window.Hearback;
    },
  };

  launcher.label(locale(), 0);
  if (document.body) document.body.append(host);
  else document.addEventListener('DOMContentLoaded', () => document.body.append(host), { signal });

  // Only who wrote once can have an answer; everybody else costs nothing more.
  if (store.get('wrote') || store.get('waiting')) core.background();

  if (Date.now() >= Number(store.get('surveyAfter'))) {
    const ask = async () => (await rooms.survey()).watch(core);
    afterVisible(stay, () => ask().catch(report), signal);
  }
  return hearback;
}
