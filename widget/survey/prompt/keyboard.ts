/**
 * Sets `--lift` on the element to the height, in px, that a phone's keyboard takes of the page's lower end, so that
 * no button is hidden behind it.
 */
export function aboveKeyboard(element: HTMLElement, signal: AbortSignal): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const look = () => {
    // Enlarged by two fingers, the page is looked at elsewhere: that is no keyboard.
    const hidden = seen.scale > 1.01 ? 0 : innerHeight - seen.height - seen.offsetTop;
    element.style.setProperty('--lift', `${Math.max(0, Math.round(hidden))}px`);
  };
  for (const type of ['resize', 'scroll']) seen.addEventListener(type, look, { signal });
  look();
}
