import type { Rect } from '../types.ts';
import { clipOf, cut, shows } from './clip.ts';
import { frameDocument, frames, fromFrame } from './frames.ts';
import { withoutContained } from './geometry.ts';
import type { PrivacyTest } from './select.ts';
import { withShadows } from './shadows.ts';
import { isElement, isSlot, isText, shadowOf } from './tree.ts';

export { isElement };

/**
 * The private elements below `root`, outermost first, shadow roots included. What lies within a private
 * element is not listed again.
 */
export function* privateElements(root: ParentNode, isPrivate: PrivacyTest): Generator<Element> {
  let last: Element | null = null;
  for (const element of root.querySelectorAll(isPrivate.candidates)) {
    if (last?.contains(element) || !isPrivate(element)) continue;
    last = element;
    yield element;
  }
  for (const host of root.querySelectorAll('*')) {
    const shadow = shadowOf(host);
    if (shadow) yield* privateElements(shadow, isPrivate);
  }
}

/** Every visible box that an element and what it holds paint. */
function* boxes(element: Element, inherited: Rect | null): Generator<Rect> {
  // A positioned descendant may stick out of what cuts its parent.
  const clip = /absolute|fixed/.test(getComputedStyle(element).position) ? clipOf(element) : inherited;
  if (shows(element)) yield* cut(element.getClientRects(), clip);
  const parts: Node[] = [...element.childNodes, ...(shadowOf(element)?.childNodes ?? [])];
  if (isSlot(element)) parts.push(...element.assignedNodes());
  for (const node of parts) {
    if (isElement(node)) {
      yield* boxes(node, clip);
    } else if (isText(node) && (!node.parentElement || shows(node.parentElement))) {
      const range = node.ownerDocument.createRange();
      range.selectNodeContents(node);
      yield* cut(withShadows(range.getClientRects(), node.parentElement), clip);
    }
  }
}

/** The visible parts of one private element, in CSS pixels of its own window's viewport. */
export function visibleParts(element: Element): Rect[] {
  return withoutContained([...boxes(element, clipOf(element))]);
}

/**
 * Where the private parts of a document are right now, in CSS pixels relative to the viewport. Reads layout,
 * changes nothing. Looks into shadow roots (see `shadowOf`) and same-origin frames.
 *
 * For a picture taken by other means (an extension's), call it right before and right after and mask both.
 */
export function measureMasks(doc: Document, isPrivate: PrivacyTest): Rect[] {
  const rects: Rect[] = [];
  for (const element of privateElements(doc, isPrivate)) rects.push(...visibleParts(element));
  for (const frame of frames(doc)) {
    const inner = frameDocument(frame);
    if (inner) rects.push(...fromFrame(frame, inner, measureMasks(inner, isPrivate)));
  }
  return withoutContained(rects);
}
