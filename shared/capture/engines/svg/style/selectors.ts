/** What becomes of the parts of a selector; null leaves a part as it is. */
export interface SelectorChanges {
  /** A pseudo-class or pseudo-element with its colons and, where it has some, its arguments. */
  pseudo?(text: string, name: string): string | null;
  /** The name of an element. */
  type?(name: string): string | null;
}

const PART =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\]"'])*\]|(?<colons>::?)(?<pseudo>[-\w]+)|[.#](?:[-\w\u0080-\uffff]|\\.)+|(?<type>(?:[A-Za-z_\u0080-\uffff]|-(?=[-\w])|\\.)(?:[-\w\u0080-\uffff]|\\.)*)/gs;

/** Pseudo-classes whose arguments are no selectors: element names do not occur in them. */
const PLAIN_ARGUMENTS = /^(?:nth-|lang$|dir$|state$|active-view-transition-type$|highlight$|part$|picker$)/;

/** Rewrites selectors, a whole list at once, strings and attribute tests left alone. */
export function changeSelectors(text: string, changes: SelectorChanges): string {
  let result = '';
  let from = 0;
  PART.lastIndex = 0;
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    const { pseudo, type } = part.groups ?? {};
    if (pseudo === undefined && type === undefined) continue;
    let end = PART.lastIndex;
    let change: string | null | undefined = null;
    if (pseudo !== undefined) {
      const close = text[end] === '(' ? closingParenthesis(text, end) : end;
      change = changes.pseudo?.(text.slice(part.index, close), pseudo.toLowerCase());
      if (change != null || (close > end && PLAIN_ARGUMENTS.test(pseudo))) end = close;
    } else if (type !== undefined) change = changes.type?.(type);
    if (change != null) {
      result += text.slice(from, part.index) + change;
      from = end;
    }
    PART.lastIndex = end;
  }
  return result + text.slice(from);
}

/** The index behind the parenthesis that closes the one at `open`. */
function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '"' || sign === "'") at = text.indexOf(sign, at + 1);
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at + 1;
    if (at < 0) break;
  }
  return text.length;
}

/**
 * Whether a rule may apply to anything in the document: its selectors with every pseudo-class taken as given.
 * Errs towards true.
 */
export function mayMatch(doc: Document | ShadowRoot, selectors: string): boolean {
  try {
    return doc.querySelector(changeSelectors(selectors, { pseudo: () => ':nth-child(n)' })) !== null;
  } catch {
    return true;
  }
}
