import type { Hearback, Options } from '../public.ts';
import type { Core, Ground, Rooms, RunningCore, Session } from './core.ts';
import { createLauncher } from './launcher.ts';
import { isOff } from './options.ts';
import { keepInPage } from './place.ts';
import { listenToTriggers } from './triggers.ts';

/** How long somebody must have seen the page before a survey may come, in ms. */
const stay = 10_000;

export const report = (problem: unknown): undefined => void console.warn('[hearback]', problem);

/** The same as the page gets; a trigger says which element it is. */
interface Started extends Omit<Hearback, 'open'> {
  open(view?: unknown, trigger?: Element | null): Promise<void>;
}

/** Starts the widget on this page, once: where it already runs, the running one is given back. Never throws. */
export function start(options: Options, rooms: Rooms): Hearback {
  if (window.Hearback) return window.Hearback;
  const end = new AbortController();
  const { signal } = end;
  let ground: Ground | undefined;
  let running: Promise<RunningCore> | undefined;
  let attempt = 0;
  /** Grows with every wish to open or close: only the last one counts once the panel is there. */
  let turn = 0;
  let wake = (_session: Session) => {};
  const awake = new Promise<Session>((resolve) => {
    wake = resolve;
  });

  const emit: Core['emit'] = (type, detail) => {
    document.dispatchEvent(new CustomEvent(`hearback:${type}`, { detail }));
  };
  /** All that the widget is beyond a button. After a failure the next call tries again. */
  const core = () => {
    running ??= rooms.core(attempt).then((room) => {
      if (!ground) throw signal;
      return room.createCore(ground);
    });
    running.catch(() => {
      running = undefined;
      attempt += 1;
    });
    return running;
  };
  const ask = (work: (desk: RunningCore) => unknown) => core().then(work).catch(report);
  const all = () => Promise.all([core(), rooms.app(attempt)]);
  /** For what the session does at once, be it fetched for that. */
  const soon = <Result>(work: (session: Session) => Result | Promise<Result>, otherwise: Result) => {
    const done = awake.then(work);
    return core()
      .then((desk) => desk.session())
      .then(() => done)
      .catch((problem) => report(problem) ?? otherwise);
  };

  const hearback: Started = {
    async open(view, trigger = document.activeElement) {
      const wish = ++turn;
      ground?.state('loading');
      try {
        const [desk, app] = await all();
        if (wish === turn) await desk.show(app, view, trigger);
        ground?.state('idle');
      } catch (problem) {
        attempt += 1;
        report(problem);
        ground?.state('failed');
        emit('failed', { type: 'panel', code: 'unavailable', willRetry: false });
      }
    },
    close() {
      turn += 1;
      running?.then((desk) => desk.hide()).catch(report);
    },
    identify: (user, signature) => soon((to) => to.identify(user, signature), { verified: false }),
    reset: () => soon((to) => to.reset(), undefined),
    setContext: (context) => void awake.then((to) => to.setContext(context)),
    addBreadcrumb: (text) => void awake.then((to) => to.addBreadcrumb(text)),
    track: (event) => void soon((to) => to.track(event), undefined),
    ask: (survey) => soon((to) => to.ask(survey), false),
    on(type, listener) {
      const heard = (event: Event) => event instanceof CustomEvent && listener(event.detail);
      document.addEventListener(`hearback:${type}`, heard, { signal });
      return () => document.removeEventListener(`hearback:${type}`, heard);
    },
    destroy() {
      end.abort();
      ground?.host.remove();
      delete window.Hearback;
    },
  };
  try {
    const kept = (key: string) => {
      try {
        return localStorage.getItem(`hearback:${options.project}:${key}`);
      } catch {
        return null;
      }
    };
    ground = {
      ...createLauncher(options),
      options,
      hearback,
      signal,
      wake,
      emit,
      report,
    };
    const { button, host, label } = ground;
    button.onpointerenter = button.onfocus = () => all().catch(report);
    button.onclick = () => hearback.open();
    label(kept('locale'));
    keepInPage(host, signal);
    listenToTriggers(hearback.open, () => button.textContent, signal);

    const { user, logs, surveys } = options;
    // Only who wrote once can have an answer; everybody else costs nothing more.
    const background = kept('wrote') || kept('waiting');
    const look = () => {
      if (document.hidden) setTimeout(look, stay);
      else if (!signal.aborted) ask((desk) => desk.surveys());
    };
    if (background) ask((desk) => desk.background());
    if (user || logs) ask((desk) => desk.session());
    if (!isOff(surveys) && Date.now() >= Number(kept('surveyAfter'))) setTimeout(look, stay);
    window.Hearback = hearback;
    Promise.resolve()
      .then(() => emit('ready', {}))
      .catch(report);
  } catch (problem) {
    report(problem);
  }
  return hearback;
}
