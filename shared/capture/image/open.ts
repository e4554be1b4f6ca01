import { imageHeader } from '../../domain/files/image-header.ts';
import { intersect } from '../masks/geometry.ts';
import { paintMasks } from '../masks/paint.ts';
import { cutOut, pageView } from '../page.ts';
import type { Capture, CaptureOutcome, PageView, Rect } from '../types.ts';
import { failed } from '../types.ts';
import { scaled } from './encode.ts';
import { fittingScale, imageType, isHeic } from './format.ts';

/** Largest file that is opened at all, in bytes: a phone's photo with room to spare. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Most pixels of a file that is opened: as many as the largest phone cameras take. A file of some KB may claim more. */
const MAX_FILE_PIXELS = 200_000_000;

/** Far enough for the size of any picture, notes of cameras before it included. */
const HEADER_BYTES = 512 * 1024;

/**
 * Opens a pasted, dropped or chosen file. Goes by its first bytes, not by its name. The pixels alone are
 * taken over: the place, the camera and every other note in the file are gone, and a photo stands upright.
 * Nothing is masked, as nobody knows what it shows; tell the user. Never rejects.
 */
export async function captureFromFile(file: Blob): Promise<CaptureOutcome> {
  const started = performance.now();
  if (file.size > MAX_FILE_BYTES) return failed('too-large', `${file.size} bytes; ${MAX_FILE_BYTES} at most`);
  const head = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
  if (isHeic(head)) return failed('heic', 'an HEIC picture');
  const type = imageType(head);
  if (!type) return failed('not-an-image', `first bytes of no known picture format (${file.type})`);
  const size = imageHeader(head);
  if (size && size.width * size.height > MAX_FILE_PIXELS)
    return failed('too-large', `${size.width} × ${size.height} pixels; ${MAX_FILE_PIXELS} at most`);
  const opened = await open(file);
  if (!opened) return failed('damaged-image', `cannot decode as ${type}`);
  const value: Capture = {
    ...pageView(document),
    ...opened,
    scale: 1,
    source: 'file',
    page: null,
    masks: 0,
    elapsedMs: performance.now() - started,
  };
  return { ok: true, value };
}

/** A picture somebody else took of the viewport, with what is needed to mask and place it. */
export interface TabPicture extends PageView {
  /** As `captureVisibleTab` returns it, or already decoded. */
  readonly image: string | Blob | ImageBitmap | HTMLCanvasElement;
  /** What to cover, in CSS pixels of the viewport: `measureMasks` before and after the picture was taken. */
  readonly masks: readonly Rect[];
  /** The part to keep, in CSS pixels of the viewport; all of it unless told. */
  readonly area?: Rect;
  /** Screen pixels per CSS pixel, where it is known: the viewport's width is rounded to whole CSS pixels. */
  readonly devicePixelRatio?: number;
}

/** Turns the extension's picture of the visible tab into a capture, masks burnt in. Never rejects. */
export async function captureFromTab(picture: TabPicture): Promise<CaptureOutcome> {
  const started = performance.now();
  const { image, viewport, scroll, area } = picture;
  const source = typeof image === 'string' ? dataUrlBlob(image) : image;
  if (!source) return failed('not-an-image', 'not a base64 data URL');
  const whole = source instanceof Blob ? (await open(source))?.bitmap : scaled(source, 1);
  if (!whole) return failed('damaged-image', 'the picture of the tab cannot be decoded');
  const scale = scaleOf(whole.width, picture);
  const masks = paintMasks(whole, picture.masks, scale);
  const screen = { x: 0, y: 0, ...viewport };
  const part = area ? intersect(area, screen) : screen;
  const bitmap = area && part ? cutOut(whole, part, scale) : whole;
  if (!part || !bitmap) return failed('engine-failed', 'the area lies outside of the picture');
  const value: Capture = {
    viewport,
    scroll,
    bitmap,
    scale,
    source: 'tab',
    page: { ...part, x: part.x + scroll.x, y: part.y + scroll.y },
    masks,
    elapsedMs: performance.now() - started,
  };
  return { ok: true, value };
}

/** The exact scale, unless the picture is of another size than the screen's. */
function scaleOf(width: number, { viewport, devicePixelRatio: ratio }: TabPicture): number {
  return ratio && Math.abs(width / ratio - viewport.width) < 1 ? ratio : width / viewport.width;
}

/** Pixels of an encoded picture, made smaller where they are more than a canvas can be trusted with. */
async function open(blob: Blob): Promise<Pick<Capture, 'bitmap' | 'scaledBy'> | null> {
  try {
    const decoded = await createImageBitmap(blob, { imageOrientation: 'from-image' });
    const scaledBy = fittingScale(decoded);
    const bitmap = scaled(decoded, scaledBy);
    decoded.close();
    return { bitmap, scaledBy };
  } catch {
    return null;
  }
}

/** Decoded by hand: a page's content policy may forbid fetching a data URL. */
function dataUrlBlob(url: string): Blob | null {
  const [, type, base64] = /^data:([a-z/+-]+);base64,(.+)$/s.exec(url) ?? [];
  if (!type || !base64) return null;
  return new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type });
}
