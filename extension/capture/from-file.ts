import { captureFromFile } from '../../shared/capture/image/open.ts';
import type { CaptureErrorCode } from '../../shared/capture/types.ts';
import { toPng } from './png.ts';
import type { Taken } from './take.ts';

/** Kinds of pictures that are taken, as a file chooser understands them. */
export const pictureTypes = 'image/png,image/jpeg,image/webp,image/gif';

const fileErrors = [
  'heic',
  'not-an-image',
  'damaged-image',
  'too-large',
] as const satisfies CaptureErrorCode[];
export type FileError = (typeof fileErrors)[number] | 'failed';

/** A picture that somebody chose, dropped or pasted. Nothing of the file but the pixels is taken over. */
export async function pictureFromFile(file: Blob): Promise<Taken | { ok: false; error: FileError }> {
  const outcome = await captureFromFile(file);
  if (!outcome.ok) {
    const error = fileErrors.find((code) => code === outcome.error.code);
    return { ok: false, error: error ?? 'failed' };
  }
  const { bitmap, scale } = outcome.value;
  const picture = await toPng(bitmap);
  return picture ? { ok: true, picture, scale, uncovered: { kind: 'file' } } : { ok: false, error: 'failed' };
}

/**
 * The files of a paste. One that brings text as well is of that text: what is copied from a table or a document
 * brings a picture of itself that nobody meant.
 */
export function pastedFiles(data: DataTransfer | null): File[] {
  return data && !data.types.includes('text/plain') ? [...data.files] : [];
}

/** What a file is called without the ending; browsers call every pasted picture "image.png". */
export function titleOf(file: Pick<File, 'name'>, how: 'chosen' | 'pasted'): string {
  return how === 'pasted' ? '' : file.name.replace(/\.[a-z0-9]{1,5}$/i, '').trim();
}
