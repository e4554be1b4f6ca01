import type { Turns } from '../turns.ts';
import type { DeclarationContext } from './declarations.ts';
import { rewriteDeclarations } from './declarations.ts';
import { mayMatch } from './selectors.ts';
import { hasLost, SourceRules } from './source.ts';
import type { LiveStates } from './states.ts';

/** The page's own rules as they have to stand in the copy. */
export interface PageStyles {
  readonly css: string;
  readonly fontFaces: readonly { readonly rule: CSSFontFaceRule; readonly base: string }[];
  /** Whether some sheet could not be read, so that the copy cannot go by the rules. */
  readonly incomplete: boolean;
}

/** Rules that have no part in a still picture, and those told apart by where they are dealt with. */
const LEFT_OUT = /^CSS(?:Keyframes|Page|StartingStyle|Namespace|ViewTransition|Margin)Rule$/;

const POSITIONED = /position:\s*(?:fixed|absolute|(?:-webkit-)?sticky)/;

/** Reads a document's style sheets rule by rule, with what depends on screen and state settled. */
export class SheetReader {
  readonly fontFaces: { rule: CSSFontFaceRule; base: string }[] = [];
  incomplete = false;
  /** Selectors of what is positioned, and whether anything counts: these reach beyond their own place. */
  readonly positioned: string[] = [];
  counts = false;
  /** Selectors of what is seen from its front only. */
  readonly backless: string[] = [];
  readonly #doc: Document;
  readonly #view: Window & typeof globalThis;
  readonly #states: LiveStates;
  readonly #context: DeclarationContext;
  readonly #turns: Turns;
  readonly #sources = new Map<CSSStyleSheet, Promise<SourceRules | null>>();

  constructor(doc: Document, states: LiveStates, context: DeclarationContext, turns: Turns) {
    this.#doc = doc;
    this.#view = doc.defaultView ?? window;
    this.#states = states;
    this.#context = context;
    this.#turns = turns;
  }

  async read(): Promise<string> {
    let css = '';
    for (const sheet of [...this.#doc.styleSheets, ...(this.#doc.adoptedStyleSheets ?? [])])
      css += await this.#sheet(sheet, this.#doc.baseURI);
    return css;
  }

  async #sheet(sheet: CSSStyleSheet, parentBase: string): Promise<string> {
    if (sheet.disabled || !this.#applies(sheet.media)) return '';
    const base = sheet.href ?? parentBase;
    try {
      return await this.#rules(sheet.cssRules, base);
    } catch {
      this.#turns.check();
      return await this.#foreign(base);
    }
  }

  /** A sheet of another origin, which scripts may not read unless its server lets them. */
  async #foreign(url: string): Promise<string> {
    try {
      const response = await this.#view.fetch(url, { cache: 'force-cache', credentials: 'omit' });
      if (!response.ok) throw new Error(`${response.status}`);
      const sheet = new this.#view.CSSStyleSheet({ baseURL: url });
      sheet.replaceSync(await response.text());
      return await this.#rules(sheet.cssRules, url);
    } catch {
      this.#turns.check();
      if (await this.#exists(url)) this.incomplete = true;
      return '';
    }
  }

  /** Whether there is anything at an address: a sheet that never came has no rules that could be missed. */
  async #exists(url: string): Promise<boolean> {
    const asked = this.#view.fetch(url, { mode: 'no-cors', cache: 'force-cache', credentials: 'omit' });
    return asked.then(
      () => true,
      () => false,
    );
  }

  async #rules(rules: CSSRuleList, base: string): Promise<string> {
    let css = '';
    for (const rule of rules) {
      if (this.#turns.isOver) await this.#turns.give();
      css += await this.#rule(rule, base);
    }
    return css;
  }

  // Rules of a frame belong to another realm, where `instanceof` fails.
  async #rule(rule: CSSRule, base: string): Promise<string> {
    const kind = rule.constructor.name;
    if (LEFT_OUT.test(kind)) return '';
    if (kind === 'CSSStyleRule') return this.#style(rule as CSSStyleRule, base);
    if (kind === 'CSSMediaRule')
      return this.#applies((rule as CSSMediaRule).media) ? this.#inner(rule as CSSGroupingRule, base) : '';
    if (kind === 'CSSSupportsRule')
      return this.#view.CSS.supports((rule as CSSSupportsRule).conditionText)
        ? this.#inner(rule as CSSGroupingRule, base)
        : '';
    if (kind === 'CSSImportRule') return this.#import(rule as CSSImportRule, base);
    if (kind === 'CSSFontFaceRule') {
      this.fontFaces.push({ rule: rule as CSSFontFaceRule, base });
      return '';
    }
    if (kind === 'CSSNestedDeclarations')
      return `${rewriteDeclarations((rule as CSSNestedDeclarations).style.cssText, base, this.#context)};`;
    const opening = rule.cssText.indexOf('{');
    if (!('cssRules' in rule) || opening < 0) return rule.cssText;
    const prelude = rule.cssText.slice(0, opening);
    const head = kind === 'CSSScopeRule' ? this.#states.rewrite(prelude) : prelude;
    return `${head}{${await this.#inner(rule as CSSGroupingRule, base)}}`;
  }

  #inner(rule: CSSGroupingRule, base: string): Promise<string> {
    return this.#rules(rule.cssRules, base);
  }

  async #style(rule: CSSStyleRule, base: string): Promise<string> {
    const text = await this.#declarations(rule, base);
    const nested = rule.cssRules?.length ? await this.#rules(rule.cssRules, base) : '';
    if (text === '' && nested === '') return '';
    if (POSITIONED.test(text)) this.positioned.push(rule.selectorText);
    if (/backface-visibility:\s*hidden/.test(text)) this.backless.push(rule.selectorText);
    this.counts ||= /counter-(?:increment|set):/.test(text);
    const used = !/url\(/i.test(text) || mayMatch(this.#doc, rule.selectorText);
    const declarations = rewriteDeclarations(
      text,
      base,
      used ? this.#context : { ...this.#context, resource: () => 'none' },
    );
    return `${this.#states.rewrite(rule.selectorText)}{${declarations}${nested}}`;
  }

  /** Declarations as the browser tells them, or as they were written where telling them loses something. */
  async #declarations(rule: CSSStyleRule, base: string): Promise<string> {
    const text = rule.style.cssText;
    const sheet = rule.parentStyleSheet;
    if (!sheet || !hasLost(text)) return text;
    const known = this.#sources.get(sheet) ?? this.#source(sheet, base);
    this.#sources.set(sheet, known);
    return (await known)?.declarationsOf(rule) ?? text;
  }

  async #source(sheet: CSSStyleSheet, base: string): Promise<SourceRules | null> {
    try {
      if (!sheet.href) return new SourceRules(sheet.ownerNode?.textContent ?? '', this.#view);
      const response = await this.#view.fetch(base, { cache: 'force-cache', credentials: 'same-origin' });
      return response.ok ? new SourceRules(await response.text(), this.#view) : null;
    } catch {
      this.#turns.check();
      return null;
    }
  }

  async #import(rule: CSSImportRule, base: string): Promise<string> {
    if (!rule.styleSheet || !this.#applies(rule.media)) return '';
    if (rule.supportsText && !this.#view.CSS.supports(rule.supportsText)) return '';
    const css = await this.#sheet(rule.styleSheet, base);
    return rule.layerName == null ? css : `@layer ${rule.layerName}{${css}}`;
  }

  #applies(media: MediaList): boolean {
    return media.mediaText === '' || this.#view.matchMedia(media.mediaText).matches;
  }
}
