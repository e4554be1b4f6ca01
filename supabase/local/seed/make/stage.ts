// Runs in the page that is being pictured: the product's own capture, marks drawn on it, burnt in, encoded.
import { flatten } from '../../../../shared/annotate/flatten.ts';
import {
  type AnnotationDocument,
  type Colour,
  emptyDocument,
  type Shape,
} from '../../../../shared/annotate/model/document.ts';
import { captureViewport } from '../../../../shared/capture/capture.ts';
import { scaled } from '../../../../shared/capture/image/encode.ts';

/** A place within an element: 0 is its left or upper edge, 1 the other one. */
export type Place = readonly [x: number, y: number];

export type Mark =
  | { readonly box: string; readonly from?: Place; readonly to?: Place; readonly colour?: Colour }
  | { readonly redact: string; readonly from?: Place; readonly to?: Place }
  | { readonly arrow: string; readonly from: Place; readonly to: Place; readonly colour?: Colour };

export type Shot = { width: number; height: number; annotation: AnnotationDocument; base64: string };

const margin = 6;
const thickness = 4;

function shapeOf(mark: Mark, index: number, scale: number): Shape {
  const selector = 'box' in mark ? mark.box : 'redact' in mark ? mark.redact : mark.arrow;
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  const area = element.getBoundingClientRect();
  const at = ([x, y]: Place) => ({
    x: Math.round((area.x + x * area.width) * scale),
    y: Math.round((area.y + y * area.height) * scale),
  });
  const id = `mark-${index + 1}`;
  const line = { colour: ('colour' in mark && mark.colour) || 'red', thickness: thickness * scale } as const;
  if ('arrow' in mark) return { id, kind: 'arrow', ...line, from: at(mark.from), to: at(mark.to) };
  const [start, end] = [at(mark.from ?? [0, 0]), at(mark.to ?? [1, 1])];
  const rim = mark.from === undefined ? margin * scale : 0;
  const x = Math.max(0, start.x - rim);
  const y = Math.max(0, start.y - rim);
  const rect = { x, y, width: end.x + rim - x, height: end.y + rim - y };
  return 'box' in mark ? { id, kind: 'box', ...line, ...rect } : { id, kind: 'redaction', ...rect };
}

/**
 * @param size the picture's width in pixels
 * @param maxBytes quality goes down until the file is no larger
 */
export async function shoot(marks: readonly Mark[], size: number, maxBytes: number): Promise<Shot> {
  const outcome = await captureViewport();
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.detail}`);
  const picture = scaled(outcome.value.bitmap, size / outcome.value.bitmap.width);
  const scale = picture.width / outcome.value.viewport.width;
  const annotation = {
    ...emptyDocument(picture),
    shapes: marks.map((mark, index) => shapeOf(mark, index, scale)),
  };
  const flat = flatten(picture, annotation);
  for (let quality = 0.9; quality > 0.3; quality -= 0.05) {
    const url = flat.toDataURL('image/webp', quality);
    const base64 = url.slice(url.indexOf(',') + 1);
    if (base64.length * 0.75 <= maxBytes)
      return { width: flat.width, height: flat.height, annotation, base64 };
  }
  throw new Error('Too much is on this page for so small a file.');
}
