import type { History } from '../../../shared/annotate/model/history.ts';
import { encodeImage } from '../../../shared/capture/image/encode.ts';
import { imageType, isHeic } from '../../../shared/capture/image/format.ts';
import { captureFromFile } from '../../../shared/capture/image/open.ts';
import { limits } from '../../../shared/domain/limits.ts';
import { fileTypeOf } from './file-type.ts';
import type { Unfit } from './parcel.ts';

/** Bytes on their way, as the server is told of them. */
export type Cargo = {
  blob: Blob;
  contentType: string;
  name: string;
};
/** A picture that can be drawn on: its own pixels, and what was drawn. */
export type Drawable = { image: HTMLCanvasElement; history: History | null };
export type Prepared = { ok: true; picture: Cargo; drawable: Drawable | null } | { ok: false; why: Unfit };

/**
 * Makes of a chosen file what can be sent. A picture is encoded anew, so that what a camera wrote into it stays behind;
 * any other file goes as it is. Never rejects.
 */
export async function prepare(file: File): Promise<Prepared> {
  const { name } = file;
  if (file.size === 0) return { ok: false, why: 'empty' };
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  if (isHeic(head)) return { ok: false, why: 'heic' };
  if (imageType(head)) return preparePicture(file);
  if (file.size > limits.fileBytes) return { ok: false, why: 'too_large' };
  const contentType = fileTypeOf(new Uint8Array(await file.arrayBuffer()), name, file.type);
  if (!contentType) return { ok: false, why: 'unsupported' };
  return { ok: true, picture: { blob: file, contentType, name: shortened(name) }, drawable: null };
}

async function preparePicture(file: File): Promise<Prepared> {
  const opened = await captureFromFile(file);
  if (!opened.ok) return { ok: false, why: opened.error.code === 'too-large' ? 'too_large' : 'damaged' };
  const image = opened.value.bitmap;
  const encoded = await encodeImage(image);
  if (!encoded.ok) return { ok: false, why: 'damaged' };
  const { blob, contentType } = encoded.value;
  return {
    ok: true,
    picture: { blob, contentType, name: shortened(file.name) },
    drawable: { image, history: null },
  };
}

/** A name that the server takes, its ending kept. */
export function shortened(name: string): string {
  const over = name.length - limits.fileNameLength;
  if (over <= 0) return name || 'file';
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return name.slice(0, limits.fileNameLength - ending.length) + ending;
}
