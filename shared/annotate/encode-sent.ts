import type { EncodedImage } from '../capture/image/encode.ts';
import { encodeImage } from '../capture/image/encode.ts';
import type { Outcome } from '../capture/types.ts';
import { failed } from '../capture/types.ts';
import { limits } from '../domain/limits.ts';
import { flatten, type Picture, withRedactions } from './flatten.ts';
import type { AnnotationDocument } from './model/document.ts';
import { serialise } from './model/parse.ts';
import { asSent, fitted, hasMarks } from './model/sent.ts';

/** What leaves of a picture that was drawn on. */
export interface SentPicture {
  /** With everything burnt in. */
  readonly picture: EncodedImage;
  /** The shapes in the pixels of `picture`; null where there are none, or too many to go along: the picture holds them. */
  readonly annotation: Record<string, unknown> | null;
  /**
   * With nothing but the redactions burnt in, of the same size as `picture`, so that staff can hide the marks; null
   * where there are none to hide. Never without `annotation`.
   */
  readonly clean: EncodedImage | null;
}

/**
 * Makes of a picture and what was drawn on it the images and the data that the server takes.
 * @param flat what `flatten(image, document)` gives, where it is there already
 */
export async function encodeSent(
  image: Picture,
  document: AnnotationDocument,
  flat?: HTMLCanvasElement,
): Promise<Outcome<SentPicture>> {
  try {
    const encoded = await encodeImage(flat ?? flatten(image, document));
    if (!encoded.ok) return encoded;
    const picture = encoded.value;
    const annotation = annotationOf(document, picture);
    const clean =
      annotation && hasMarks(document) ? await encodeImage(withRedactions(image, document)) : null;
    // A clean image that had to be scaled down more than the picture would not lie over it.
    const lies = clean?.ok && isOfSize(clean.value, picture);
    return { ok: true, value: { picture, annotation, clean: lies ? clean.value : null } };
  } catch (cause) {
    return failed('engine-failed', String(cause));
  }
}

/** Null where there is nothing to tell, and where the picture was scaled down, for then its pixels are others. */
function annotationOf(document: AnnotationDocument, picture: EncodedImage): SentPicture['annotation'] {
  const sent = asSent(document);
  if (sent.shapes.length === 0 || !isOfSize(sent, picture)) return null;
  const small = fitted(serialise(sent), limits.annotationBytes);
  return small && { ...small };
}

type Size = { readonly width: number; readonly height: number };
const isOfSize = (one: Size, other: Size) => one.width === other.width && one.height === other.height;
