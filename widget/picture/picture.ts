import type { AnnotationDocument } from '../../shared/annotate/model/document.ts';
import type { ImageType } from '../../shared/domain/limits.ts';
import type { OutgoingPicture } from '../sending/outgoing.ts';

/** A picture beside a message that is being written. */
export interface Picture {
  readonly key: string;
  /** As it was taken, for another round in the editor. It never leaves the page. */
  readonly source: HTMLCanvasElement;
  /** Pixels of `source` per CSS pixel of what it shows. */
  readonly scale: number;
  readonly shapes: AnnotationDocument | null;
  /** With the shapes burnt in: what is shown and sent. */
  readonly flat: HTMLCanvasElement;
  readonly blob: Blob;
  readonly contentType: ImageType;
}

/** What the editor gave back when it was left with "use picture". */
export interface Edited {
  readonly shapes: AnnotationDocument;
  readonly flat: HTMLCanvasElement;
}

/** What of the pictures is sent: the flat pixels, and where the shapes are. */
export function outgoingPictures(pictures: readonly Picture[]): OutgoingPicture[] {
  return pictures.map(({ key, blob, contentType, shapes }) => ({
    key,
    blob,
    contentType,
    ...(shapes ? { annotation: { ...shapes } } : {}),
  }));
}
