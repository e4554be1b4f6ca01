import type { Core } from '../loader/core.ts';

/**
 * Keeps the focus in the panel when what had it is taken away by something other than the next view, such as a button
 * whose work is done: then the panel's title has it, so that Tab and Escape go on from there. Who goes to the page by
 * himself is left alone. Ends with the core's signal.
 */
export function holdFocus({ shadow, signal }: Pick<Core, 'shadow' | 'signal'>): void {
  let last: Element | null = null;
  let planned = 0;

  const look = () => {
    planned = 0;
    if (shadow.activeElement) return;
    // Still there and in sight: he left it himself.
    const lost = last && !last.checkVisibility({ visibilityProperty: true });
    last = null;
    const { activeElement, body } = document;
    if (!lost || (activeElement && activeElement !== body)) return;
    shadow.querySelector<HTMLElement>('.panel:not([hidden]) h2')?.focus();
  };
  // A frame later: most views take the focus to where it belongs by themselves.
  const plan = () => {
    planned ||= requestAnimationFrame(look);
  };

  shadow.addEventListener(
    'focusin',
    ({ target }) => {
      last = target instanceof Element && target.closest('.panel') ? target : null;
    },
    { signal },
  );
  shadow.addEventListener('focusout', plan, { signal });
  if (signal.aborted) return;
  const changes = new MutationObserver(() => last && !shadow.activeElement && plan());
  changes.observe(shadow, { childList: true, subtree: true, attributeFilter: ['hidden', 'class'] });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    cancelAnimationFrame(planned);
  });
}
