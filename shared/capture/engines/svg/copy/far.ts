import type { Turns } from '../turns.ts';

/** Documents of fewer elements are copied whole. */
const LARGE = 1500;

/** What a page's rules say about what may lie elsewhere than the elements around it. */
export interface Wanderers {
  /** Selectors of what is positioned. */
  readonly positioned: readonly string[];
  /** Whether anything counts, so that what comes before matters. */
  readonly counts: boolean;
}

const REFERRED = 'symbol,linearGradient,radialGradient,pattern,filter,clipPath,mask,marker,defs';
const GRIDS = /flex|grid/;
const BLOCKS = /^(?:block|flow-root|list-item|inline-block|table-cell)$/;
const BOXES = /^(?:block|flow-root|list-item|flex|grid|table)$/;

/**
 * Large documents: which elements lie so far from what is on screen that an empty box of their size does in the
 * copy. Where it cannot be told for certain that nothing on screen would move, the element is copied.
 */
export class FarAway {
  readonly #screen: { readonly width: number; readonly height: number };
  readonly #counts: boolean;
  readonly #needed = new Set<Element>();
  readonly #displays = new Map<Element, string>();
  readonly #pinned = new Map<Element, string>();

  private constructor(screen: { readonly width: number; readonly height: number }, counts: boolean) {
    this.#screen = screen;
    this.#counts = counts;
  }

  /** Null for a document that is not large. */
  static async of(
    doc: Document,
    screen: { readonly width: number; readonly height: number },
    { positioned, counts }: Wanderers,
    turns: Turns,
  ): Promise<FarAway | null> {
    if (doc.getElementsByTagName('*').length < LARGE) return null;
    const far = new FarAway(screen, counts);
    for (const element of doc.querySelectorAll(REFERRED)) far.#need(element);
    for (const selector of [...positioned, '[style*="position"]', ':focus']) {
      for (const element of found(doc, selector)) {
        if (turns.isOver) await turns.give();
        if (far.#isNear(element.getBoundingClientRect())) far.#need(element);
      }
    }
    return far;
  }

  /** Declarations of the empty box that may stand for an element; null where it has to be copied. */
  boxFor(element: Element): string | null {
    if (this.#needed.has(element) || !element.firstChild) return null;
    const rect = element.getBoundingClientRect();
    if (rect.width === 0 && rect.height === 0)
      return getComputedStyle(element).display === 'none' ? 'display:none!important;' : null;
    if (this.#isNear(rect) || (this.#counts && rect.top < 0)) return null;
    const parent = element.parentElement;
    if (!parent) return null;
    const style = getComputedStyle(element);
    if (style.float !== 'none') return null;
    const size = `width:${style.width}!important;height:${style.height}!important;overflow:hidden!important;`;
    if (/absolute|fixed/.test(style.position)) return BOXES.test(style.display) ? size : null;
    if (style.position !== 'static' && style.position !== 'relative') return null;
    const around = this.#displayOf(parent);
    if (style.display === 'table-row')
      return this.#isHeld(element) ? `height:${rect.height}px!important;` : null;
    if (!BOXES.test(style.display)) return null;
    if (GRIDS.test(around)) return `${size}flex:none!important;`;
    if (!BLOCKS.test(around) || parent.localName === 'html') return null;
    const gaps = gapsAround(element, rect);
    return gaps && `${size}display:${style.display}!important;${gaps}`;
  }

  /** Declarations that hold the columns of a table whose far rows are not there to hold them; null for the rest. */
  pinFor(element: Element): string | null {
    if (element.localName === 'table') this.#holdColumns(element);
    return this.#pinned.get(element) ?? null;
  }

  #need(element: Element): void {
    for (let at: Element | null = element; at && !this.#needed.has(at); at = at.parentElement)
      this.#needed.add(at);
  }

  /** Within a window's height or width of what is on screen. */
  #isNear({ left, top, right, bottom }: DOMRect): boolean {
    const { width, height } = this.#screen;
    return top < 2 * height && bottom > -height && left < 2 * width && right > -width;
  }

  #displayOf(element: Element): string {
    const known = this.#displays.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const display = style.columnCount === 'auto' && style.columnWidth === 'auto' ? style.display : 'columns';
    this.#displays.set(element, display);
    return display;
  }

  /** Whether the columns of a row's table are held without it. */
  #isHeld(row: Element): boolean {
    const table = row.closest('table');
    return table !== null && this.#pinned.has(table);
  }

  /** Holds each near cell of a table with far rows at its width, unless cells go over several rows. */
  #holdColumns(table: Element): void {
    if (table.querySelector('[rowspan]:not([rowspan="1"]),table')) return;
    const rows = [...table.querySelectorAll('tr')];
    const near = rows.filter((row) => this.#needed.has(row) || this.#isNear(row.getBoundingClientRect()));
    if (near.length === rows.length) return;
    this.#pinned.set(table, `width:${getComputedStyle(table).width}!important;`);
    for (const row of near)
      for (const cell of row.children)
        this.#pinned.set(cell, `width:${getComputedStyle(cell).width}!important;`);
  }
}

function found(doc: Document, selector: string): Iterable<Element> {
  try {
    return doc.querySelectorAll(selector);
  } catch {
    return [];
  }
}

/**
 * Margins that keep the neighbours of a block where they are, whatever margins fell together there; null where
 * the neighbours are not plain blocks, too.
 */
function gapsAround(element: Element, rect: DOMRect): string | null {
  const [before, after] = [element.previousElementSibling, element.nextElementSibling];
  if (!before || !after || !isAlone(element, before, after)) return null;
  const above = rect.top - before.getBoundingClientRect().bottom;
  const below = after.getBoundingClientRect().top - rect.bottom;
  if (above < 0 || below < 0) return null;
  return `margin-top:${above}px!important;margin-bottom:${below}px!important;`;
}

/** Whether nothing but white space parts an element from two neighbours that are blocks in the flow. */
function isAlone(element: Element, before: Element, after: Element): boolean {
  for (let node = before.nextSibling; node && node !== after; node = node.nextSibling)
    if (node !== element && node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '')) return false;
  return [before, after].every((sibling) => {
    const { display, position, float } = getComputedStyle(sibling);
    return BOXES.test(display) && position === 'static' && float === 'none';
  });
}
