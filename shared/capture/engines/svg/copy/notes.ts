import { NO_TEXT } from '../base-rules.ts';
import { pictureOf } from '../resources/media.ts';
import type { Resource } from '../resources/resources.ts';
import { pseudoDeclarations } from '../style/computed.ts';
import { NOTE } from '../style/states.ts';
import type { CopyContext } from './context.ts';
import { barRoom, barRules } from './scrolling/bars.ts';
import { freePseudo, STAYS, startAt } from './scrolling/scroll.ts';
import { shiftContent } from './scrolling/shift.ts';

/**
 * What elements of the copy need beyond their own markup and the page's rules: a note on the element, and a rule for
 * all that carry the note.
 */
export class Notes {
  /** Rules that go with what was written; a picture's is known once the picture has come. */
  readonly rules: (() => string)[] = [];
  /** Declarations of what has to be around the texts of an element. */
  readonly aroundText = new Map<Element, string>();
  readonly #pictures = new Map<Resource, string>();
  readonly #bars = new Set<string>();
  readonly #context: CopyContext;
  #count = 0;

  constructor(context: CopyContext) {
    this.#context = context;
  }

  picture(element: Element): string | null {
    const picture = pictureOf(element, this.#context.resources);
    return picture && this.pictureNote(picture);
  }

  /** The note of elements that show a picture; a picture shown often stands in the copy once. */
  pictureNote(picture: Resource): string {
    const known = this.#pictures.get(picture);
    if (known) return known;
    const note = `p${this.#pictures.size}`;
    this.#pictures.set(picture, note);
    this.rules.push(() => `[${NOTE}~="${note}"]{content:url("${picture.dataUrl}")!important}`);
    return note;
  }

  pseudos(element: Element, isPrivate: boolean): string[] {
    const note = `c${this.#count++}`;
    const hidden =
      (isPrivate ? 'visibility:hidden!important;' : '') + (this.#context.maskText ? NO_TEXT : '');
    let used = false;
    for (const pseudo of ['::before', '::after', '::marker'] as const) {
      const declarations = pseudoDeclarations(element, pseudo);
      if (!declarations) continue;
      used = true;
      this.rules.push(() => `[${NOTE}~="${note}"]${pseudo}{${declarations}${hidden}}`);
    }
    return used ? [note] : ['plain'];
  }

  /** Lets a scroller that does not stand at its beginning stand in the copy where it stands now. */
  scrolled(element: Element, marks: string[]): string {
    const { scrollTop, scrollLeft } = element;
    if ((scrollTop === 0 && scrollLeft === 0) || this.#isPageScroller(element)) return '';
    const pseudo = this.#context.beginsAnywhere ? freePseudo(element) : null;
    if (!pseudo) return this.#shifted(element, marks);
    const note = `s${this.#count++}`;
    marks.push(note);
    const start = startAt(scrollLeft, scrollTop, element.clientWidth, element.clientHeight);
    this.rules.push(() => `[${NOTE}~="${note}"]${pseudo}{${start}content:""!important}`);
    const anchored = getComputedStyle(element).position === 'static' ? 'position:relative!important;' : '';
    return STAYS + anchored;
  }

  /** The same where the copy's scroller begins at its top whatever one says: what is in it is moved. */
  #shifted(element: Element, marks: string[]): string {
    const { additions } = this.#context;
    const { before, inside, text } = shiftContent(element);
    for (const [part, style] of inside) additions.set(part, (additions.get(part) ?? '') + style);
    if (text !== null) this.aroundText.set(element, text);
    if (before !== null) {
      const note = `s${this.#count++}`;
      marks.push(note);
      this.rules.push(() => `[${NOTE}~="${note}"]::before{${before}content:""!important}`);
    }
    return '';
  }

  /** Whether the scrollbars of an element take room, which is then kept. */
  keepBars(element: Element, marks: string[]): boolean {
    const room = this.#isPageScroller(element) ? null : barRoom(element);
    if (!room) return false;
    const note = `b${room.width}-${room.height}`;
    marks.push(note);
    if (!this.#bars.has(note)) this.rules.push(() => barRules(`[${NOTE}~="${note}"]`, room));
    this.#bars.add(note);
    return true;
  }

  #isPageScroller(element: Element): boolean {
    const { document: doc } = this.#context;
    return element === doc.documentElement || element === doc.scrollingElement;
  }
}
