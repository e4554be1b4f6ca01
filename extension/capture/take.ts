import { browser } from 'wxt/browser';
import { captureFromTab } from '../../shared/capture/image/open.ts';
import type { Measured } from './measure.ts';
import type { PageState } from './page.ts';

/** A picture of a page, private fields covered, as PNG so that nothing is lost before it is drawn on. */
export type Taken = { ok: true; picture: Blob; scale: number; unmasked: boolean };

export type TakeError =
  /** The browser no longer lets the extension at this page: it was left, or never granted. */
  | 'not-granted'
  /** Another page came to the front while the picture was taken. */
  | 'moved'
  /** The browser gave no picture, or one that cannot be read. */
  | 'failed';

type Target = Extract<PageState, { kind: 'ready' }>;

/**
 * Takes the visible part of the page in front. Must run in a page of the extension: it needs a canvas.
 * Some pages (the stores, the browser's PDF viewer) can be seen but not looked into: `unmasked` says so.
 */
export async function takePicture(target: Target): Promise<Taken | { ok: false; error: TakeError }> {
  const before = await measure(target.tabId);
  const image = await visibleTab(target.windowId);
  if (typeof image !== 'string') return image;
  const after = before && (await measure(target.tabId));
  const tab = await browser.tabs.get(target.tabId).catch(() => null);
  // The browser takes whatever is in front: it has to be the same page still.
  if (!tab?.active || tab.url !== target.url || before?.url !== after?.url) return failed('moved');
  const outcome = await captureFromTab({
    image,
    viewport: after?.viewport ?? { width: tab.width ?? 1, height: tab.height ?? 1 },
    scroll: after?.scroll ?? { x: 0, y: 0 },
    masks: [...(before?.masks ?? []), ...(after?.masks ?? [])],
  });
  if (!outcome.ok) return failed('failed');
  const { bitmap, scale } = outcome.value;
  const picture = await new Promise<Blob | null>((resolve) => bitmap.toBlob(resolve, 'image/png'));
  return picture ? { ok: true, picture, scale, unmasked: !after } : failed('failed');
}

const failed = (error: TakeError) => ({ ok: false, error }) as const;

/** Null where the browser allows no script: nothing is known of the page then. */
async function measure(tabId: number): Promise<Measured | null> {
  try {
    const [frame] = await browser.scripting.executeScript<[], Measured>({
      target: { tabId },
      files: ['/measure.js'],
    });
    return frame?.result ?? null;
  } catch {
    return null;
  }
}

async function visibleTab(windowId: number): Promise<string | { ok: false; error: TakeError }> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    } catch (cause) {
      const reason = String(cause);
      // Two pictures a second are allowed.
      if (/MAX_CAPTURE_VISIBLE_TAB_CALLS/.test(reason) && attempt < 2)
        await new Promise((resolve) => setTimeout(resolve, 600));
      else return failed(/permission|activeTab|cannot be edited/i.test(reason) ? 'not-granted' : 'failed');
    }
  }
}
