import type { Rect } from '../types.ts';
import type { PickOptions } from './options.ts';
import { withOverlay } from './overlay.ts';
import { elementAt, type Step, visibleBox, walk } from './tree.ts';
import { fill } from './words.ts';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
};

/** Characters of an element's own words that are read out with its name. */
const EXCERPT = 60;

/**
 * Lets the visitor choose one element of the page: the one he points at is outlined and a click takes it; a finger
 * outlines and a button takes; the arrow keys walk the tree and Enter takes.
 *
 * @returns what of the element's box is on screen, in CSS pixels of the viewport; null where it was cancelled. The
 *   overlay is gone by then.
 */
export function pickElement(options: PickOptions): Promise<Rect | null> {
  const { strings, ignore } = options;
  const doc = options.document ?? document;
  const before = doc.activeElement;
  return withOverlay(options, (overlay) => {
    let picked: Element | null = null;
    let touched = false;
    const allowed = (element: Element) => element !== overlay.host && !ignore?.(element);

    const show = (element: Element | null) => {
      picked = element;
      const box = element && visibleBox(element);
      overlay.show(box, element && box ? `${element.localName}  ${fill(strings.size, box)}` : '');
      return box;
    };
    const stand = (element: Element) => {
      const box = show(element);
      overlay.standing(Boolean(box));
      if (box) overlay.say(fill(strings.saidElement, { ...box, name: spokenName(element) }));
    };
    const middle = () => {
      const { width, height } = overlay.size();
      return elementAt(doc, { x: width / 2, y: height / 2 }, allowed);
    };
    /** Where the keyboard begins: at what had the focus on the page, else in the middle of the window. */
    const first = () =>
      before && before !== doc.body && allowed(before) && visibleBox(before) ? before : middle();

    return {
      name: 'element',
      title: strings.element,
      hint: overlay.window.matchMedia('(pointer: coarse)').matches
        ? strings.elementTouchHint
        : strings.elementHint,
      keysHint: strings.elementKeys,
      pointer(kind, at, { pointerType }) {
        touched = pointerType !== 'mouse';
        if (kind === 'cancel') return;
        const element = elementAt(doc, at, allowed);
        if (touched) return stand(element);
        if (element !== picked) show(element);
        overlay.standing(false);
      },
      click(at) {
        // What a finger hits is outlined first: the button takes.
        if (touched) return;
        const box = show(elementAt(doc, at, allowed));
        if (box) overlay.done(box);
      },
      key({ key }) {
        const step = STEPS[key];
        if (!step) return false;
        const next = picked ? walk(picked, step, allowed) : first();
        if (!visibleBox(next))
          next.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
        stand(next);
        return true;
      },
      moved() {
        if (picked) show(picked.isConnected ? picked : null);
      },
      take() {
        const box = picked?.isConnected ? visibleBox(picked) : null;
        if (box) overlay.done(box);
      },
    };
  });
}

/** An element as it is read out: its tag and what it says. */
function spokenName(element: Element): string {
  const own = element.getAttribute('aria-label') ?? element.textContent ?? '';
  const words = own.replace(/\s+/g, ' ').trim();
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words;
  return excerpt ? `${element.localName}, ${excerpt}` : element.localName;
}
