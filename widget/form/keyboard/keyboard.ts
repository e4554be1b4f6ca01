import { addSheet } from '../../frame/sheet.ts';
import css from './keyboard.css?inline';

/** As much of `window.visualViewport` as it takes; lengths in CSS pixels. */
export type Viewport = Pick<VisualViewport, 'height' | 'offsetTop' | 'scale'> & EventTarget;

/** What a keyboard on the screen takes at least. A bar of the browser that comes and goes takes less. */
const least = 120;

/**
 * Keeps the panel above the keyboard of a phone, with the button that sends in sight: such keyboards lie over the page
 * and leave its own height as it was. Ends with `signal`.
 */
export function followKeyboard(
  shadow: ShadowRoot,
  signal: AbortSignal,
  viewport: Viewport | null = window.visualViewport,
): void {
  if (!viewport) return;
  addSheet(shadow, css);
  const follow = () => {
    const panel = shadow.querySelector<HTMLElement>('.panel');
    if (!panel) return;
    // Who zooms in with two fingers sees less as well.
    const covered = viewport.scale < 1.05 && window.innerHeight - viewport.height > least;
    panel.toggleAttribute('data-keyboard', covered);
    panel.style.setProperty('--hb-seen-from', `${viewport.offsetTop}px`);
    panel.style.setProperty('--hb-seen', `${viewport.height}px`);
    if (covered) shadow.activeElement?.scrollIntoView({ block: 'nearest' });
  };
  for (const type of ['resize', 'scroll']) viewport.addEventListener(type, follow, { signal });
  follow();
}
