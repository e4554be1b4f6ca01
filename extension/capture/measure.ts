import { intersect } from '../../shared/capture/masks/geometry.ts';
import { measureMasks, visibleParts } from '../../shared/capture/masks/measure.ts';
import { privacyTest } from '../../shared/capture/masks/select.ts';
import { measureText } from '../../shared/capture/masks/text.ts';
import { above, shadowOf } from '../../shared/capture/masks/tree.ts';
import type { PageView, Rect } from '../../shared/capture/types.ts';
import type { Cover } from './cover.ts';

/** What one frame of a page knows of itself. CSS pixels of its own viewport. */
export type MeasuredFrame = {
  /** Its place among its parent's frames, and theirs among their parent's; empty for the page itself. */
  path: number[];
  masks: Rect[];
  children: ChildFrame[];
};

/** A frame as the document around it sees it. */
export type ChildFrame = {
  /** Its place among the frames of that document; -1 within a shadow tree, where browsers do not count. */
  index: number;
  /** What is visible of it. */
  visible: Rect;
  /** Where the viewport of its own document begins, or null where that is turned or scaled. */
  origin: { x: number; y: number } | null;
  /** Whether the document around it could look into it, and did: `masks` holds its fields. */
  open: boolean;
  /** Whose it is, as far as its address tells. */
  host: string;
};

/** The page itself, which knows what the picture of its tab shows. */
export type MeasuredPage = MeasuredFrame & PageView & { url: string; pinch: Pinch; devicePixelRatio: number };

/** How a page is pinched larger: the picture shows the part of the viewport that begins here. */
export type Pinch = { left: number; top: number; scale: number };

/**
 * Looks at a page, or at a frame of one, and changes nothing.
 * @returns null of a PDF: the browser's viewer is closed to everybody
 */
export function measureFrame(view: Window, cover: Cover): MeasuredFrame | MeasuredPage | null {
  const { document } = view;
  if (isPdf(document)) return null;
  const masks = measureMasks(document, privacyTest([], cover.fields || cover.text));
  if (cover.text) masks.push(...measureText(document, true));
  const frame = { path: pathOf(view), masks, children: childrenOf(view) };
  if (view.parent !== view) return frame;
  return {
    ...frame,
    // Scrollbars are part of the picture of a tab.
    viewport: { width: view.innerWidth, height: view.innerHeight },
    scroll: { x: view.scrollX, y: view.scrollY },
    pinch: pinchOf(view),
    devicePixelRatio: view.devicePixelRatio,
    url: view.location.href,
  };
}

const isPdf = ({ contentType }: Document) => contentType === 'application/pdf';

export function pinchOf({ visualViewport }: Window): Pinch {
  const { offsetLeft: left = 0, offsetTop: top = 0, scale = 1 } = visualViewport ?? {};
  return { left, top, scale };
}

/** Frames may count and compare each other's windows, whosever they are; so nothing need be said to the page. */
function pathOf(view: Window): number[] {
  const path: number[] = [];
  for (let here = view; here !== here.parent; here = here.parent) path.unshift(indexOf(here, here.parent));
  return path;
}

function indexOf(child: Window, parent: Window): number {
  for (let at = 0; at < parent.length; at++) if (parent[at] === child) return at;
  return -1;
}

type Frame = HTMLIFrameElement | HTMLFrameElement | HTMLObjectElement | HTMLEmbedElement;

function childrenOf(view: Window): ChildFrame[] {
  const children: ChildFrame[] = [];
  const screen = { x: 0, y: 0, width: view.innerWidth, height: view.innerHeight };
  for (const element of framesIn(view.document)) {
    const [part] = visibleParts(element);
    const visible = part && intersect(part, screen);
    const inner = 'contentWindow' in element ? element.contentWindow : null;
    // An object may show a picture instead of a document.
    if (!visible || (element.localName === 'object' && !inner)) continue;
    const document = 'contentDocument' in element ? element.contentDocument : null;
    const address = element.getAttribute(element.localName === 'object' ? 'data' : 'src');
    children.push({
      index: inner ? indexOf(inner, view) : -1,
      visible,
      origin: originOf(element),
      open: document !== null && !isPdf(document),
      host: URL.parse(address ?? '', view.location.href)?.host || view.location.host,
    });
  }
  return children;
}

function* framesIn(root: Document | ShadowRoot): Generator<Frame> {
  yield* root.querySelectorAll<Frame>('iframe, frame, object, embed');
  for (const element of root.querySelectorAll('*')) {
    const shadow = shadowOf(element);
    if (shadow) yield* framesIn(shadow);
  }
}

/** Where a frame's own document begins; null where it is not laid out upright and in its own size. */
function originOf(frame: Frame): { x: number; y: number } | null {
  for (let element: Element | null = frame; element; element = above(element)) {
    const { transform, rotate, scale, zoom, offsetPath } = getComputedStyle(element);
    const moved = transform === 'none' || /^matrix\(1, 0, 0, 1,/.test(transform);
    if (!moved || rotate !== 'none' || scale !== 'none' || offsetPath !== 'none') return null;
    if (zoom && zoom !== '1') return null;
  }
  const { x, y } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return {
    x: x + frame.clientLeft + Number.parseFloat(paddingLeft),
    y: y + frame.clientTop + Number.parseFloat(paddingTop),
  };
}
