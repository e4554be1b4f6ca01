import type { AppHandle, Core, Ground, RunningCore, Session } from '../loader/core.ts';
import { isOff } from '../loader/options.ts';
import { openStore } from '../loader/store.ts';

/** All that the widget is beyond its button; the rooms get it handed and share it. */
export function createCore(ground: Ground): RunningCore {
  const { options, host, shadow, stage, button, signal, hearback, report } = ground;
  const store = openStore(options.project, () => window.localStorage);
  const language = () => stage.lang;
  let panel: Promise<AppHandle> | undefined;
  /** What was asked for last; the panel may still be on its way. */
  let wanted = false;
  let standing = false;
  let returnTo: Element | null = null;
  /** Said of what opens the panel, not of wherever the focus happened to be. */
  const expanded = (is: boolean) => {
    if (returnTo?.matches('a,button,[role],[data-hearback-open],hearback-launcher'))
      returnTo.ariaExpanded = `${is}`;
  };
  let unread = 0;
  let shown = false;
  let inBackground = false;
  let session: Promise<Session> | undefined;
  let surveys: Promise<void> | undefined;

  // What is typed in the widget is none of the page's keyboard shortcuts.
  for (const type of ['keydown', 'keypress', 'keyup'])
    stage.addEventListener(type, (event) => event.stopPropagation());

  /** Fetched with the first unread answer. */
  const badge = () => {
    shown ||= unread > 0;
    if (shown) import('./badge.ts').then((part) => part.showBadge(ground, store, unread)).catch(report);
  };
  const emit: Core['emit'] = (type, detail) => {
    try {
      ground.emit(type, detail);
    } catch (problem) {
      report(problem);
    }
  };

  const core: RunningCore = {
    options,
    host,
    shadow,
    stage,
    store,
    signal,
    report,
    emit,
    language,
    locale: () => (/^zh/.test(language()) ? 'zh-CN' : 'en'),
    setLocale(chosen) {
      store.set('locale', chosen);
      ground.label(chosen);
      badge();
    },
    unread: () => unread,
    setUnread(count) {
      if (count === unread) return;
      unread = count;
      badge();
      emit('unread', { count });
    },
    busy: () => wanted || !!document.activeElement?.matches('input,textarea,select,[contenteditable]'),
    isOpen: () => wanted,
    open: hearback.open,
    close: hearback.close,
    background() {
      if (inBackground) return;
      inBackground = true;
      import('../background/main.ts')
        .then((room) => room.run(core))
        .catch((problem) => {
          inBackground = false;
          report(problem);
        });
    },
    session() {
      session ??= import('../session/main.ts').then((room) => room.begin(core));
      session.then(ground.wake, () => {
        session = undefined;
      });
      return session;
    },
    async surveys() {
      if (isOff(options.surveys)) return;
      surveys ??= import('../survey/main.ts').then((room) => room.watch(core));
      surveys.catch(() => {
        surveys = undefined;
      });
      return surveys;
    },
    async show(room, view, trigger) {
      if (!wanted) returnTo = trigger;
      wanted = true;
      try {
        panel ??= room.mount(core);
        const handle = await panel;
        if (!wanted || signal.aborted) return;
        // Where a framework keeps pages as copies or as text, there is a widget in them that is none.
        for (const each of document.querySelectorAll(host.localName)) if (each !== host) each.remove();
        standing = true;
        button.hidden = true;
        expanded(true);
        handle.open(view);
      } catch (problem) {
        panel = undefined;
        wanted = false;
        throw problem;
      }
    },
    async hide() {
      wanted = false;
      if (!standing) return;
      standing = false;
      (await panel)?.close();
      button.hidden = isOff(options.launcher);
      expanded(false);
      // Back to where the focus came from: the host's own button, or the launcher.
      if (returnTo instanceof HTMLElement) returnTo.focus();
      const { activeElement, body } = document;
      if (!activeElement || activeElement === host || activeElement === body) button.focus();
    },
  };
  return core;
}
