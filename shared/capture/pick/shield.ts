const POINTER =
  'pointerdown pointermove pointerup pointercancel pointerover pointerout pointerenter pointerleave ' +
  'mousedown mousemove mouseup mouseover mouseout mouseenter mouseleave click dblclick auxclick contextmenu ' +
  'touchstart touchmove touchend touchcancel wheel dragstart selectstart';
const FOCUS = 'focus blur focusin focusout';
const KEYS = 'keydown keypress keyup';

/**
 * Keeps what a visitor does with the overlay from the page: its click handlers, its shortcuts, and its menus that
 * close when the pointer or the focus leaves them. Events are taken where they begin, at the window; what the page
 * itself catches there, and first, cannot be kept from it.
 *
 * @param host the overlay's element
 * @param take is given every event on the overlay and every key
 * @returns ends it, once the rest of the click or key that ended the picking has been swallowed too
 */
export function shieldPage(view: Window, host: Element, take: (event: Event) => void): () => void {
  const pointer = new AbortController();
  const keys = new AbortController();
  const outermost = outermostHost(host);
  let ending = false;
  let held = false;

  const onPointer = (event: Event) => {
    const ours = event.composedPath().includes(host);
    // The page does not hear either that the pointer or the focus went from it to the overlay.
    const leaves = 'relatedTarget' in event && event.relatedTarget === outermost;
    if (!ours && !leaves && !ending) return;
    event.stopImmediatePropagation();
    if (ours && !ending) take(event);
  };
  const onKey = (event: Event) => {
    // Another key than the one that ended the picking is the page's again.
    const fresh = event.type === 'keydown' && 'repeat' in event && !event.repeat;
    if (ending && fresh) return keys.abort();
    held = event.type !== 'keyup';
    event.stopImmediatePropagation();
    if (!ending) take(event);
    else if (!held) keys.abort();
  };
  for (const type of `${POINTER} ${FOCUS}`.split(' '))
    view.addEventListener(type, onPointer, {
      capture: true,
      passive: type === 'wheel',
      signal: pointer.signal,
    });
  for (const type of KEYS.split(' '))
    view.addEventListener(type, onKey, { capture: true, signal: keys.signal });

  return () => {
    ending = true;
    // A click follows the release that ended the picking within the same task.
    view.setTimeout(() => pointer.abort(), 0);
    if (!held) keys.abort();
  };
}

/** As the window sees it: the element in the document whose shadow root the overlay stands in. */
function outermostHost(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? outermostHost(root.host) : element;
}
