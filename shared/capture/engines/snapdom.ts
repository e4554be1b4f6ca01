import type { CaptureContext, SnapdomPlugin } from '@zumer/snapdom';
import { isElement, measureMasks, visibleParts } from '../masks/measure.ts';
import { hideText, measureText } from '../masks/text.ts';
import { pageRect, pageView } from '../page.ts';
import type { PageView, Rect } from '../types.ts';
import type { Drawing, EngineTask } from './engine.ts';
import { standAsPage } from './page-root.ts';

/** The first engine: the page cloned into an SVG image and painted by the browser itself. */
export async function drawWithSnapdom(task: EngineTask): Promise<Drawing> {
  const { snapdom } = await import('@zumer/snapdom');
  task.signal.throwIfAborted();
  const guard = privacyGuard(task);
  const quirks = task.document.compatMode === 'BackCompat';
  try {
    const result = await snapdom(task.document.documentElement, {
      // In quirks mode snapdom takes the whole page for the viewport.
      clip: quirks ? pageRect(pageView(task.document)) : 'viewport',
      dpr: task.scale,
      backgroundColor: null,
      exclude: [(element) => task.exclude.includes(element) && takesSpace(element)],
      plugins: [guard.plugin],
      invalidate: true,
    });
    task.signal.throwIfAborted();
    const bitmap = await result.toCanvas();
    return { bitmap, view: guard.view(), masks: guard.masks() };
  } finally {
    // snapdom keeps a hidden frame for its next picture and makes a new one where it finds it gone.
    for (const left of document.querySelectorAll('body > iframe[data-snapdom-internal]')) left.remove();
  }
}

/**
 * A snapdom plugin that measures the private parts while the clone is made, when nothing can move between
 * a rectangle and the pixels it belongs to, and makes them invisible in the clone. The second is what keeps
 * a secret where the engine lays a text out differently from the browser; the box painted later is what the
 * reader sees. That the plugin is not declared `pure` also keeps snapdom from answering with an older picture.
 */
function privacyGuard({ document: doc, isPrivate, maskText, exclude }: EngineTask) {
  const rects: Rect[] = [];
  let view: PageView | null = null;
  const plugin: SnapdomPlugin = {
    name: 'hearback-privacy',
    beforeClone() {
      view = pageView(doc);
      rects.push(...measureMasks(doc, isPrivate), ...(maskText ? measureText(doc) : []));
    },
    resolveNode(node) {
      if (exclude.includes(node)) return null;
      if (node.ownerDocument === doc && isPrivate(node)) rects.push(...visibleParts(node));
      return undefined;
    },
    afterClone(context: CaptureContext) {
      if (!(context.nodeMap instanceof Map)) return;
      const copies: Map<Node, Node> = context.nodeMap;
      standAsPage(context, copies);
      if (maskText && context.clone instanceof Element) hideText(context.clone);
      for (const [copy, original] of copies)
        if (isElement(copy) && isElement(original) && isPrivate(original)) hide(copy);
    },
  };
  return { plugin, view: () => view ?? pageView(doc), masks: () => rects };
}

/**
 * Whether a page would close up if the element went. For those that do not, snapdom's invisible stand-in would
 * itself push the page apart.
 */
function takesSpace(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && !/absolute|fixed/.test(getComputedStyle(element).position);
}

function hide(copy: Element): void {
  const parts: (Element & Partial<ElementCSSInlineStyle>)[] = [copy, ...copy.querySelectorAll('*')];
  for (const part of parts) part.style?.setProperty('visibility', 'hidden', 'important');
}
