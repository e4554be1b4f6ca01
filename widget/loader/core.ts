import type { Locale } from '../../shared/domain/nouns.ts';
import type { Events, Logs, Options, User, View } from '../public.ts';
import type { Store } from './store.ts';

/** What the loader lends to the rooms that are fetched later, so that none of it is shipped twice. */
export interface Core {
  readonly options: Options;
  /** The widget's element on the page: kept out of every screenshot. */
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** Where a room puts its own element; language, direction, theme and corner (`data-position`) stand on it. */
  readonly stage: HTMLElement;
  readonly store: Store;
  /** Aborted when the widget is taken off the page. */
  readonly signal: AbortSignal;
  /** The language the server is told: of the two that are spoken, the one next to `language()`. */
  locale(): Locale;
  /** The language on the screen, a BCP 47 tag: another one than `locale()` where the host brings its words. */
  language(): string;
  /** Remembers the visitor's choice. */
  setLocale(language: string): void;
  unread(): number;
  /** Shows how many answers are unread on the launcher, and tells the page when the number is another. */
  setUnread(count: number): void;
  /** True while a prompt would disturb: the panel is open or somebody types on the page. */
  busy(): boolean;
  isOpen(): boolean;
  open(view?: View): void;
  close(): void;
  /** Starts what goes on in the background once there is something to wait for: answers, or a message unsent. */
  background(): void;
  /** Tells the page what happened. A listener that throws does not come back here. */
  emit<Type extends keyof Events>(type: Type, detail: Events[Type]): void;
  /** Who the visitor is and what the page told about him; fetched at the first call. */
  session(): Promise<Session>;
  /** For what must not reach the host page as an error of its own. */
  report(problem: unknown): void;
}

/** What the page told by `identify`, `setContext`, `addBreadcrumb` and `track`. */
export interface Session {
  /** Settles once an `identify` or `reset` that is under way is through; never rejects. */
  ready(): Promise<void>;
  /** Whom the page named last in this browser, be it on an earlier page; null for a stranger. */
  user(): User | null;
  /** Whether the server knows by a signature that he is the one. */
  verified(): boolean;
  context(): Record<string, string | number | boolean>;
  /** What was noted so far; null where the host did not ask for logs. */
  logs(): Logs | null;
  /** What was told by `track` on this page, oldest first. */
  tracked(): readonly string[];
  /** Calls back with every event told from now on; ends with `signal`. */
  onTrack(listener: (event: string) => void, signal: AbortSignal): void;
  /** Calls back when the visitor has become somebody else: what was kept for him is no longer true. */
  onVisitor(listener: () => void, signal: AbortSignal): void;
}

export interface AppRoom {
  mount(core: Core): Promise<AppHandle>;
}
export interface AppHandle {
  open(view: View | undefined): void;
  close(): void;
}
export interface SurveyRoom {
  /** Looks which surveys are due and shows one when its moment has come; ends with the core's signal. */
  watch(core: Core): Promise<void>;
  /** Asks one now, as the page wishes. @returns whether it was shown */
  ask(core: Core, survey: string): Promise<boolean>;
}
export interface BackgroundRoom {
  /** Sends what an earlier page left unsent, and looks for answers while the panel is closed. */
  run(core: Core): void;
}
/** What the page asked for before the room was there: the method, its arguments, and where its answer goes. */
export type Call = readonly [method: string, args: readonly unknown[], answer: (value: unknown) => void];
export interface SessionRoom {
  /** Does what was asked for, in order, and takes over from `calls`: what is pushed from now on is done at once. */
  begin(core: Core, calls: Call[], rooms: Pick<Rooms, 'survey'>): Session;
}
/** `widget/logs/main.ts`. */
export interface LogsRoom {
  /** Begins to note; ends with the core's signal. */
  startLogs(core: Core): LogBook;
}
export interface LogBook {
  logsSoFar(): Logs;
  /** Notes a step in words. */
  note(text: string): void;
}

/** How the rooms are fetched: by file name from the script, by import from the package. */
export interface Rooms {
  app(attempt: number): Promise<AppRoom>;
  survey(): Promise<SurveyRoom>;
  background(): Promise<BackgroundRoom>;
  session(): Promise<SessionRoom>;
}
