import { intersect } from '../../shared/capture/masks/geometry.ts';
import type { PageView, Rect } from '../../shared/capture/types.ts';
import type { Cover } from './cover.ts';
import type { ChildFrame, MeasuredFrame, MeasuredPage, Pinch } from './measure.ts';

/** A page as the picture of its tab shows it. */
export type Composed = PageView & {
  url: string;
  devicePixelRatio: number;
  /** What to cover, in CSS pixels of the picture. */
  masks: Rect[];
  /** Visible frames that nobody could look into and that are not covered, in CSS pixels of the picture. */
  foreign: { host: string; box: Rect }[];
};

/** A part of the page to cover or, with a host, one that nobody could look into. */
type Patch = { box: Rect; host?: string };

/**
 * Puts together what the frames of a page said of themselves. A field is covered where it is. Where that cannot be
 * told, because a frame is turned or scaled, or lies in a shadow tree, the whole frame is covered if it holds any.
 * A frame that let nobody look in is named, or covered where all fields are to be.
 * @returns null if the page itself said nothing
 */
export function compose(frames: readonly (MeasuredFrame | MeasuredPage)[], cover: Cover): Composed | null {
  const page = frames.find((frame): frame is MeasuredPage => 'viewport' in frame);
  if (!page) return null;

  const patchesOf = (frame: MeasuredFrame): Patch[] => [
    ...frame.masks.map((box) => ({ box })),
    ...frame.children.flatMap((child) => patchesIn(child, [...frame.path, child.index].join())),
  ];
  const patchesIn = ({ index, visible, origin, open, host }: ChildFrame, path: string): Patch[] => {
    const inner = frames.filter((frame) => frame.path.join() === path);
    if (inner.length) {
      const patches = inner.flatMap(patchesOf);
      if (index >= 0 && origin) return patches.flatMap((patch) => moved(patch, origin, visible));
      return patches.some((patch) => !patch.host)
        ? [{ box: visible }]
        : patches.map((patch) => ({ ...patch, box: visible }));
    }
    if (open) return [];
    return [cover.fields || cover.text ? { box: visible } : { box: visible, host }];
  };

  const { viewport, scroll, url, pinch, devicePixelRatio } = page;
  const composed: Composed = { viewport, scroll, url, devicePixelRatio, masks: [], foreign: [] };
  for (const { box: whole, host } of patchesOf(page)) {
    const box = intersect(inPicture(whole, pinch), { x: 0, y: 0, ...viewport });
    if (!box) continue;
    if (host === undefined) composed.masks.push(box);
    else if (canBeRead(box)) composed.foreign.push({ host, box });
  }
  return composed;
}

/** A patch of a frame as a patch of the document around it, as far as the frame lets it be seen. */
function moved(patch: Patch, { x, y }: { x: number; y: number }, visible: Rect): Patch[] {
  const box = intersect({ ...patch.box, x: patch.box.x + x, y: patch.box.y + y }, visible);
  return box ? [{ ...patch, box }] : [];
}

/** Frames smaller than a word are there to count visitors. */
const canBeRead = ({ width, height }: Rect) => Math.min(width, height) >= 10 && width * height >= 1000;

/** A rectangle of the viewport as it lies in the picture: a page that is pinched larger shows a part of itself. */
export function inPicture({ x, y, width, height }: Rect, { left, top, scale }: Pinch): Rect {
  return { x: (x - left) * scale, y: (y - top) * scale, width: width * scale, height: height * scale };
}
