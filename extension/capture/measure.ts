import { measureMasks } from '../../shared/capture/masks/measure.ts';
import { privacyTest } from '../../shared/capture/masks/select.ts';
import type { PageView, Rect } from '../../shared/capture/types.ts';

/** What must be known of a page to cover its private fields in a picture of it. CSS pixels. */
export type Measured = PageView & { masks: Rect[]; url: string };

/**
 * The page as the picture of its tab shows it: scrollbars are part of that, and a page that is pinched larger
 * shows a part of itself.
 */
export function measurePage(view: Window): Measured {
  const zoom = view.visualViewport;
  const scale = zoom?.scale ?? 1;
  const left = zoom?.offsetLeft ?? 0;
  const top = zoom?.offsetTop ?? 0;
  return {
    viewport: { width: view.innerWidth, height: view.innerHeight },
    scroll: { x: view.scrollX, y: view.scrollY },
    masks: measureMasks(view.document, privacyTest()).map((rect) => ({
      x: (rect.x - left) * scale,
      y: (rect.y - top) * scale,
      width: rect.width * scale,
      height: rect.height * scale,
    })),
    url: view.location.href,
  };
}
