import type { Core } from '../../loader/core.ts';
import { createSign } from './sign.ts';

/**
 * Runs what takes a picture. Escape cancels it, wherever the focus is. html2canvas takes the widget out of the
 * document while it works: as long as that is so, a sign beside it says what goes on and lets the visitor cancel.
 * Afterwards the focus is where it was.
 */
export async function watched<Result>(
  core: Core,
  words: { readonly text: string; readonly cancel: string },
  cancel: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const { host, shadow } = core;
  const focused = shadow.activeElement;
  const sign = createSign(words, core.options.theme, cancel);
  let over = false;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    cancel();
  };
  const settle = () => {
    if (!host.isConnected) return document.documentElement.append(sign);
    if (sign.isConnected) sign.remove();
    if (!over) return;
    watch.disconnect();
    window.removeEventListener('keydown', onKey, true);
    const lost = document.activeElement === document.body && !shadow.activeElement;
    if (lost && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  const watch = new MutationObserver(settle);
  if (host.parentNode) watch.observe(host.parentNode, { childList: true });
  window.addEventListener('keydown', onKey, true);
  try {
    return await work();
  } finally {
    over = true;
    // An engine that was cancelled may need a while to put the widget back.
    if (host.isConnected || core.signal.aborted) settle();
  }
}
