/** How often the address is compared where the browser tells of changes only by some ways, in ms. */
const every = 1000;

/**
 * Calls back when the page shows another address without being loaded anew. The history is only watched, never
 * patched.
 */
export function onRoute(changed: () => void, signal: AbortSignal): void {
  let path = location.pathname;
  const look = () => {
    if (location.pathname === path) return;
    path = location.pathname;
    changed();
  };
  const navigation: unknown = 'navigation' in window ? window.navigation : null;
  if (navigation instanceof EventTarget) {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  if (signal.aborted) return;
  window.addEventListener('popstate', look, { signal });
  const timer = setInterval(() => document.hidden || look(), every);
  signal.addEventListener('abort', () => clearInterval(timer));
}
