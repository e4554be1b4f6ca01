// Runs in the page that is being pictured: the product's own capture, marks drawn on it, burnt in, encoded.
import { flatten, withRedactions } from '../../../../shared/annotate/flatten.ts';
import { type AnnotationDocument, emptyDocument } from '../../../../shared/annotate/model/document.ts';
import { serialise } from '../../../../shared/annotate/model/parse.ts';
import { asSent, hasMarks } from '../../../../shared/annotate/model/sent.ts';
import { captureViewport } from '../../../../shared/capture/capture.ts';
import { scaled } from '../../../../shared/capture/image/encode.ts';
import { type Mark, shapeOf } from './marks.ts';

/** `base64` and `clean` are WebP files; there is no clean one where there are no marks to hide. */
export type Shot = {
  width: number;
  height: number;
  annotation: AnnotationDocument;
  base64: string;
  clean: string | null;
};

/**
 * @param size the picture's width in pixels
 * @param maxBytes quality goes down until a file is no larger
 */
export async function shoot(marks: readonly Mark[], size: number, maxBytes: number): Promise<Shot> {
  const outcome = await captureViewport();
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.detail}`);
  const picture = scaled(outcome.value.bitmap, size / outcome.value.bitmap.width);
  const scale = picture.width / outcome.value.viewport.width;
  const drawn = {
    ...emptyDocument(picture),
    shapes: marks.map((mark, index) => shapeOf(mark, `mark-${index + 1}`, scale, picture)),
  };
  return {
    width: picture.width,
    height: picture.height,
    annotation: serialise(asSent(drawn)),
    base64: small(flatten(picture, drawn), maxBytes),
    clean: hasMarks(drawn) ? small(withRedactions(picture, drawn), maxBytes) : null,
  };
}

function small(canvas: HTMLCanvasElement, maxBytes: number): string {
  for (let quality = 0.9; quality > 0.3; quality -= 0.05) {
    const url = canvas.toDataURL('image/webp', quality);
    const base64 = url.slice(url.indexOf(',') + 1);
    if (base64.length * 0.75 <= maxBytes) return base64;
  }
  throw new Error('Too much is on this page for so small a file.');
}
