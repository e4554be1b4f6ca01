import { browser } from 'wxt/browser';
import type { Rect } from '../../../shared/capture/types.ts';
import { type FromPage, type PickOrder, type PressedKey, pickingLine, type ToPage } from './picking.ts';

/** How long a page may take to take the overlay away, in ms. One that hangs never does. */
const patience = 1000;

/** While the member chooses: for the panel, which may still have the keyboard. */
export type Choosing = {
  /** Hands a key to the page. */
  press(key: PressedKey): void;
};

/**
 * Lets the member choose a part of a page, on the page. Ends when he chose or changed his mind, when the signal is
 * aborted, and when the page is left, closed or no longer in front; and with the panel, whose line it is.
 * @param onBegin called once the page takes keys
 * @param onSay given what those hear who do not see what they choose
 * @returns CSS pixels of the picture; null if nothing was chosen; 'closed' where the browser lets no script in
 */
export async function choosePart(
  { tabId, windowId }: { tabId: number; windowId: number },
  order: PickOrder,
  {
    signal,
    onBegin,
    onSay,
  }: { signal: AbortSignal; onBegin: (choosing: Choosing) => void; onSay: (text: string) => void },
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
  const tell = (message: ToPage) => {
    if (!ended.signal.aborted) line.postMessage(message);
  };
  return new Promise<Rect | null>((resolve) => {
    // Answered once the overlay is gone, so that a picture that is taken next does not show it.
    const stop = () => {
      tell({ stop: true });
      setTimeout(resolve, patience, null);
    };
    signal.addEventListener('abort', stop, { signal: ended.signal });
    const onActivated = (tab: { tabId: number; windowId: number }) => {
      if (tab.windowId === windowId && tab.tabId !== tabId) stop();
    };
    browser.tabs.onActivated.addListener(onActivated);
    ended.signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(onActivated));
    line.onDisconnect.addListener(() => resolve(null));
    line.onMessage.addListener((answer: FromPage) => {
      if ('area' in answer) resolve(answer.area);
      else onSay(answer.said);
    });
    tell({ order });
    onBegin({ press: (key) => tell({ press: key }) });
  }).finally(() => {
    ended.abort();
    line.disconnect();
  });
}
