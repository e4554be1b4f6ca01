/**
 * Calls back with how far the page is scrolled, in per cent of what can be scrolled: now and whenever it moves. Where
 * the page itself stands still and a part of it scrolls that fills most of the window, that part counts. A page that
 * fits its window is at 100.
 */
export function onScroll(moved: (percent: number) => void, signal: AbortSignal): { look(): void } {
  const page = () => document.scrollingElement ?? document.documentElement;
  let part: Element | null = null;
  let waits = false;
  const look = () => {
    waits = false;
    moved(scrolled(part?.isConnected ? part : page()));
  };
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (target instanceof Element && fills(target)) part = target;
      else if (target === document) part = null;
      else return;
      if (waits) return;
      waits = true;
      requestAnimationFrame(look);
    },
    { capture: true, passive: true, signal },
  );
  look();
  return { look };
}

/** 0 to 100. */
export function scrolled(element: Pick<Element, 'scrollTop' | 'scrollHeight' | 'clientHeight'>): number {
  const room = element.scrollHeight - element.clientHeight;
  // A fraction of a pixel is never scrolled on screens that have one.
  return room <= 1 ? 100 : Math.min(100, Math.max(0, (100 * (element.scrollTop + 1)) / room));
}

const fills = (element: Element) =>
  element.clientHeight * element.clientWidth > 0.5 * innerHeight * innerWidth;
