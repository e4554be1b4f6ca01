import type { Rect } from '../types.ts';
import { intersect, withoutContained } from './geometry.ts';
import type { PrivacyTest } from './select.ts';

/**
 * The private elements below `root`, outermost first, open shadow roots included. What lies within a private
 * element is not listed again.
 */
export function* privateElements(root: ParentNode, isPrivate: PrivacyTest): Generator<Element> {
  let last: Element | null = null;
  for (const element of root.querySelectorAll(isPrivate.candidates)) {
    if (last?.contains(element) || !isPrivate(element)) continue;
    last = element;
    yield element;
  }
  for (const host of root.querySelectorAll('*'))
    if (host.shadowRoot) yield* privateElements(host.shadowRoot, isPrivate);
}

/** The same-origin document within a frame; null for a foreign one. */
export function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

// Nodes of a frame belong to another realm, where `instanceof` fails: these tests go by what a node says.
export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot';
const hostOf = (node: Node): Element | null => ('host' in node ? (node as ShadowRoot).host : null);

/** Whether an element paints anything of its own. */
export function shows(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
}

/** The element above in the tree that is laid out: through slots and out of shadow roots. */
function above(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  return element.parentElement ?? (element.parentNode && hostOf(element.parentNode));
}

const CLIPS = /hidden|clip|scroll|auto/;

/**
 * What ancestors let through of an element, or null where nothing limits it. Errs towards showing more, so
 * that a mask is never smaller than what is visible: an ancestor counts only where it certainly clips.
 */
export function clipOf(element: Element): Rect | null {
  let clip: Rect | null = null;
  let position = getComputedStyle(element).position;
  for (let box = above(element); box && position !== 'fixed'; box = above(box)) {
    const style = getComputedStyle(box);
    if (style.display === 'contents' || (position === 'absolute' && style.position === 'static')) continue;
    position = style.position;
    // What overflows html and body is cut by the viewport, not by their boxes.
    if (box.localName === 'body' || box.localName === 'html') continue;
    if (!CLIPS.test(style.overflowX) || !CLIPS.test(style.overflowY)) continue;
    const bounds = box.getBoundingClientRect();
    clip = clip ? (intersect(clip, bounds) ?? NOTHING) : bounds;
  }
  return clip;
}

const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** Every visible box that an element and what it holds paint. */
function* boxes(element: Element, inherited: Rect | null): Generator<Rect> {
  // A positioned descendant may stick out of what cuts its parent.
  const clip = /absolute|fixed/.test(getComputedStyle(element).position) ? clipOf(element) : inherited;
  if (shows(element)) yield* cut(element.getClientRects(), clip);
  const parts: Node[] = [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])];
  if (isSlot(element)) parts.push(...element.assignedNodes());
  for (const node of parts) {
    if (isElement(node)) {
      yield* boxes(node, clip);
    } else if (isText(node) && (!node.parentElement || shows(node.parentElement))) {
      const range = node.ownerDocument.createRange();
      range.selectNodeContents(node);
      yield* cut(range.getClientRects(), clip);
    }
  }
}

/** Boxes cut to what is let through. */
export function* cut(rects: Iterable<Rect>, clip: Rect | null): Generator<Rect> {
  for (const { x, y, width, height } of rects) {
    const part = intersect({ x, y, width, height }, clip ?? { x, y, width, height });
    if (part) yield part;
  }
}

/** The visible parts of one private element, in CSS pixels of its own window's viewport. */
export function visibleParts(element: Element): Rect[] {
  return withoutContained([...boxes(element, clipOf(element))]);
}

/**
 * Where the private parts of a document are right now, in CSS pixels relative to the viewport. Reads layout,
 * changes nothing. Looks into open shadow roots and same-origin frames.
 *
 * For a picture taken by other means (an extension's), call it right before and right after and mask both.
 */
export function measureMasks(doc: Document, isPrivate: PrivacyTest): Rect[] {
  const rects: Rect[] = [];
  for (const element of privateElements(doc, isPrivate)) rects.push(...visibleParts(element));
  for (const frame of frames(doc)) {
    const inner = frameDocument(frame);
    if (!inner) continue;
    const outer = frame.getBoundingClientRect();
    const dx = outer.x + frame.clientLeft;
    const dy = outer.y + frame.clientTop;
    for (const rect of measureMasks(inner, isPrivate)) {
      const shifted = intersect({ ...rect, x: rect.x + dx, y: rect.y + dy }, outer);
      if (shifted) rects.push(shifted);
    }
  }
  return withoutContained(rects);
}

/** All frames of a document, those in open shadow roots included. */
export function* frames(root: ParentNode): Generator<HTMLIFrameElement> {
  yield* root.querySelectorAll('iframe');
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) yield* frames(element.shadowRoot);
}
