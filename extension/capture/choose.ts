import { browser } from 'wxt/browser';
import type { Rect } from '../../shared/capture/types.ts';
import { type Picked, type PickOrder, pickingLine, stopPicking } from './picking.ts';

/** How long a page may take to take the overlay away, in ms. One that hangs never does. */
const patience = 1000;

/**
 * Lets the member choose a part of a page, on the page. Ends when he chose or changed his mind, when the signal is
 * aborted, and when the page is left, closed or no longer in front; and with the panel, whose line it is.
 * @returns CSS pixels of the picture; null if nothing was chosen; 'closed' where the browser lets no script in
 */
export async function choosePart(
  tabId: number,
  order: PickOrder,
  signal: AbortSignal,
): Promise<Rect | null | 'closed'> {
  try {
    await browser.scripting.executeScript({
      target: { tabId },
      injectImmediately: true,
      files: ['/pick.js'],
    });
  } catch {
    return 'closed';
  }
  if (signal.aborted) return null;
  const line = browser.tabs.connect(tabId, { name: pickingLine, frameId: 0 });
  const ended = new AbortController();
  return new Promise<Rect | null>((resolve) => {
    // Answered once the overlay is gone, so that a picture that is taken next does not show it.
    const stop = () => {
      line.postMessage(stopPicking);
      setTimeout(resolve, patience, null);
    };
    signal.addEventListener('abort', stop, { signal: ended.signal });
    line.onDisconnect.addListener(() => resolve(null));
    line.onMessage.addListener(({ area }: Picked) => resolve(area));
    line.postMessage(order);
  }).finally(() => {
    ended.abort();
    line.disconnect();
  });
}
