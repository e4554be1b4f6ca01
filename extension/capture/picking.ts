import { browser } from 'wxt/browser';
import { pickArea } from '../../shared/capture/pick/area.ts';
import { pickElement } from '../../shared/capture/pick/element.ts';
import type { PickStrings } from '../../shared/capture/pick/options.ts';
import type { Rect } from '../../shared/capture/types.ts';
import { inPicture } from './compose.ts';
import { pinchOf } from './measure.ts';

/** The line between the panel and the page on which a part is chosen. Whoever lets go of it ends the choosing. */
export const pickingLine = 'hearback-pick';

export type PickOrder = { part: 'area' | 'element'; strings: PickStrings; theme?: 'light' | 'dark' };
/** Said instead of an order, and answered like one: ends the choosing. */
export const stopPicking = 'stop';

/** In CSS pixels of the picture; null if nothing was chosen. Nothing of ours is on the page or on the screen any more. */
export type Picked = { area: Rect | null };

/**
 * Lets the panel have parts of this page chosen. Nothing is said to the page, which has no part in the line: its
 * scripts run in another world.
 */
export function servePicking(view: Window): void {
  let last = new AbortController();
  browser.runtime.onConnect.addListener((line) => {
    if (line.name !== pickingLine) return;
    last.abort();
    const stop = new AbortController();
    last = stop;
    let open = true;
    line.onDisconnect.addListener(() => {
      open = false;
      stop.abort();
    });
    // Nobody chooses on a page he does not see.
    view.document.addEventListener('visibilitychange', () => stop.abort(), { signal: stop.signal });
    line.onMessage.addListener((said: PickOrder | typeof stopPicking) => {
      if (said === stopPicking) return stop.abort();
      void choose(view, said, stop.signal).then((area) => {
        if (open) line.postMessage({ area: stop.signal.aborted ? null : area } satisfies Picked);
        stop.abort();
      });
    });
  });
}

async function choose(view: Window, order: PickOrder, signal: AbortSignal): Promise<Rect | null> {
  const { part, strings, theme } = order;
  const pick = part === 'area' ? pickArea : pickElement;
  const area = await pick({
    document: view.document,
    parent: view.document.documentElement,
    strings,
    signal,
    ...(theme && { theme }),
  });
  const pinch = pinchOf(view);
  // The picture is what the screen shows: the overlay has to be gone from there as well.
  await painted(view);
  await painted(view);
  return area && inPicture(area, pinch);
}

/** The next frame; at once on a page that is out of sight, for which none is painted. */
const painted = (view: Window) =>
  new Promise<unknown>((resolve) => {
    if (view.document.hidden) resolve(null);
    view.document.addEventListener('visibilitychange', resolve, { once: true });
    view.requestAnimationFrame(resolve);
  });
