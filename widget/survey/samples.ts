import type { Question, SurveyDefinition, SurveyTrigger } from '../../shared/domain/survey.ts';
import { newId } from '../frame/id.ts';
import type { Core } from '../loader/core.ts';
import { openStore } from '../loader/store.ts';
import type { Events, Options } from '../public.ts';

/** What tests of this room stand on. Not part of any bundle. */

export const atOnce: SurveyTrigger = {
  pages: [],
  event: null,
  delaySeconds: 0,
  scrollPercent: null,
  exitIntent: false,
  conversationClosed: false,
};

const option = (id: string, en: string) => ({ id, label: { en } });

export const score: Question = {
  id: 'score',
  kind: 'nps',
  title: { en: 'How likely are you to recommend us?', 'zh-CN': '你有多大可能推荐我们？' },
  required: true,
  next: [{ if: { over: 6 }, to: 'why' }],
};
export const missing: Question = {
  id: 'missing',
  kind: 'several',
  title: { en: 'What is missing?' },
  required: true,
  options: [option('app', 'A mobile app'), option('dark', 'Dark mode'), option('api', 'An API')],
};
export const used: Question = {
  id: 'used',
  kind: 'choice',
  title: { en: 'What do you use most?' },
  required: false,
  options: [option('reports', 'Reports'), option('boards', 'Boards')],
};
export const why: Question = {
  id: 'why',
  kind: 'text',
  title: { en: 'What is the main reason for your score?' },
  required: false,
};

export const surveyOf = (
  trigger: Partial<SurveyTrigger>,
  questions: Question[] = [score, missing, used, why],
): SurveyDefinition => {
  const id = newId();
  return {
    id,
    slug: `s-${id.slice(0, 8)}`,
    kind: 'custom',
    questions,
    thanks: null,
    trigger: { ...atOnce, ...trigger },
  };
};

export interface Bench {
  core: Core;
  /** What the page heard, by name. */
  heard: { [Type in keyof Events]?: Events[Type][] };
  /** Tells of an event as a host does. */
  track(event: string): void;
  panel(open: boolean): void;
  end(): void;
}

/** A core as the loader lends it, on this page. */
export function bench(options: Partial<Options> = {}): Bench {
  const project = options.project ?? `pk_${newId()}`;
  const host = document.createElement('hearback-widget');
  const shadow = host.attachShadow({ mode: 'open' });
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.lang = 'en';
  shadow.append(stage);
  document.body.append(host);

  const done = new AbortController();
  const heard: Bench['heard'] = {};
  const tracked: string[] = [];
  const listeners = new Set<(event: string) => void>();
  let open = false;
  const core: Core = {
    options: { api: 'https://api.test', ...options, project },
    host,
    shadow,
    stage,
    store: openStore(project, () => localStorage),
    signal: done.signal,
    locale: () => 'en',
    language: () => 'en',
    setLocale: () => {},
    unread: () => 0,
    setUnread: () => {},
    busy: () => open,
    isOpen: () => open,
    open: () => {},
    close: () => {},
    background: () => {},
    emit(type, detail) {
      const all: unknown[] = heard[type] ?? [];
      all.push(detail);
      Object.assign(heard, { [type]: all });
    },
    session: async () => ({
      ready: async () => {},
      user: () => null,
      verified: () => false,
      context: () => ({}),
      logs: () => null,
      tracked: () => tracked,
      onTrack: (listener) => void listeners.add(listener),
      onVisitor: () => {},
      identify: async () => ({ verified: false }),
      reset: async () => {},
      setContext: () => {},
      addBreadcrumb: () => {},
      track: () => {},
      ask: async () => false,
    }),
    report(problem) {
      throw problem;
    },
  };
  return {
    core,
    heard,
    track(event) {
      tracked.push(event);
      for (const listener of listeners) listener(event);
    },
    panel(shown) {
      open = shown;
    },
    end() {
      done.abort();
      host.remove();
    },
  };
}
