import { laidOutNodes } from '../dom.ts';

/** How far a scroller stands from its beginning, in CSS pixels, as `scrollLeft` and `scrollTop` tell. */
export interface Scrolled {
  readonly x: number;
  readonly y: number;
}

/** What puts the content of a copied scroller where the page's stands. */
export interface Shift {
  /** Declarations of an empty box before the content; null where none is needed. */
  readonly before: string | null;
  /** Inline declarations of elements within. */
  readonly inside: ReadonlyMap<Element, string>;
  /** Declarations of an inline element around each text that is the scroller's own; null where none is needed. */
  readonly text: string | null;
}

/**
 * For browsers in which no copy can be scrolled: the box of a page's content as it lies in the copy's window. It is
 * moved by the layout itself, so that sticky parts stick as if scrolled to there, and absolute ones go by it.
 */
export function shiftedPage({ x, y }: Scrolled, height: number): string {
  return (
    'display:flow-root!important;position:relative!important;overflow:visible!important;' +
    `height:${height}px!important;margin:${-y}px ${x}px 0 ${-x}px!important;`
  );
}

/**
 * The same for a scroller within the page. A box of negative height before everything moves what flows, as do
 * margins that take on one side what they give on the other: neither changes a size, and sticky parts follow both.
 */
export function shiftContent(scroller: Element): Shift {
  const { scrollLeft: x, scrollTop: y } = scroller;
  const style = getComputedStyle(scroller);
  const isFlow = !/flex|grid/.test(style.display);
  const inside = new Map<Element, string>();
  for (const element of boxesIn(scroller)) {
    const own = getComputedStyle(element);
    if (/absolute|fixed/.test(own.position)) continue;
    if (isFlow && own.display === 'inline') {
      if (x !== 0) inside.set(element, sideways(own, x));
    } else if (x !== 0 || !isFlow) inside.set(element, margins(own, { x, y: isFlow ? 0 : y }));
  }
  for (const element of absolutesOf(scroller, style.position)) {
    const own = getComputedStyle(element);
    inside.set(element, margins(own, { x, y }));
  }
  const before =
    isFlow && y !== 0
      ? `all:initial!important;visibility:hidden!important;display:flow-root!important;height:1px!important;margin-top:${-y - 1}px!important;`
      : null;
  const text = isFlow
    ? x === 0
      ? null
      : `position:relative!important;left:${-x}px!important;`
    : `display:block!important;margin:${-y}px ${x}px ${y}px ${-x}px!important;`;
  return { before, inside, text };
}

/** The elements whose boxes are a scroller's own content: those of no box stand for what is in them. */
function* boxesIn(parent: Element): Generator<Element> {
  for (const node of laidOutNodes(parent)) {
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const element = node as Element;
    const { display } = getComputedStyle(element);
    if (display === 'contents') yield* boxesIn(element);
    else if (display !== 'none') yield element;
  }
}

/** What is placed by the box of a scroller, however deep in it. */
function absolutesOf(scroller: Element, position: string): Element[] {
  if (position === 'static') return [];
  return [...scroller.querySelectorAll<HTMLElement>('*')].filter(
    (element) => element.offsetParent === scroller && getComputedStyle(element).position === 'absolute',
  );
}

function margins(style: CSSStyleDeclaration, { x, y }: Scrolled): string {
  const { marginTop, marginRight, marginBottom, marginLeft } = style;
  const more = (margin: string, by: number) => `${(Number.parseFloat(margin) || 0) + by}px!important;`;
  const sides = `margin-left:${more(marginLeft, -x)}margin-right:${more(marginRight, x)}`;
  return y === 0 ? sides : `${sides}margin-top:${more(marginTop, -y)}margin-bottom:${more(marginBottom, y)}`;
}

function sideways({ position, left }: CSSStyleDeclaration, x: number): string {
  if (position !== 'static' && position !== 'relative') return '';
  const from = position === 'relative' ? Number.parseFloat(left) || 0 : 0;
  return `position:relative!important;left:${from - x}px!important;right:auto!important;`;
}
