/**
 * Puts `host` at the end of the page's body as soon as there is one, and back there whenever the page replaces its
 * body or what is in it; until `signal` ends.
 */
export function keepInPage(host: HTMLElement, signal: AbortSignal): void {
  const put = () => {
    const { body, documentElement, readyState } = document;
    if (signal.aborted) return watch.disconnect();
    if (readyState === 'loading') return;
    for (const parent of [document, documentElement, body])
      if (parent) watch.observe(parent, { childList: true });
    if (!host.isConnected) body?.append(host);
  };
  // Later: a page that takes the element away each time must not be kept from everything else.
  const watch = new MutationObserver(() => setTimeout(put));
  document.addEventListener('DOMContentLoaded', put, { signal });
  put();
}
