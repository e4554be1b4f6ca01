import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The upper and lower edge of an item, in px of the window. */
export type Edges = { top: number; bottom: number };

/**
 * Where the item at `from` belongs while the pointer is at `y`: it takes the place of whichever it was dragged past
 * the middle of, so that items of different heights do not jump to and fro.
 */
export function placeAt(items: readonly Edges[], from: number, y: number): number {
  const middle = ({ top, bottom }: Edges) => (top + bottom) / 2;
  const above = items.findIndex((item, at) => at < from && y < middle(item));
  if (above >= 0) return above;
  return items.reduce((place, item, at) => (at > from && y > middle(item) ? at : place), from);
}

/** Lets the children of `list` be dragged, by mouse, pen or finger: `begin(place)` at the press on a handle. */
export function useDragging(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  const latest = useRef(onMove);
  latest.current = onMove;
  // A layout effect: it hears with the list that is drawn, not with the one before it.
  useLayoutEffect(() => {
    if (dragged === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    const end = () => setDragged(null);
    let moved = false;
    // On the window: the handle moves in the document with its item and would lose a captured pointer.
    addEventListener(
      'pointermove',
      (event) => {
        // What comes before the moved list is drawn would be measured against the old one.
        if (moved) return;
        const items = [...(list.current?.children ?? [])].map((item) => item.getBoundingClientRect());
        const to = placeAt(items, dragged, event.clientY);
        if (to === dragged) return;
        moved = true;
        latest.current(dragged, to);
        setDragged(to);
      },
      { signal },
    );
    addEventListener('pointerup', end, { signal });
    addEventListener('pointercancel', end, { signal });
    return () => stop.abort();
  }, [dragged]);
  return { dragged, begin: setDragged };
}
