import { measureMasks } from '../masks/measure.ts';
import { showsDots } from '../masks/select.ts';
import { hideText, measureText } from '../masks/text.ts';
import { pageView } from '../page.ts';
import type { Rect } from '../types.ts';
import { adoptRules, sheetsLoaded, withoutStyles } from './clone-styles.ts';
import { allowsDataImages } from './content-policy.ts';
import { paintDrawings } from './drawings/paint.ts';
import type { Drawing, EngineTask } from './engine.ts';
import { paintGround } from './ground.ts';
import { imageCache } from './image-cache.ts';

/**
 * The fallback: html2canvas reads the page's styles and paints them itself; it needs no `data:` image. What else of
 * it a strict policy would refuse, and report to the host, is done here in its place.
 */
export async function drawWithHtml2canvas(task: EngineTask): Promise<Drawing> {
  const { default: html2canvas } = await import('html2canvas');
  const { document: doc, isPrivate } = task;
  const dataImages = await allowsDataImages(doc);
  task.signal.throwIfAborted();
  const putBack = takeOut(task.exclude);
  try {
    const view = pageView(doc);
    const masks: Rect[] = [];
    const measure = (root: Document) => {
      masks.push(...measureMasks(root, isPrivate));
      if (task.maskText) masks.push(...measureText(root));
    };
    measure(doc);
    const options = {
      x: view.scroll.x,
      y: view.scroll.y,
      width: view.viewport.width,
      height: view.viewport.height,
      windowWidth: view.viewport.width,
      windowHeight: view.viewport.height,
      scale: task.scale,
      backgroundColor: null,
      useCORS: true,
      logging: false,
      signal: task.signal,
      ignoreElements: (element: Element) => isShadowStyle(element) || isRefused(element),
      onclone: async (clone: Document) => {
        adoptRules(clone, pending);
        await sheetsLoaded(clone);
        measure(clone);
        if (task.maskText) hideText(clone);
        hidePrivate(clone, isPrivate);
        if (!dataImages) paintDrawings(clone, task.scale);
      },
    };
    // Its own type for the cache names private parts of a class, and is no part of its public types.
    const own: object = { cache: imageCache(doc.defaultView ?? window, dataImages) };
    const { result, pending } = withoutStyles(doc, () =>
      html2canvas(doc.documentElement, Object.assign(options, own)),
    );
    const bitmap = await result;
    paintGround(bitmap, doc);
    return { bitmap, view, masks };
  } finally {
    putBack();
  }
}

/**
 * html2canvas cannot make a shadow root in its clone for every host and then puts the root's content, sheets
 * included, into the page, where they would restyle everything.
 */
function isShadowStyle(element: Element): boolean {
  return /^(?:style|link)$/.test(element.localName) && element.getRootNode() !== element.ownerDocument;
}

/** A style that the page's policy does not allow: in the clone it would be refused, and reported, once more. */
const isRefused = (element: Element) => element.localName === 'style' && 'sheet' in element && !element.sheet;

/** Takes elements out of the document; the returned function puts each back where it was. */
function takeOut(elements: readonly Element[]): () => void {
  const places = elements.flatMap((element) => {
    if (!element.parentNode) return [];
    const mark = element.ownerDocument.createComment('');
    element.replaceWith(mark);
    return [{ element, mark }];
  });
  return () => {
    for (const { element, mark } of places) mark.replaceWith(element);
  };
}

/** What is masked is not even painted, so a mask that sits a little off gives nothing away. */
function hidePrivate(root: ParentNode, isPrivate: (element: Element) => boolean): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.shadowRoot) hidePrivate(element.shadowRoot, isPrivate);
    // html2canvas knows nothing of dots in place of letters.
    if (!isPrivate(element) && !showsDots(element)) continue;
    for (const part of [element, ...element.querySelectorAll<HTMLElement>('*')])
      part.style?.setProperty('visibility', 'hidden', 'important');
  }
}
