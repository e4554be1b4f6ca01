import { captureViewport } from '../../shared/capture/capture.ts';
import { encodeImage } from '../../shared/capture/image/encode.ts';
import { captureFromFile } from '../../shared/capture/image/open.ts';
import { limits } from '../../shared/domain/limits.ts';
import type { Locale } from '../../shared/domain/nouns.ts';
import type { Panel } from '../app/panel.ts';
import type { Picture } from './picture.ts';
import { pictureWords } from './words.ts';

/** Where pictures are taken: the panel, and the message they go with. */
export interface Desk extends Pick<Panel, 'core' | 'edit'> {
  readonly locale: Locale;
  /** How many pictures the message has already. */
  readonly count: number;
}

/** A picture for the message, a sentence about why there is none, or null where the visitor changed his mind. */
export type Taken = { picture: Picture } | { problem: string } | null;

/** Takes the page as it is on screen, without the widget, and lets the visitor draw on it. */
export async function takeScreenshot(desk: Desk): Promise<Taken> {
  const { core, edit } = desk;
  const t = pictureWords(desk.locale);
  if (desk.count >= limits.attachments) return { problem: t('full', { count: limits.attachments }) };
  const taken = await captureViewport({
    exclude: [core.host],
    privateSelectors: core.options.mask ? [core.options.mask] : [],
    signal: core.signal,
  });
  if (!taken.ok) {
    core.report(taken.error.detail);
    return { problem: t('captureFailed') };
  }
  const { bitmap: source, scale } = taken.value;
  const edited = await edit({ source, scale, shapes: null });
  return edited && encoded(desk, { source, scale, ...edited });
}

/** Takes a pasted file, whatever its name says. */
export async function takeFile(desk: Desk, file: Blob): Promise<Taken> {
  const t = pictureWords(desk.locale);
  if (desk.count >= limits.attachments) return { problem: t('full', { count: limits.attachments }) };
  const opened = await captureFromFile(file);
  if (!opened.ok) return { problem: t('wrong') };
  const { bitmap: source, scale } = opened.value;
  return encoded(desk, { source, scale, shapes: null, flat: source });
}

/** Lets the visitor draw on a picture again, from where he left it. */
export async function editPicture(desk: Desk, { source, scale, shapes }: Picture): Promise<Taken> {
  const edited = await desk.edit({ source, scale, shapes });
  return edited && encoded(desk, { source, scale, ...edited });
}

async function encoded(desk: Desk, picture: Omit<Picture, 'key' | 'blob' | 'contentType'>): Promise<Taken> {
  const result = await encodeImage(picture.flat);
  if (!result.ok) return { problem: pictureWords(desk.locale)('wrong') };
  const { blob, contentType } = result.value;
  // The key names the upload: other pixels are another upload.
  return { picture: { ...picture, key: crypto.randomUUID(), blob, contentType } };
}
