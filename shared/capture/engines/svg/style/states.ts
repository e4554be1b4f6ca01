import { changeSelectors } from './selectors.ts';

/** The attribute that carries our notes on the elements of the copy. */
export const NOTE = 'data-hb-note';

/** The note of what nobody may see. */
export const HIDDEN = 'hidden';

/** What matches by something that a copy does not have: a pointer, a focus, a history, a script, links. */
const LIVE =
  /^(?:root|link|any-link|-webkit-any-link|hover|active|focus|focus-visible|focus-within|target|target-current|indeterminate|popover-open|modal|open|fullscreen|-webkit-full-screen|picture-in-picture|autofill|-webkit-autofill|user-valid|user-invalid|playing|paused|muted|volume-locked|seeking|buffering|stalled|state|local-link|xr-overlay|active-view-transition|active-view-transition-type)$/;

/** Elements that a picture cannot hold stand in it under another name. */
export const RENAMED: Readonly<Record<string, string>> = {
  iframe: 'hb-iframe',
  frame: 'hb-frame',
  object: 'hb-object',
  embed: 'hb-embed',
  // Without scripts browsers show the controls of every video.
  video: 'hb-video',
};

/**
 * Replaces what depends on live state in selectors by notes on the elements that match now. A note is matched by
 * an attribute selector, which weighs as much as the pseudo-class it stands for.
 */
export class LiveStates {
  readonly #notes = new Map<string, string>();

  constructor() {
    // What every copy has: its root, and what browsers do for a focus and for links by themselves.
    this.rewrite(':root :focus-visible :any-link');
  }

  /** Selectors for the copy. Remembers what has to be noted. */
  rewrite(selectors: string): string {
    return changeSelectors(selectors, {
      pseudo: (text, name) => {
        if (text.startsWith('::')) return null;
        if (name === 'defined') return `:not(${this.#note(':not(:defined)')})`;
        return LIVE.test(name) ? this.#note(text) : null;
      },
      type: (name) => {
        const lower = name.toLowerCase();
        return RENAMED[lower] ?? (name === lower || CAMEL_CASE.test(name) ? null : lower);
      },
    });
  }

  #note(pseudo: string): string {
    const name =
      this.#notes.get(pseudo) ?? (/^:[-a-z]+$/.test(pseudo) ? pseudo.slice(1) : `state-${this.#notes.size}`);
    this.#notes.set(pseudo, name);
    return `[${NOTE}~="${name}"]`;
  }

  /** Who matches now, for every state that any selector asked for. */
  matching(root: ParentNode): Map<Element, string[]> {
    const found = new Map<Element, string[]>();
    for (const [pseudo, name] of this.#notes)
      for (const element of matches(root, pseudo)) found.set(element, [...(found.get(element) ?? []), name]);
    return found;
  }
}

/** SVG's own names are told apart by case, HTML's are not. */
const CAMEL_CASE = /^(?:fe[A-Z]|(?:linear|radial)Gradient|clipPath|foreignObject|textPath|animate[MT])/;

function matches(root: ParentNode, selector: string): Iterable<Element> {
  try {
    return root.querySelectorAll(selector);
  } catch {
    return [];
  }
}
