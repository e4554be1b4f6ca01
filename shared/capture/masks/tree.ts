// Nodes of a frame belong to another realm, where `instanceof` fails: these tests go by what a node says.
export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
export const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
export const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot';
const hostOf = (node: Node): Element | null => ('host' in node ? (node as ShadowRoot).host : null);

/** The element above in the tree that is laid out: through slots and out of shadow roots. */
export function above(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  return element.parentElement ?? (element.parentNode && hostOf(element.parentNode));
}

/**
 * The shadow root of an element: an open one; for scripts of an extension, which browsers let see more than the page's
 * own, a closed one as well.
 */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  // Most elements have none, and asking is dear.
  if (element.firstElementChild && !element.localName.includes('-')) return null;
  const found = 'openOrClosedShadowRoot' in element ? element.openOrClosedShadowRoot : closedRoot(element);
  return typeof found === 'object' && found && 'host' in found ? (found as ShadowRoot) : null;
}

interface Extended {
  readonly runtime?: { readonly id?: string };
  readonly dom?: { openOrClosedShadowRoot(element: Element): unknown };
}

/** Chromium's way to a closed root, which exists in an extension's own world alone. */
function closedRoot(element: Element): unknown {
  const chrome = (globalThis as { chrome?: Extended }).chrome;
  if (!chrome?.runtime?.id || !chrome.dom) return null;
  try {
    return chrome.dom.openOrClosedShadowRoot(element);
  } catch {
    // Not every element may be asked.
    return null;
  }
}

/** Whether an element lies above the page whatever it lies in: an open modal dialog, a popover, the full screen. */
export function isInTopLayer(element: Element): boolean {
  return [':modal', ':popover-open', ':fullscreen'].some((state) => {
    try {
      return element.matches(state);
    } catch {
      // A browser that does not know the state has no element in it.
      return false;
    }
  });
}
