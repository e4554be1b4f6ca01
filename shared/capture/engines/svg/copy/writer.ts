import { above, isElement } from '../../../masks/tree.ts';
import { NO_SVG_TEXT, NO_TEXT } from '../base-rules.ts';
import { EMPTY, type Resource } from '../resources/resources.ts';
import { computedDeclarations } from '../style/computed.ts';
import { rewriteDeclarations } from '../style/declarations.ts';
import { pinnedSize } from '../style/pins.ts';
import { HIDDEN, NOTE, RENAMED } from '../style/states.ts';
import { keptAttributes } from './attributes.ts';
import { blankText } from './blank-text.ts';
import type { CopyContext } from './context.ts';
import { assignedNodes, laidOutNodes } from './dom.ts';
import { DRAWN, DRAWN_RULES, dateText, drawnControl, leavesControlsOut } from './elements/controls.ts';
import {
  fieldStyle,
  scrolledField,
  scrollingControlSize,
  stateAttributes,
  stateText,
  undecidedCheckbox,
} from './elements/form.ts';
import { frameStandIn } from './elements/frame.ts';
import { Notes } from './notes.ts';
import { isXmlName, SVG, XHTML, xmlAttribute, xmlText } from './xml.ts';

/**
 * How elements are written: by the page's rules (`rules`), or with their own style written out, because they are
 * of a shadow tree (`shadow`), are slotted into one (`slotted`, which does not hold for what they contain), or
 * because no rule can be gone by at all (`all`).
 */
export type Manner = 'rules' | 'shadow' | 'slotted' | 'all';

interface Level {
  readonly nodes: readonly Node[];
  at: number;
  readonly close: string;
  readonly manner: Manner;
  readonly isPrivate: boolean;
  readonly namespace: string | null;
  /** Declarations of what has to be around each text; null where nothing has. */
  readonly aroundText: string | null;
}

/** Elements whose content is not shown, or would act in the copy. */
const EMPTIED =
  /^(?:script|style|link|meta|base|noscript|template|head|param|source|track|animate|animateTransform|animateMotion|set)$/;

const SVG_TEXT = /^(?:text|tspan|textPath)$/;

const BACKDROP =
  'position:fixed!important;inset:0!important;width:auto!important;height:auto!important;display:block!important;';

/** Writes a document as XHTML, element by element. */
export class Writer {
  readonly #parts: (string | (() => string))[] = [];
  readonly #context: CopyContext;
  readonly #notes: Notes;

  constructor(context: CopyContext) {
    this.#context = context;
    this.#notes = new Notes(context);
    if (leavesControlsOut()) this.#notes.rules.push(() => DRAWN_RULES);
  }

  /** Rules that go with what was written. */
  get rules(): readonly (() => string)[] {
    return this.#notes.rules;
  }

  text(): string {
    return this.#parts.map((part) => (typeof part === 'string' ? part : part())).join('');
  }

  /** Writes an element of the top layer, its backdrop beneath it, above all that was written before. */
  async writeLifted(element: Element): Promise<void> {
    const { additions, exclude, isPrivate } = this.#context;
    const around = [...aroundIt(element)];
    if (around.some((each) => exclude.includes(each))) return;
    const over = 'z-index:2147483647!important;';
    const { display } = getComputedStyle(element, '::backdrop');
    if (display && display !== 'none')
      this.#parts.push(
        `<hb-backdrop style="${xmlAttribute(computedDeclarations(element, '::backdrop'))}${BACKDROP}${over}"></hb-backdrop>`,
      );
    additions.set(element, (additions.get(element) ?? '') + over);
    await this.write(element, 'all', around.some(isPrivate));
  }

  /** Writes an element and all in it; gives way to the page between elements. */
  async write(root: Element, manner: Manner, isPrivate = false): Promise<void> {
    const { turns } = this.#context;
    const levels: Level[] = [];
    const top = this.#open(root, { manner, isPrivate, namespace: XHTML }, true);
    if (top) levels.push(top);
    for (let level = levels.at(-1); level; level = levels.at(-1)) {
      if (turns.isOver) await turns.give();
      const node = level.nodes[level.at++];
      if (!node) {
        this.#parts.push(level.close);
        levels.pop();
      } else if (isElement(node)) {
        const inner = this.#open(node, level);
        if (inner) levels.push(inner);
      } else if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE)
        this.#text(node as Text, level);
    }
  }

  #text(node: Text, { isPrivate, aroundText, nodes }: Level): void {
    const text = isPrivate ? blankText(node) : xmlText(node.data);
    const isBare = aroundText === null || (nodes.length > 1 && !/\S/.test(text));
    this.#parts.push(
      isBare ? text : `<hb-text xmlns="${XHTML}" style="all:unset!important;${aroundText}">${text}</hb-text>`,
    );
  }

  /** Writes an element's start, or all of it where it has no content to go through. */
  #open(
    element: Element,
    above: Pick<Level, 'manner' | 'isPrivate' | 'namespace'>,
    isRoot = false,
  ): Level | null {
    const { exclude, lifted } = this.#context;
    const namespace = element.namespaceURI;
    const name = nameOf(element);
    const xmlns = namespace === above.namespace ? '' : ` xmlns="${xmlAttribute(namespace ?? '')}"`;
    if (exclude.includes(element) || (!isRoot && lifted.has(element))) {
      this.#parts.push(`<${name}${xmlns} style="display:none!important"></${name}>`);
      return null;
    }
    if (EMPTIED.test(element.localName)) {
      this.#parts.push(`<${name}${xmlns}></${name}>`);
      return null;
    }
    const isPrivate = above.isPrivate || this.#context.isPrivate(element);
    const shadow = element.shadowRoot;
    const field = isPrivate
      ? null
      : (scrolledField(element) ?? (leavesControlsOut() ? dateText(element) : null));
    const computed = above.manner !== 'rules' || shadow !== null || field !== null;
    const written = field === null ? name : `hb-${name}`;
    this.#parts.push(`<${written}${xmlns}`);
    const box = above.manner === 'rules' ? (this.#context.far?.boxFor(element) ?? null) : null;
    const content =
      box === null ? this.#attributes(element, computed, isPrivate, field) : this.#emptyBox(element, box);
    this.#parts.push('>');
    const close = `</${written}>`;
    if (content !== null) {
      this.#parts.push(content, close);
      return null;
    }
    return {
      nodes: laidOutNodes(element),
      at: 0,
      close,
      manner: within(element, above.manner),
      isPrivate,
      namespace,
      aroundText: this.#notes.aroundText.get(element) ?? null,
    };
  }

  /** Writes the attributes. @returns markup that stands for the content, or null where the content is gone through */
  #attributes(element: Element, computed: boolean, isPrivate: boolean, field: string | null): string | null {
    const { additions, notes, declarations, document: doc } = this.#context;
    const attributes = new Map<string, string | null>();
    let style = '';
    for (const [name, value] of keptAttributes(element, isPrivate)) {
      if (name === 'style') style = value;
      else if (!computed || !/^(?:class|id|part)$/.test(name)) attributes.set(name, value);
    }
    if (computed) style = computedDeclarations(element, null, field === null);
    else if (style)
      style = `${rewriteDeclarations(style, doc.baseURI, isPrivate ? { ...declarations, resource: () => 'none' } : declarations)};`;
    const own = notes.get(element) ?? [];
    const marks = [...own];
    let content: string | null = null;
    if (isPrivate) {
      marks.push(HIDDEN);
      if (
        /^(?:input|textarea|select|img|video|canvas|iframe|object|embed|picture|svg)$/.test(element.localName)
      ) {
        style += pinnedSize(element);
        if (element.localName === 'img') attributes.set('src', EMPTY);
        content = '';
      }
    } else {
      for (const [name, value] of Object.entries(stateAttributes(element))) attributes.set(name, value);
      const text = stateText(element);
      if (text !== null) content = xmlText(text);
      style += scrollingControlSize(element);
      if (leavesControlsOut()) {
        const drawn = drawnControl(element);
        style += drawn;
        if (drawn) marks.push(DRAWN);
      } else style += undecidedCheckbox(element);
      if (field !== null) {
        content = field;
        style += fieldStyle(element);
      }
      const picture = this.#notes.picture(element);
      if (picture !== null) {
        style += pinnedSize(element);
        // An image that fails has a layout of its own, whatever its `content` shows.
        if (element.localName === 'img') attributes.set('src', EMPTY);
        marks.push(picture);
      }
      const frame = frameStandIn(element, this.#context);
      if (frame) {
        style += frame.style + pinnedSize(element);
        content = frame.text;
        if (frame.picture) marks.push(this.#notes.pictureNote(frame.picture));
      }
    }
    if (computed) marks.push(...this.#notes.pseudos(element, isPrivate));
    const hasBars = this.#notes.keepBars(element, marks);
    if (computed && !hasBars) style += 'scrollbar-width:none!important;';
    if (field === null) style += this.#notes.scrolled(element, marks);
    style += (additions.get(element) ?? '') + (this.#context.far?.pinFor(element) ?? '');
    if (this.#context.maskText && style)
      style += SVG_TEXT.test(element.localName) ? NO_TEXT + NO_SVG_TEXT : NO_TEXT;
    // Last, so that nothing said before, be it an animation's, makes it visible.
    if (isPrivate) style += 'visibility:hidden!important;';
    if (style) attributes.set('style', style);
    if (marks.length > 0) attributes.set(NOTE, marks.join(' '));
    for (const [name, value] of attributes) {
      if (value === null) continue;
      const isLink = element.namespaceURI === SVG && /^(?:xlink:)?href$/.test(name);
      const link = isLink ? this.#svgLink(element, value) : value;
      if (typeof link === 'string') this.#parts.push(` ${name}="${xmlAttribute(link)}"`);
      else this.#parts.push(` ${name}="`, () => xmlAttribute(link.dataUrl), '"');
    }
    return content;
  }

  /** Writes the attributes of what only has to take its room. */
  #emptyBox(element: Element, box: string): string {
    for (const [name, value] of keptAttributes(element, true))
      if (name !== 'style') this.#parts.push(` ${name}="${xmlAttribute(value)}"`);
    this.#parts.push(` style="${box}${xmlAttribute(this.#context.additions.get(element) ?? '')}"`);
    return '';
  }

  /** What a reference of an SVG element is to say in the copy. */
  #svgLink(element: Element, value: string): Resource | string {
    if (value.startsWith('#') || !/^(?:image|feImage|use)$/.test(element.localName)) return value;
    const url = URL.parse(value, element.baseURI);
    if (!url) return value;
    const isOwn = url.href.split('#')[0] === element.baseURI.split('#')[0];
    if (element.localName !== 'use') return this.#context.resources.fetch(url.href);
    return isOwn ? url.hash : this.#context.symbols.refer(url.href);
  }
}

function within(element: Element, manner: Manner): Manner {
  if (manner === 'all') return 'all';
  if (element.shadowRoot) return 'shadow';
  if (manner === 'slotted') return 'rules';
  return manner === 'shadow' && assignedNodes(element).length > 0 ? 'slotted' : manner;
}

/** What an element lies in, from the inside out. */
function* aroundIt(element: Element): Generator<Element> {
  for (let at = above(element); at; at = above(at)) yield at;
}

function nameOf(element: Element): string {
  const { localName } = element;
  const name = element.namespaceURI === XHTML ? (RENAMED[localName] ?? localName) : localName;
  return isXmlName(name) ? name : `hb-${name.replace(/[^-\w]/g, '-')}`;
}
