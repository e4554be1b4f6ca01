import { isFileOf } from '../../../shared/domain/files/file-kind.ts';
import { type FileType, fileTypes, limits } from '../../../shared/domain/limits.ts';
import { inspectPicture, type PictureFacts, sha256 } from './picture.ts';
import { done, type Result, refuse } from './result.ts';

/** What is kept of an upload whose bytes were looked at. */
export type UploadFacts =
  | PictureFacts
  | { contentType: FileType; bytes: number; width: null; height: null; sha256: string };

const isFileType = (type: string): type is FileType => fileTypes.some((one) => one === type);

/**
 * Looks at the bytes of a picture or file.
 * @param announced what its sender said it would be: the bytes must be that
 */
export async function inspectUpload(
  bytes: Uint8Array<ArrayBuffer>,
  announced: { contentType: string; bytes: number },
): Promise<Result<UploadFacts>> {
  const { contentType } = announced;
  if (!isFileType(contentType)) return inspectPicture(bytes, announced);
  if (bytes.byteLength > limits.fileBytes) {
    return refuse('too_large', `The file is larger than ${limits.fileBytes / 1024 / 1024} MB.`);
  }
  if (bytes.byteLength !== announced.bytes) {
    return refuse(
      'invalid_request',
      `The file has ${bytes.byteLength} bytes, but ${announced.bytes} were announced.`,
      { field: 'bytes' },
    );
  }
  if (!isFileOf(bytes, contentType)) {
    return refuse('unsupported_file', `These bytes are no ${contentType}, which was announced.`);
  }
  return done({
    contentType,
    bytes: bytes.byteLength,
    width: null,
    height: null,
    sha256: await sha256(bytes),
  });
}
