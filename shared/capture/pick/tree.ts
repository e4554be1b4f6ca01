import { intersect } from '../masks/geometry.ts';
import { pageView } from '../page.ts';
import type { Rect } from '../types.ts';
import type { Point } from './geometry.ts';

export type Allowed = (element: Element) => boolean;

/**
 * What of an element's box is inside the viewport, in its CSS pixels; null where nothing is. Of a body that has no
 * height, as where all of it is positioned, it is the viewport.
 */
export function visibleBox(element: Element): Rect | null {
  const { x, y, width, height } = element.getBoundingClientRect();
  const viewport = { x: 0, y: 0, ...pageView(element.ownerDocument).viewport };
  return intersect({ x, y, width, height }, viewport) ?? (isBody(element) ? viewport : null);
}

const isBody = (element: Element) => element === element.ownerDocument.body;

/** Whether an element has a box that can be seen, on screen or beyond its edges. */
function hasBox(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (isBody(element)) return true;
  return width > 0 && height > 0 && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);
}

/** The element at a point of the viewport that is seen there, inside open shadow roots too. */
export function elementAt(doc: Document, at: Point, allowed: Allowed): Element {
  const found = topmost(doc, at, allowed);
  if (found && found !== doc.documentElement) return found;
  // A page under a modal dialog is inert, and what is inert no browser finds by its place.
  const modal = [...doc.querySelectorAll('dialog:modal')].filter(allowed).at(-1);
  return (modal && deepest(modal, at, allowed)) || deepest(doc.body, at, allowed) || doc.body;
}

function topmost(root: DocumentOrShadowRoot, at: Point, allowed: Allowed): Element | null {
  const element = root.elementsFromPoint(at.x, at.y).find(allowed);
  const shadow = element?.shadowRoot;
  const inner = shadow && topmost(shadow, at, allowed);
  return (inner && shadow.contains(inner) ? inner : element) ?? null;
}

function deepest(element: Element, at: Point, allowed: Allowed): Element | null {
  const box = visibleBox(element);
  if (!box || !contains(box, at) || !hasBox(element) || !allowed(element)) return null;
  for (const child of childrenOf(element).reverse()) {
    const found = deepest(child, at, allowed);
    if (found) return found;
  }
  return element;
}

const contains = (box: Rect, { x, y }: Point) =>
  x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;

/** As the browser lays them out: out of a shadow root and into its slots. */
function childrenOf(element: Element): Element[] {
  const slotted = element instanceof HTMLSlotElement ? element.assignedElements() : [];
  return slotted.length > 0 ? slotted : [...(element.shadowRoot ?? element).children];
}

export type Step = 'parent' | 'child' | 'previous' | 'next';

/**
 * The element beside another in the tree of those that have a box, `body` being its top; the same where there is
 * none. What has no box of its own, such as a wrapper around what is positioned, is stepped through.
 */
export function walk(from: Element, step: Step, allowed: Allowed): Element {
  const fits = (element: Element) => allowed(element) && hasBox(element);
  switch (step) {
    case 'parent': {
      let above = parentOf(from);
      while (above && !fits(above)) above = parentOf(above);
      return above && above.localName !== 'html' ? above : from;
    }
    case 'child':
      return boxesIn(from, allowed).next().value ?? from;
    default: {
      const holder = walk(from, 'parent', allowed);
      if (holder === from) return from;
      const all = [...boxesIn(holder, allowed)];
      const at = all.indexOf(from);
      return all[at + (step === 'next' ? 1 : -1)] ?? from;
    }
  }
}

function* boxesIn(element: Element, allowed: Allowed): Generator<Element, undefined> {
  for (const child of childrenOf(element)) {
    if (allowed(child) && hasBox(child)) yield child;
    else if (allowed(child) && getComputedStyle(child).display !== 'none') yield* boxesIn(child, allowed);
  }
}

function parentOf(element: Element): Element | null {
  const { parentNode, assignedSlot } = element;
  if (assignedSlot) return assignedSlot;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}
