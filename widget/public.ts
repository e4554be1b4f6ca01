/** What a host page may hand to the widget and what it gets back. Types only: this file is the package's `index.d.ts`. */

export type View = 'home' | 'bug' | 'idea' | 'question' | 'conversations';

export interface Options {
  /** The project's publishable key, `pk_…`. It is no secret. */
  project: string;
  /** Origin of the API, for example `https://abc.supabase.co`. */
  api: string;
  /** Language of the widget; `auto` (default) follows the browser, then the page's `lang`. A visitor's own choice wins. */
  locale?: 'auto' | 'en' | 'zh-CN';
  /** `auto` (default) follows the system. */
  theme?: 'auto' | 'light' | 'dark';
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
}

export interface Hearback {
  /** Opens the panel, at `view` if given. */
  open(view?: View): void;
  /** Closes the panel; what was typed is kept as a draft. */
  close(): void;
  /** Takes the widget off the page: element, listeners and timers. `init` may be called again. */
  destroy(): void;
}
