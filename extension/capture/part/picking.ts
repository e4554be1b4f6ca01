import { browser } from 'wxt/browser';
import { pickArea } from '../../../shared/capture/pick/area.ts';
import { pickElement } from '../../../shared/capture/pick/element.ts';
import type { PickOptions } from '../../../shared/capture/pick/options.ts';
import type { Rect } from '../../../shared/capture/types.ts';
import { inPicture } from '../compose.ts';
import { pinchOf } from '../measure.ts';

/** The line between the panel and the page on which a part is chosen. Whoever lets go of it ends the choosing. */
export const pickingLine = 'hearback-pick';

export type PickOrder = Pick<PickOptions, 'strings' | 'theme'> & { part: 'area' | 'element' };
/** A key that was pressed in the panel while it has the keyboard: meant for the page. */
export type PressedKey = { key: string; altKey: boolean; shiftKey: boolean };
/** What the panel says. `stop` ends the choosing, which is answered as always. */
export type ToPage = { order: PickOrder } | { press: PressedKey } | { stop: true };

/**
 * What the page answers. `area`, in CSS pixels of the picture or null if nothing was chosen, comes last: nothing of
 * ours is on the page or on the screen by then. `said` are words for those who do not see.
 */
export type FromPage = { area: Rect | null } | { said: string };

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
    const answer = (answer: FromPage) => {
      if (open) line.postMessage(answer);
    };
    line.onMessage.addListener((said: ToPage) => {
      if ('stop' in said) return stop.abort();
      if ('press' in said) return press(view, said.press);
      const onSay = (said: string) => answer({ said });
      void choose(view, { ...said.order, onSay, signal: stop.signal }).then((area) => {
        answer({ area: stop.signal.aborted ? null : area });
        stop.abort();
      });
    });
  });
}

/** The overlay takes keys on their way down to it, so that the page, which gets them on their way up, does not. */
function press({ document }: Window, key: PressedKey): void {
  for (const type of ['keydown', 'keyup'])
    document
      .querySelector('hearback-pick')
      ?.dispatchEvent(new KeyboardEvent(type, { ...key, bubbles: true, composed: true, cancelable: true }));
}

type Choosing = PickOrder & Pick<PickOptions, 'onSay' | 'signal'>;

async function choose(view: Window, { part, ...options }: Choosing): Promise<Rect | null> {
  const pick = part === 'area' ? pickArea : pickElement;
  const area = await pick({
    document: view.document,
    parent: view.document.documentElement,
    ...options,
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
