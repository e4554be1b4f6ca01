// What a screen reader says by itself, without anybody asking.
import type { Page } from 'playwright';

/**
 * What the live regions of the widget say from now on, each time one says something, in order. What interrupts
 * (alerts) begins with `! `.
 */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Reflect.set(window, 'said', said);
    const last = new WeakMap<Element, string>();
    const watched = new WeakSet<ShadowRoot>();
    const live = '[role=status], [role=alert], [aria-live]';
    const hear = (root: ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) watch(element.shadowRoot);
        if (!element.matches(live)) continue;
        if (!(element instanceof HTMLElement)) continue;
        // What is out of sight for a moment is not said again when it comes back.
        if (element.textContent && !element.checkVisibility()) continue;
        // biome-ignore lint/performance/useDomNodeTextContent: what stands apart is said apart
        const text = element.innerText;
        // Compared as it stands: a space at the end makes the same be said again.
        if (text.trim() && last.get(element) !== text) {
          const spoken = text.replace(/\s+/g, ' ').trim();
          said.push(element.matches('[role=alert], [aria-live=assertive]') ? `! ${spoken}` : spoken);
        }
        last.set(element, text);
      }
    };
    const watch = (root: ShadowRoot) => {
      if (watched.has(root)) return;
      watched.add(root);
      new MutationObserver(() => hear(root)).observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: ['hidden', 'role'],
      });
      hear(root);
    };
    const root = document.querySelector('hearback-widget')?.shadowRoot;
    if (root) watch(root);
  });
  return () => page.evaluate(() => Reflect.get(window, 'said'));
}
