import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Lets a mouse move what is larger than its room by pulling it; fingers scroll by themselves. */
export function useDrag(room: RefObject<HTMLElement | null>, large: boolean): void {
  useEffect(() => {
    const element = room.current;
    if (!element || !large) return;
    const end = new AbortController();
    const { signal } = end;
    let held = false;
    const hold = (holds: boolean) => {
      held = holds;
      element.classList.toggle('held', holds);
    };
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.pointerType !== 'mouse' || event.button !== 0) return;
        element.setPointerCapture(event.pointerId);
        hold(true);
      },
      { signal },
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        if (held) element.scrollBy(-event.movementX, -event.movementY);
      },
      { signal },
    );
    for (const type of ['pointerup', 'pointercancel'])
      element.addEventListener(type, () => hold(false), { signal });
    return () => {
      hold(false);
      end.abort();
    };
  }, [room, large]);
}
