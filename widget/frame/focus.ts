const reachable = 'a[href],button,input,textarea,select,summary,[tabindex]';

/** What Tab comes by inside `root`, in order. */
export function tabStops(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(reachable)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.checkVisibility({ visibilityProperty: true }),
  );
}

/** Keeps Tab inside `root`: from the last stop on to the first, and back. */
export function keepFocusIn(root: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const stops = tabStops(root);
  const end = event.shiftKey ? stops[0] : stops.at(-1);
  const at = root.getRootNode();
  const current = at instanceof ShadowRoot || at instanceof Document ? at.activeElement : null;
  if (!end) return;
  // Also from a heading before the first stop, which has the focus and is none itself.
  const beyond = event.shiftKey ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  if (current && current !== end && !(current.compareDocumentPosition(end) & beyond)) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
