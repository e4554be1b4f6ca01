/** As much of the Navigation API as this takes; TypeScript knows it only where the browser types have it. */
interface WithNavigation {
  navigation?: EventTarget;
}

/**
 * Tells of the path the visitor is at, now and whenever it is another; without the query. Nothing of `history` is
 * touched: where the browser does not tell of a change by script, it is seen at the next look.
 */
export function watchRoutes(
  tell: (path: string) => void,
  signal: AbortSignal,
): { look(): void /** Once the page has done what a click asks for. */; lookSoon(): void } {
  let before = '';
  const look = () => {
    const path = pathOf(location);
    if (path !== before) tell(path);
    before = path;
  };
  const { navigation }: WithNavigation = window;
  navigation?.addEventListener('currententrychange', look, { signal });
  for (const type of ['popstate', 'hashchange'] as const) addEventListener(type, look, { signal });
  look();
  return {
    look,
    lookSoon() {
      if (!navigation) setTimeout(() => signal.aborted || look(), 500);
    },
  };
}

/** The path, and the route behind the `#` where an app keeps it there. */
export function pathOf({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): string {
  const route = /^#!?\/[^?#]*/.exec(hash)?.[0] ?? '';
  return pathname + route;
}
