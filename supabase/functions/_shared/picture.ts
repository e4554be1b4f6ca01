import { imageHeader } from '../../../shared/domain/files/image-header.ts';
import { type ImageType, limits } from '../../../shared/domain/limits.ts';
import { done, type Result, refuse } from './result.ts';

/** What is kept of a picture whose bytes were looked at. */
export type PictureFacts = {
  contentType: ImageType;
  bytes: number;
  width: number;
  height: number;
  sha256: string;
};

/** Lower-case hex SHA-256. */
export async function sha256(data: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Looks at the bytes of a picture.
 * @param announced what its sender said it would be; where it is given, the bytes must be that
 */
export async function inspectPicture(
  bytes: Uint8Array<ArrayBuffer>,
  announced?: { contentType: string; bytes?: number },
): Promise<Result<PictureFacts>> {
  const header = imageHeader(bytes);
  if (header === null)
    return refuse('unsupported_image', 'These bytes are no PNG, JPEG, WebP or GIF picture.');
  if (announced !== undefined && header.contentType !== announced.contentType) {
    return refuse(
      'unsupported_image',
      `The picture is ${header.contentType}, but ${announced.contentType} was announced.`,
    );
  }
  if (announced?.bytes !== undefined && announced.bytes !== bytes.byteLength) {
    return refuse(
      'invalid_request',
      `The picture has ${bytes.byteLength} bytes, but ${announced.bytes} were announced.`,
      { field: 'bytes' },
    );
  }
  if (Math.max(header.width, header.height) > limits.imageSide) {
    return refuse('too_large', `A side of the picture is longer than ${limits.imageSide} pixels.`);
  }
  if (header.width * header.height > limits.imagePixels) {
    return refuse('too_large', `The picture has more than ${limits.imagePixels / 1_000_000} million pixels.`);
  }
  return done({ ...header, bytes: bytes.byteLength, sha256: await sha256(bytes) });
}
