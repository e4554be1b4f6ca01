/** Every word the pickers show or speak; `shared/i18n/pick` has them. `{name}` slots are filled in by the pickers. */
export interface PickStrings {
  readonly area: string;
  readonly areaHint: string;
  readonly areaKeys: string;
  readonly element: string;
  readonly elementHint: string;
  readonly elementTouchHint: string;
  readonly elementKeys: string;
  readonly cancel: string;
  readonly take: string;
  /** `{width}` and `{height}` in CSS pixels. */
  readonly size: string;
  /** `{width}`, `{height}`, `{x}` and `{y}` in CSS pixels. */
  readonly saidArea: string;
  /** `{name}`, `{width}` and `{height}`. */
  readonly saidElement: string;
}

export interface PickOptions {
  /** The document picked from; the current one unless told. */
  readonly document?: Document;
  /** Where the overlay's element is put for as long as it stands. It is on top of everything wherever that is. */
  readonly parent: ShadowRoot | HTMLElement;
  readonly strings: PickStrings;
  /** Takes the overlay away; the answer is then null. */
  readonly signal?: AbortSignal;
  /** Elements that cannot be picked: our own. */
  readonly ignore?: (element: Element) => boolean;
  /** Direction of the overlay's words. Left to right unless told. */
  readonly dir?: 'ltr' | 'rtl';
  /** Follows the system unless told. */
  readonly theme?: 'light' | 'dark';
  /** Given every word the overlay's live region speaks, for where the keyboard is elsewhere than on the page. */
  readonly onSay?: (text: string) => void;
}
