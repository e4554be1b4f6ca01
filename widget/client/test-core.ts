import type { Core, Session } from '../loader/core.ts';
import { openStore } from '../loader/store.ts';
import type { Events, Options } from '../public.ts';

/** A core that stands on no loader, for tests of single rooms in a browser. */
export interface TestCore {
  readonly core: Core;
  /** What the page would have heard, in order. */
  readonly heard: { [Type in keyof Events]: { type: Type; detail: Events[Type] } }[keyof Events][];
  /** As if an `identify` or `reset` had made the visitor somebody else. */
  visitorChanged(who: 'same' | 'other'): void;
  /** Takes its element off the page and ends its signal. */
  end(): void;
}

export function testCore(options: Partial<Options> = {}): TestCore {
  const end = new AbortController();
  const host = document.createElement('hearback-widget');
  const shadow = host.attachShadow({ mode: 'open' });
  const stage = document.createElement('div');
  shadow.append(stage);
  document.body.append(host);
  const project = options.project ?? 'pk_test_core';
  const heard: TestCore['heard'] = [];
  const listeners = new Set<(who: 'same' | 'other') => void>();
  let unread = 0;
  const session: Session = {
    identify: async () => ({ verified: false }),
    reset: async () => {},
    setContext: () => {},
    addBreadcrumb: () => {},
    track: () => {},
    ask: async () => false,
    ready: async () => {},
    user: () => null,
    verified: () => false,
    context: () => ({}),
    logs: () => null,
    tracked: () => [],
    onTrack: () => {},
    onVisitor(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  const core: Core = {
    options: { api: 'https://api.test', ...options, project },
    host,
    shadow,
    stage,
    store: openStore(project, () => window.localStorage),
    signal: end.signal,
    locale: () => (options.locale === 'zh-CN' ? 'zh-CN' : 'en'),
    language: () => options.locale ?? 'en',
    setLocale: () => {},
    unread: () => unread,
    setUnread(count) {
      if (count !== unread) core.emit('unread', { count });
      unread = count;
    },
    busy: () => false,
    isOpen: () => true,
    open: () => {},
    close: () => {},
    background: () => {},
    emit: (type, detail) => void heard.push(Object.assign(Object.create(null), { type, detail })),
    session: async () => session,
    report: (problem) => console.warn(problem),
  };
  return {
    core,
    heard,
    visitorChanged(who) {
      for (const listener of listeners) listener(who);
    },
    end() {
      end.abort();
      host.remove();
    },
  };
}
