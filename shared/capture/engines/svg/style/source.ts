/**
 * Whether declarations, as a browser hands them out, have lost what was said: a shorthand that is a variable and
 * of which one part is said again comes out as its parts, and those without a value.
 */
export function hasLost(declarations: string): boolean {
  return /(?:^|;\s*)(?!--)[-a-z]+:\s*(?=;|$)/i.test(declarations);
}

/** The rules of a sheet as its author wrote them. */
export class SourceRules {
  readonly #bodies = new Map<string, string[]>();
  readonly #scratch: CSSStyleSheet;

  constructor(source: string, view: typeof globalThis) {
    this.#scratch = new view.CSSStyleSheet();
    collect(source.replace(/\/\*.*?\*\//gs, ' '), (selectors, body) => {
      const key = keyOf(selectors);
      this.#bodies.set(key, [...(this.#bodies.get(key) ?? []), body]);
    });
  }

  /** The declarations of a rule as they were written; null where they cannot be told. */
  declarationsOf(rule: CSSStyleRule): string | null {
    const { cssText } = rule.style;
    const bodies = this.#bodies.get(keyOf(rule.selectorText)) ?? [];
    return bodies.find((body) => this.#read(body) === cssText) ?? null;
  }

  #read(body: string): string {
    this.#scratch.replaceSync(`a{${body}}`);
    const [rule] = this.#scratch.cssRules;
    return rule && 'style' in rule ? (rule as CSSStyleRule).style.cssText : '';
  }
}

/** Selectors in a form that is the same however they were spelt. */
function keyOf(selectors: string): string {
  return selectors
    .replace(/\s+/g, '')
    .replace(/["']/g, '')
    .replace(/::?(before|after|first-line|first-letter)/gi, '::$1')
    .toLowerCase();
}

const GROUPS = /^@(?:media|supports|layer|container|scope)\b/i;

/** Calls back for each rule with its selectors and its own declarations, those of groups and nested ones included. */
function collect(text: string, found: (selectors: string, declarations: string) => void): string {
  let own = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' || sign === "'" || sign === '(') at = skip(text, at);
    else if (sign === ';') {
      own += text.slice(from, at + 1);
      from = at + 1;
    } else if (sign === '{') {
      const end = skip(text, at);
      const prelude = text.slice(from, at).trim();
      const body = text.slice(at + 1, end);
      if (GROUPS.test(prelude)) collect(body, found);
      else if (!prelude.startsWith('@')) found(prelude, collect(body, found));
      at = end;
      from = end + 1;
    }
  }
  return own + text.slice(from);
}

const CLOSING: Record<string, string> = { '(': ')', '{': '}', '[': ']', '"': '"', "'": "'" };

/** The index of what closes the string or bracket that opens at `at`. */
function skip(text: string, at: number): number {
  const opening = text[at] ?? '';
  const closing = CLOSING[opening];
  const isString = opening === closing;
  for (let index = at + 1; index < text.length; index++) {
    const sign = text[index] ?? '';
    if (sign === '\\') index++;
    else if (sign === closing) return index;
    else if (!isString && sign in CLOSING) index = skip(text, index);
  }
  return text.length;
}
