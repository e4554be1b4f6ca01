import { frozen } from '../style/frozen.ts';
import { pinnedSize } from '../style/pins.ts';
import type { LiveStates } from '../style/states.ts';
import { NOTE } from '../style/states.ts';
import { turnedAway } from './backs.ts';
import type { PageCanvas } from './canvas.ts';

/** What holds at the moment a page is read, beyond its markup and rules. */
export interface Moment {
  /** Inline declarations by element. */
  readonly additions: Map<Element, string>;
  /** Notes by element, which rules of the copy go by. */
  readonly notes: Map<Element, string[]>;
  readonly rules: readonly string[];
  /** What lies above the page whatever the page says. */
  readonly lifted: ReadonlySet<Element>;
}

/** Reads states, animations and the top layer, all in one go. */
export function readMoment(
  doc: Document,
  states: LiveStates,
  canvas: PageCanvas,
  scheme: 'light' | 'dark',
  backless: readonly string[],
): Moment {
  const additions = new Map<Element, string>();
  const add = (element: Element, declarations: string) =>
    additions.set(element, (additions.get(element) ?? '') + declarations);
  const notes = states.matching(doc);
  const rules: string[] = [];
  for (const { element, pseudo, declarations } of frozen(doc)) {
    if (pseudo === null) {
      add(element, declarations);
      continue;
    }
    const note = `f${rules.length}`;
    notes.set(element, [...(notes.get(element) ?? []), note]);
    rules.push(`[${NOTE}~="${note}"]${pseudo}{${declarations}}`);
  }
  if (canvas.owner) add(canvas.owner, 'background:none!important;');
  standAsRoot(doc, scheme, add);
  for (const element of turnedAway(doc, backless)) add(element, 'visibility:hidden!important;');
  return { additions, notes, rules, lifted: topLayer(doc) };
}

/** Gives the copy of the root what a root has by being one. */
function standAsRoot(
  doc: Document,
  scheme: string,
  add: (element: Element, declarations: string) => void,
): void {
  const html = doc.documentElement;
  const { fontSize, display, overflowX, overflowY } = getComputedStyle(html);
  add(html, `font-size:${fontSize}!important;color-scheme:${scheme}!important;overflow:visible!important;`);
  if (display === 'block') add(html, 'display:flow-root!important;');
  // In quirks mode both are as high as the window, and percentages go by that.
  if (doc.compatMode === 'BackCompat')
    for (const element of [html, doc.body]) if (element) add(element, pinnedSize(element));
  // The overflow of a root, or of its body in its stead, is the window's.
  if (doc.body && overflowX === 'visible' && overflowY === 'visible')
    add(doc.body, 'overflow:visible!important;');
}

/** Open modal dialogs, popovers, the full-screen element. */
function topLayer(doc: Document): Set<Element> {
  const found = new Set<Element>();
  for (const selector of [':fullscreen', ':modal', ':popover-open'])
    try {
      for (const element of doc.querySelectorAll(selector))
        if (element !== doc.documentElement) found.add(element);
    } catch {
      // A browser that does not know the state has no element in it.
    }
  return found;
}
