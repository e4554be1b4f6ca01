import type { Locale } from '../../shared/domain/nouns.ts';
import type { Options, View } from '../public.ts';
import type { Store } from './store.ts';

/** What the loader lends to the rooms that are fetched later, so that none of it is shipped twice. */
export interface Core {
  readonly options: Options;
  /** The widget's element on the page: kept out of every screenshot. */
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** Where a room puts its own element; the language and the theme stand on it. */
  readonly stage: HTMLElement;
  readonly store: Store;
  /** Aborted when the widget is taken off the page. */
  readonly signal: AbortSignal;
  locale(): Locale;
  /** Remembers the visitor's choice. */
  setLocale(locale: Locale): void;
  unread(): number;
  /** Shows how many answers are unread on the launcher. */
  setUnread(count: number): void;
  /** True while a prompt would disturb: the panel is open or somebody types on the page. */
  busy(): boolean;
  isOpen(): boolean;
  open(view?: View): void;
  close(): void;
  /** Starts what goes on in the background once there is something to wait for: answers, or a message unsent. */
  background(): void;
  /** For what must not reach the host page as an error of its own. */
  report(problem: unknown): void;
}

export interface AppRoom {
  mount(core: Core): Promise<AppHandle>;
}
export interface AppHandle {
  open(view: View | undefined): void;
  close(): void;
}
export interface SurveyRoom {
  /** Asks the server whether this visitor is to be asked and does so; ends with the core's signal. */
  ask(core: Core): Promise<void>;
}
export interface BackgroundRoom {
  /** Sends what an earlier page left unsent, and looks for answers while the panel is closed. */
  run(core: Core): void;
}

/** How the rooms are fetched: by file name from the script, by import from the package. */
export interface Rooms {
  app(attempt: number): Promise<AppRoom>;
  survey(): Promise<SurveyRoom>;
  background(): Promise<BackgroundRoom>;
}
