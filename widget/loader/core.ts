import type { Locale } from '../../shared/domain/nouns.ts';
import type { Events, Hearback, Logs, Options, User, View } from '../public.ts';
import type { Launcher } from './launcher.ts';
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

/** What the page told by `identify`, `setContext`, `addBreadcrumb` and `track`. None of its methods throws or rejects. */
export interface Session
  extends Pick<Hearback, 'identify' | 'reset' | 'setContext' | 'addBreadcrumb' | 'track' | 'ask'> {
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
  /**
   * Calls back when lists that are shown are no longer right. `same`: the visitor is now known for who he is, and what
   * he wrote elsewhere came along. `other`: it is somebody else, and nothing that was kept for the one before is his.
   */
  onVisitor(listener: (who: 'same' | 'other') => void, signal: AbortSignal): void;
}

/** What the loader has on the page already, and lends to the core once that is fetched. */
export interface Ground extends Launcher, Pick<Core, 'options' | 'signal' | 'emit' | 'report'> {
  readonly hearback: Hearback;
  /** Hands over the session to what the page told before. */
  wake(session: Session): void;
}
/** The core, and what the loader alone asks of it. */
export interface RunningCore extends Core {
  /** Opens the panel at `view`; the focus will go back to `trigger`. Rejects where it cannot be drawn. */
  show(room: AppRoom, view: unknown, trigger: Element | null): Promise<void>;
  hide(): Promise<void>;
  /** Looks whether somebody is to be asked something. */
  surveys(): Promise<void>;
}
export interface CoreRoom {
  createCore(ground: Ground): RunningCore;
}
export interface AppRoom {
  mount(core: Core): Promise<AppHandle>;
}
export interface AppHandle {
  /** At a `View`, or where the visitor was: a page may hand over anything. */
  open(view: unknown): void;
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

/**
 * What the loader fetches by itself: by file name from the script, by import from the package. A browser remembers
 * that a script could not be fetched, so that another attempt needs another address.
 */
export interface Rooms {
  core(attempt: number): Promise<CoreRoom>;
  app(attempt: number): Promise<AppRoom>;
}
