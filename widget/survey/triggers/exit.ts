/** Calls back when the mouse leaves the page by its upper edge, towards tabs and address. Touch knows no such sign. */
export function onExit(leaves: () => void, signal: AbortSignal): void {
  document.addEventListener(
    'mouseout',
    (event) => {
      if (event.relatedTarget === null && event.clientY <= 0) leaves();
    },
    { signal },
  );
}
