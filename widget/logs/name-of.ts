/** Characters of a name that are told. */
const longest = 80;
/** Nodes that are looked at for one: a link may hold half a page. */
const mostNodes = 300;

/** What holds what somebody typed or chose, and what nobody reads. */
const skipped = 'input,textarea,select,[contenteditable],script,style,template,[hidden],[aria-hidden="true"]';

/**
 * The name of a control as a screen reader would say it, nearly: labels of other elements, its own label, its words,
 * its tooltip, in this order. Values and what is private within it are never part of it.
 */
export function nameOf(control: Element, isPrivate: (element: Element) => boolean): string {
  const words = (element: Element) => wordsIn(element, isPrivate);
  const root = control.getRootNode();
  const labelled = `${control.getAttribute('aria-labelledby') ?? ''}`
    .split(/\s+/)
    .flatMap((id) =>
      id && (root instanceof Document || root instanceof ShadowRoot) ? (root.getElementById(id) ?? []) : [],
    )
    .filter((element) => !insidePrivate(element, isPrivate));
  const name =
    labelled.map(words).join(' ').trim() ||
    control.getAttribute('aria-label') ||
    buttonWords(control) ||
    (control instanceof HTMLInputElement
      ? [...(control.labels ?? [])].map(words).join(' ')
      : words(control)
    ).trim() ||
    control.getAttribute('alt') ||
    control.getAttribute('title') ||
    '';
  return cut(name.replace(/\s+/g, ' ').trim());
}

/** A submit button's own words stand in its attribute; what a field holds is no name. */
function buttonWords(control: Element): string {
  return control.matches('input:is([type="button" i],[type="submit" i],[type="reset" i])')
    ? (control.getAttribute('value') ?? '')
    : '';
}

/** The text in an element, and the names of its pictures. */
function wordsIn(element: Element, isPrivate: (element: Element) => boolean): string {
  const parts: string[] = [];
  let length = 0;
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      return node.matches(skipped) || isPrivate(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    },
  );
  for (let seen = 0; seen < mostNodes && length <= longest; seen += 1) {
    const node = walker.nextNode();
    if (!node) break;
    const text =
      node instanceof Element
        ? (node.getAttribute('aria-label') ??
          (node.localName === 'img' ? node.getAttribute('alt') : null) ??
          '')
        : (node.nodeValue ?? '');
    if (text.trim()) parts.push(text.slice(0, longest + 1));
    length += text.trim().length;
  }
  return parts.join(' ');
}

function insidePrivate(element: Element, isPrivate: (element: Element) => boolean): boolean {
  for (let each: Element | null = element; each; each = each.parentElement) if (isPrivate(each)) return true;
  return false;
}

/** Whole characters, also where one is written in two units. */
const cut = (name: string): string =>
  name.length > longest ? `${[...name].slice(0, longest - 1).join('')}…` : name;
