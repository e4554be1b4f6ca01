import { measureMasks } from '../masks/measure.ts';
import { hideText, measureText } from '../masks/text.ts';
import { pageView } from '../page.ts';
import type { Rect } from '../types.ts';
import type { Drawing, EngineTask } from './engine.ts';

/** The fallback: html2canvas reads the page's styles and paints them itself; it needs no `data:` image. */
export async function drawWithHtml2canvas(task: EngineTask): Promise<Drawing> {
  const { default: html2canvas } = await import('html2canvas');
  task.signal.throwIfAborted();
  const { document: doc, isPrivate } = task;
  const putBack = takeOut(task.exclude);
  try {
    const view = pageView(doc);
    const masks: Rect[] = [];
    const measure = (root: Document) => {
      masks.push(...measureMasks(root, isPrivate));
      if (task.maskText) masks.push(...measureText(root));
    };
    measure(doc);
    const bitmap = await html2canvas(doc.documentElement, {
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
      ignoreElements: isShadowStyle,
      onclone: (clone) => {
        measure(clone);
        if (task.maskText) hideText(clone);
        hidePrivate(clone, isPrivate);
      },
    });
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
    if (!isPrivate(element)) continue;
    for (const part of [element, ...element.querySelectorAll<HTMLElement>('*')])
      part.style?.setProperty('visibility', 'hidden', 'important');
  }
}
