/** What a host page may hand to the widget and what it gets back. Types only: this file is the package's `index.d.ts`. */
import type { StringKey } from './strings.ts';

export type View = 'home' | 'bug' | 'idea' | 'question' | 'praise' | 'conversations';

/** What an end user can start. */
export type Kind = 'bug' | 'idea' | 'question' | 'praise';

/** A user of the host's product. */
export interface User {
  /** The host's own id of him, 1 to 200 characters. It makes him the same person everywhere once it is signed. */
  id: string;
  name?: string;
  email?: string;
  /** What surveys may choose by and staff see beside his words; at most 20. */
  traits?: Record<string, string | number | boolean>;
}

/** A text of the widget in another wording; a number in it may ask for a plural form of the language. */
export type Wording =
  | string
  | ({ other: string } & { [Form in 'zero' | 'one' | 'two' | 'few' | 'many']?: string });

export interface Options {
  /** The project's publishable key, `pk_…`. It is no secret. */
  project: string;
  /** Origin of the API, for example `https://abc.supabase.co`. */
  api: string;
  /**
   * Language of the widget; `auto` (default) follows the browser, then the page's `lang`. A visitor's own choice
   * wins. The words of another language than `en` and `zh-CN` come from `strings`, English where one is missing;
   * the server is told `en` then.
   */
  locale?: 'auto' | 'en' | 'zh-CN' | (string & {});
  /** Direction of the widget; that of its language if left out. */
  dir?: 'ltr' | 'rtl';
  /** Texts in other words, by language and name: `{ en: { 'launcher.label': 'Help' } }`. */
  strings?: {
    [locale: string]: {
      [Key in StringKey]?: Key extends `${'launcher' | 'badge'}.${string}` ? string : Wording;
    };
  };
  /** `auto` (default) follows the system. */
  theme?: 'auto' | 'light' | 'dark';
  /** The corner of launcher, panel and survey; `bottom-end` if left out. Start and end follow the direction. */
  position?: 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start';
  /** Distance from that corner, in CSS pixels; 20 if left out. */
  offset?: { inline?: number; block?: number };
  /** Stacking order on the page; above everything if left out. */
  zIndex?: number;
  /** `false`: no floating launcher; the page opens the panel by `open` or a trigger of its own. */
  launcher?: boolean;
  /**
   * CSS selector of what must never be visible in a screenshot, besides password and card fields and
   * everything marked `data-private`.
   */
  mask?: string;
  /**
   * Covers more in every screenshot: `inputs`, all that people type or choose; `text`, all text as well. Nothing of
   * the kind unless told.
   */
  maskAll?: 'inputs' | 'text';
  /** `true`: errors, failed requests and the last steps are noted, shown to the visitor, and go with what he sends. */
  logs?: boolean;
  /** `false`: surveys are only asked by `ask()`. */
  surveys?: boolean;
  /** As `identify(user, signature)`, at once. */
  user?: User;
  signature?: string;
  /** As `setContext(context)`, at once. */
  context?: Record<string, string | number | boolean>;
  /**
   * Called with everything that is about to go. May change texts and context and give the changed message back, or
   * `null` to keep it from going. A call that throws or rejects keeps it from going, too.
   */
  beforeSend?(message: Outgoing): Outgoing | null | Promise<Outgoing | null>;
}

/** What is about to be sent, as `beforeSend` sees it. Pictures and files are named, their bytes are not at hand. */
export interface Outgoing {
  type: 'conversation' | 'reply' | 'response';
  kind?: Kind;
  body?: string;
  email?: string;
  context?: Context;
  /** Of a survey, by the id of the question. */
  answers?: Record<string, unknown>;
  files: readonly { name: string; contentType: string; bytes: number }[];
}

/** The facts that go with a message. Any of them may be missing: the visitor can leave each out. */
export interface Context {
  pageUrl?: string;
  pageTitle?: string;
  referrer?: string;
  userAgent?: string;
  language?: string;
  timeZone?: string;
  /** CSS pixels. */
  viewportWidth?: number;
  viewportHeight?: number;
  devicePixelRatio?: number;
  /** What the host told by `setContext`. */
  custom?: Record<string, string | number | boolean>;
  logs?: Logs;
}

export interface Logs {
  errors?: { at: string; text: string }[];
  /** `status` is 0 where no answer came; `ms` is the time it took. */
  requests?: { at: string; method: string; path: string; status: number; ms: number }[];
  steps?: { at: string; kind: 'click' | 'route' | 'note'; text: string }[];
}

export interface Hearback {
  /** Opens the panel, at `view` if given, else where the visitor was. */
  open(view?: View): void;
  /** Closes the panel; what was typed is kept as a draft. */
  close(): void;
  /**
   * Says who the visitor is. With a signature made by the host's server he is the same person on every device, and
   * what he wrote before is his. Without one, or with one that is refused, name, e-mail and traits go with what he
   * sends from this browser. Never rejects.
   */
  identify(user: User, signature?: string): Promise<{ verified: boolean }>;
  /** Forgets the visitor in this browser, for when he logs out. Never rejects. */
  reset(): Promise<void>;
  /** Adds to what goes with every message from now on; `null` takes a value away again. */
  setContext(context: Record<string, string | number | boolean | null>): void;
  /** Notes a step that the visitor took, to be read by staff among his last steps. Kept only with `logs`. */
  addBreadcrumb(text: string): void;
  /** Tells that something happened that a survey may wait for. */
  track(event: string): void;
  /** Asks the survey of that name now. @returns whether it was shown; never rejects */
  ask(survey: string): Promise<boolean>;
  /** Calls `listener` whenever it happens. @returns what ends that */
  on<Type extends keyof Events>(type: Type, listener: (detail: Events[Type]) => void): () => void;
  /** Takes the widget off the page: element, listeners and timers. `init` may be called again. */
  destroy(): void;
}

/** What happens, by name. Each is also an event `hearback:<name>` of `document`, with this as its `detail`. */
export interface Events {
  /** The methods can be called. */
  ready: Record<never, never>;
  opened: { view: View };
  closed: Record<never, never>;
  /** The server has taken it. */
  sent:
    | { type: 'conversation'; kind: Kind; id: string; number: number }
    | { type: 'reply' /** Of the message. */; id: string; conversation: string };
  failed: {
    type: 'conversation' | 'reply' | 'response' | 'panel' | 'survey';
    code: FailureCode;
    /** Whether it is tried again without anybody's doing. */
    willRetry: boolean;
  };
  /** Staff answered. */
  answered: { conversation: string };
  unread: { count: number };
  'survey-shown': { survey: string };
  'survey-answered': { survey: string; answers: Record<string, unknown>; complete: boolean };
  'survey-dismissed': { survey: string };
  'article-opened': { id: string; title: string };
  identified: { verified: boolean };
}

/** Why something was not sent, shown or opened; docs/widget.md says of each what to do. */
export type FailureCode =
  | 'offline'
  | 'timeout'
  | 'unavailable'
  | 'rate_limited'
  | 'vetoed'
  | 'invalid_request'
  | 'invalid_token'
  | 'invalid_signature'
  | 'foreign_token'
  | 'foreign_origin'
  | 'forbidden'
  | 'unknown_project'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'closed'
  | 'too_large'
  | 'unsupported_image'
  | 'unsupported_file'
  | 'internal'
  | 'not_due'
  | 'busy';

type NamedEvents = { [Type in keyof Events as `hearback:${Type}`]: CustomEvent<Events[Type]> };

declare global {
  interface DocumentEventMap extends NamedEvents {}
  interface Window {
    /** The one name the widget adds to the page. */
    Hearback?: Hearback;
  }
}
