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
  const first = stops[0];
  const last = stops.at(-1);
  const at = root.getRootNode();
  const current = at instanceof ShadowRoot || at instanceof Document ? at.activeElement : null;
  const leaving = event.shiftKey ? current === first || current === root : current === last;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
