const reachable = ':is(a[href],button,input,textarea,select,summary,[tabindex]):not(:disabled)';

/** Keeps Tab inside `root`: from the last stop on to the first, and back. */
export function keepFocusIn(root: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const { shiftKey } = event;
  const stops = [...root.querySelectorAll<HTMLElement>(reachable)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
  );
  const end = stops.at(shiftKey ? 0 : -1);
  const at = root.getRootNode();
  const current = at instanceof ShadowRoot || at instanceof Document ? at.activeElement : null;
  // Also from a heading before the first stop, which has the focus and is none itself: 4 is “following”, 2 “preceding”.
  const within =
    current && current !== end && !(end && current.compareDocumentPosition(end) & (shiftKey ? 4 : 2));
  if (!end || within) return;
  event.preventDefault();
  stops.at(shiftKey ? -1 : 0)?.focus();
}
