import type { Rect } from '../types.ts';
import { clipOf, clips, cut, shows } from './clip.ts';
import { frameDocument, frames, fromFrame } from './frames.ts';
import { intersect } from './geometry.ts';
import { withShadows } from './shadows.ts';
import { isElement, shadowOf } from './tree.ts';

/**
 * Where a document shows text right now, one box a line, in CSS pixels relative to the viewport. Open shadow
 * roots and same-origin frames are looked into; text in pictures, canvases and videos is not known to be text.
 * What fields show is not in here: `privacyTest` finds them.
 * @param generated whether elements whose style sheets write words before or behind them are in it, as a whole: no
 *   browser tells where such words are. For pictures that are taken of what the screen shows
 */
export function measureText(doc: Document, generated = false): Rect[] {
  const view = doc.defaultView ?? window;
  const screen = { x: 0, y: 0, width: view.innerWidth, height: view.innerHeight };
  const rects: Rect[] = [];
  collect(doc, screen, rects, generated);
  for (const frame of frames(doc)) {
    const inner = frameDocument(frame);
    if (inner && intersect(frame.getBoundingClientRect(), screen))
      rects.push(...fromFrame(frame, inner, measureText(inner, generated)));
  }
  return rects;
}

function collect(root: Document | ShadowRoot, screen: Rect, rects: Rect[], generated: boolean): void {
  const doc = root.ownerDocument ?? root;
  const walker = doc.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const range = doc.createRange();
  const clips = new Map<Element, Rect | null>();
  const add = (found: Iterable<Rect>, clip: Rect | null) => {
    for (const rect of cut(found, clip)) if (intersect(rect, screen)) rects.push(rect);
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isElement(node)) {
      const shadow = shadowOf(node);
      if (shadow) collect(shadow, screen, rects, generated);
      if (!generated && !/^(?:input|img)$/.test(node.localName)) continue;
      if (intersect(node.getBoundingClientRect(), screen) && showsWords(node, generated) && shows(node))
        add(node.getClientRects(), clipOf(node));
      continue;
    }
    if (!/\S/.test(node.nodeValue ?? '')) continue;
    range.selectNodeContents(node);
    if (!intersect(range.getBoundingClientRect(), screen)) continue;
    const parent = node.parentElement;
    if (parent && !shows(parent)) continue;
    add(withShadows(range.getClientRects(), parent), parent && remembered(clips, parent, textClip));
  }
}

/** Whether an element shows words that are no text in it: the name of a button, what stands for a missing picture. */
function showsWords(element: Element, generated: boolean): boolean {
  switch (element.localName) {
    case 'input':
      return /^(?:button|submit|reset|image|file)$/.test((element as HTMLInputElement).type);
    case 'img': {
      const { alt, complete, naturalWidth } = element as HTMLImageElement;
      return alt !== '' && complete && naturalWidth === 0;
    }
    default:
      return (
        generated &&
        ['::before', '::after', '::marker'].some((part) =>
          WORDS.test(getComputedStyle(element, part).content),
        )
      );
  }
}

/** Generated content with letters or digits in it; icons are not in Unicode's letters. */
const WORDS = /["'][^"']*[\p{L}\p{N}]|attr\(/u;

/** What is let through of an element's text: the element itself may clip, too. */
function textClip(element: Element): Rect | null {
  const outer = clipOf(element);
  if (!clips(element, getComputedStyle(element))) return outer;
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
