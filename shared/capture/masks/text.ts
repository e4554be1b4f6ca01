import type { Rect } from '../types.ts';
import { intersect } from './geometry.ts';
import { clipOf, cut, frameDocument, frames, isElement, shows } from './measure.ts';

/**
 * Where a document shows text right now, one box a line, in CSS pixels relative to the viewport. Open shadow
 * roots and same-origin frames are looked into; text in pictures, canvases and videos is not known to be text.
 * What fields show is not in here: `privacyTest` finds them.
 */
export function measureText(doc: Document): Rect[] {
  const view = doc.defaultView ?? window;
  const screen = { x: 0, y: 0, width: view.innerWidth, height: view.innerHeight };
  const rects: Rect[] = [];
  collect(doc, screen, rects);
  for (const frame of frames(doc)) {
    const inner = frameDocument(frame);
    const outer = frame.getBoundingClientRect();
    if (!inner || !intersect(outer, screen)) continue;
    const [dx, dy] = [outer.x + frame.clientLeft, outer.y + frame.clientTop];
    for (const { x, y, width, height } of measureText(inner)) {
      const shifted = intersect({ x: x + dx, y: y + dy, width, height }, outer);
      if (shifted) rects.push(shifted);
    }
  }
  return rects;
}

function collect(root: Document | ShadowRoot, screen: Rect, rects: Rect[]): void {
  const doc = root.ownerDocument ?? root;
  const walker = doc.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const range = doc.createRange();
  const clips = new Map<Element, Rect | null>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isElement(node)) {
      if (node.shadowRoot) collect(node.shadowRoot, screen, rects);
      continue;
    }
    if (!/\S/.test(node.nodeValue ?? '')) continue;
    range.selectNodeContents(node);
    if (!intersect(range.getBoundingClientRect(), screen)) continue;
    const parent = node.parentElement;
    if (parent && !shows(parent)) continue;
    const clip = parent && remembered(clips, parent, textClip);
    for (const rect of cut(range.getClientRects(), clip)) if (intersect(rect, screen)) rects.push(rect);
  }
}

/** What is let through of an element's text: the element itself may clip, too. */
function textClip(element: Element): Rect | null {
  const outer = clipOf(element);
  const { display, overflowX, overflowY } = getComputedStyle(element);
  if (display === 'inline' || display === 'contents') return outer;
  if (/^(?:html|body)$/.test(element.localName)) return outer;
  if (overflowX === 'visible' || overflowY === 'visible') return outer;
  const own = element.getBoundingClientRect();
  return outer ? (intersect(outer, own) ?? { x: 0, y: 0, width: 0, height: 0 }) : own;
}

function remembered<K, V>(known: Map<K, V>, key: K, find: (key: K) => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = find(key);
  known.set(key, value);
  return value;
}

/** Makes all text below a copied root invisible, so that a box that sits a little off gives nothing away. */
export function hideText(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.shadowRoot) hideText(element.shadowRoot);
    for (const name of [
      'color',
      '-webkit-text-fill-color',
      '-webkit-text-stroke-color',
      'text-decoration-color',
    ])
      element.style?.setProperty(name, 'transparent', 'important');
    element.style?.setProperty('text-shadow', 'none', 'important');
    if (/^(?:text|tspan|textPath)$/.test(element.localName))
      for (const name of ['fill', 'stroke']) element.style?.setProperty(name, 'transparent', 'important');
  }
}
