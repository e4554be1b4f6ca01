import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { formatRoute, parseRoute, type Route } from './route.ts';

/** Asked before another screen is shown; `go` continues. Return true to hold the change back. */
type Guard = (go: () => void) => boolean;

let guard: Guard | null = null;
let shown = location.hash;
const listeners = new Set<(route: Route) => void>();

function show(hash: string): void {
  shown = hash;
  for (const listener of listeners) listener(parseRoute(hash));
}

addEventListener('hashchange', () => {
  const wanted = location.hash;
  if (wanted === shown) return;
  const go = () => {
    guard = null;
    location.hash = wanted;
    show(wanted);
  };
  if (!guard?.(go)) return show(wanted);
  // Back, or an address typed by hand: stay where the unsaved work is.
  history.pushState(null, '', shown || '#/');
});

/** Shows another screen. `replace` leaves no step to go back to. */
export function navigate(route: Route, options: { replace?: boolean } = {}): void {
  const hash = formatRoute(route);
  if (hash === shown) return;
  const go = () => {
    guard = null;
    if (options.replace) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
    show(hash);
  };
  if (!guard?.(go)) go();
}

/** Does what makes the screen give way without a new address, unless something unsaved holds it back until asked. */
export function leave(go: () => void): void {
  const freed = () => {
    guard = null;
    go();
  };
  if (!guard?.(freed)) go();
}

/** The screen that the address names, now and after every change. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(shown));
  useEffect(() => {
    listeners.add(setRoute);
    setRoute(parseRoute(shown));
    return () => void listeners.delete(setRoute);
  }, []);
  return route;
}

/** Holds changes of screen back while `active`: `onLeave` gets the function that continues. */
export function useLeaveGuard(active: boolean, onLeave: (go: () => void) => void): void {
  // At once: whoever leaves right after typing is asked too.
  useLayoutEffect(() => {
    if (!active) return;
    const mine: Guard = (go) => {
      onLeave(go);
      return true;
    };
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    guard = mine;
    addEventListener('beforeunload', unload);
    return () => {
      if (guard === mine) guard = null;
      removeEventListener('beforeunload', unload);
    };
  }, [active]);
}
