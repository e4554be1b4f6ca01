import { browser } from 'wxt/browser';
import { captureFromTab } from '../../shared/capture/image/open.ts';
import { areSame, intersect, swept } from '../../shared/capture/masks/geometry.ts';
import type { Rect } from '../../shared/capture/types.ts';
import type { Uncovered } from '../drafts/draft.ts';
import type { Composed } from './compose.ts';
import type { Cover } from './cover.ts';
import { lookInto } from './look.ts';
import type { PageState } from './page.ts';
import { toPng } from './png.ts';

/** A picture, as PNG so that nothing is lost before it is drawn on. */
export type Taken = {
  ok: true;
  picture: Blob;
  /** Pixels of the picture per CSS pixel of the page. */
  scale: number;
  uncovered: Uncovered;
};

export type TakeError =
  /** The browser no longer lets the extension at this page: it was left, or never granted. */
  | 'not-granted'
  /** Another page came to the front while the picture was taken. */
  | 'moved'
  /** The browser lets no extension take this page. */
  | 'refused'
  /** The browser gave no picture, or one that cannot be read. */
  | 'failed';

export type Target = Extract<PageState, { kind: 'ready' }>;

/**
 * Takes the visible part of the page in front, private fields covered. Must run in a page of the extension: it needs
 * a canvas. Some pages (PDFs, say) can be seen but not looked into: `uncovered` says so.
 * @param area what to keep of it, in CSS pixels of the picture
 */
export async function takePicture(
  target: Target,
  cover: Cover,
  area: Rect | null,
): Promise<Taken | { ok: false; error: TakeError }> {
  const look = await lookInto(target.tabId, cover);
  const { image, before, after } = await whileStill(look, () => visibleTab(target.windowId));
  if (typeof image !== 'string') return image;
  const tab = await browser.tabs.get(target.tabId).catch(() => null);
  // The browser takes whatever is in front: it has to be the same page still.
  if (!tab?.active || tab.url !== target.url || before?.url !== after?.url) return failed('moved');
  const outcome = await captureFromTab({
    image,
    viewport: after?.viewport ?? { width: tab.width ?? 1, height: tab.height ?? 1 },
    scroll: after?.scroll ?? { x: 0, y: 0 },
    masks: swept(before?.masks ?? [], after?.masks ?? []),
    ...(area && { area }),
    ...(after && { devicePixelRatio: after.devicePixelRatio }),
  });
  if (!outcome.ok) return failed('failed');
  const { bitmap, scale } = outcome.value;
  const picture = await toPng(bitmap);
  if (!picture) return failed('failed');
  const foreign = (after?.foreign ?? []).filter(({ box }) => !area || intersect(box, area));
  const hosts = [...new Set(foreign.map(({ host }) => host))];
  const uncovered: Uncovered = !after ? { kind: 'page' } : hosts.length ? { kind: 'frames', hosts } : null;
  return { ok: true, picture, scale, uncovered };
}

/**
 * A picture with what was to be covered right before and right after it. Once more where that moved in between: most
 * pages come to rest.
 */
async function whileStill<Picture>(look: () => Promise<Composed | null>, take: () => Promise<Picture>) {
  let before = await look();
  for (let again = true; ; again = false) {
    const image = await take();
    const after = before && (await look());
    if (!again || !before || !after || areSame(before.masks, after.masks)) return { image, before, after };
    before = after;
  }
}

const failed = (error: TakeError) => ({ ok: false, error }) as const;

async function visibleTab(windowId: number): Promise<string | { ok: false; error: TakeError }> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    } catch (cause) {
      const reason = String(cause);
      // Two pictures a second are allowed.
      if (/MAX_CAPTURE_VISIBLE_TAB_CALLS/.test(reason) && attempt < 2)
        await new Promise((resolve) => setTimeout(resolve, 600));
      else return failed(reasons.find(([words]) => words.test(reason))?.[1] ?? 'failed');
    }
  }
}

/** What browsers say, and what it means. */
const reasons: [RegExp, TakeError][] = [
  [/cannot be scripted|policy/i, 'refused'],
  [/permission|activeTab|cannot be edited/i, 'not-granted'],
];
