/** A rectangle in CSS pixels unless a caller says otherwise. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where the pixels came from: the page drawn again by an engine, the screen shared by the user (`display`), the
 * extension's picture of the visible tab (`tab`), or a file.
 */
export type CaptureSource = 'svg' | 'html2canvas' | 'display' | 'tab' | 'file';

/** The part of the page that was on screen, in CSS pixels, scrollbars left out. */
export interface PageView {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly scroll: { readonly x: number; readonly y: number };
}

/** One picture, whichever way it was taken. */
export interface Capture extends PageView {
  /** The pixels, masks already burnt in. The caller owns it. */
  readonly bitmap: HTMLCanvasElement;
  /** Bitmap pixels per CSS pixel; 1 for a file. */
  readonly scale: number;
  /** Less than 1 where a file or a shared screen was too large and had to be made smaller; tell the user. */
  readonly scaledBy?: number;
  readonly source: CaptureSource;
  /** What the picture shows, in page coordinates; null where no page was involved (a file). */
  readonly page: Rect | null;
  /** How many boxes were burnt in to hide private parts. */
  readonly masks: number;
  readonly elapsedMs: number;
}

/** Why there is no picture. */
export type CaptureErrorCode =
  /** The caller's signal was aborted. */
  | 'aborted'
  /** No engine could draw this page, or the browser refused a canvas. */
  | 'engine-failed'
  /** The file is not a PNG, JPEG, WebP or GIF picture, whatever its name says. */
  | 'not-an-image'
  /** The file is an HEIC picture, as phones make them; few browsers can open those. */
  | 'heic'
  /** The user did not share his screen, or the browser or the page's policy forbids it. */
  | 'not-shared'
  /** The bytes begin like a picture and cannot be decoded. */
  | 'damaged-image'
  /** The file is too big to be opened, or the picture cannot be made small enough to send. */
  | 'too-large';

/** `detail` is for logs, in English; what a user reads is chosen by `code`. */
export interface CaptureError {
  readonly code: CaptureErrorCode;
  readonly detail: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CaptureError };

export type CaptureOutcome = Outcome<Capture>;

/** A failed outcome. */
export function failed(code: CaptureErrorCode, cause: unknown): { ok: false; error: CaptureError } {
  return { ok: false, error: { code, detail: cause instanceof Error ? cause.message : String(cause) } };
}
