import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Shape } from '../../model/document.ts';
import { parts } from '../parts.ts';

export type Picture = HTMLCanvasElement | ImageBitmap;

/**
 * The picture, drawn at its own size or the least half, quarter … of it that the zoom needs: the browser scales the
 * rest, so zooming draws anew only at a few steps, and a small view of a large picture is not ragged.
 * Highlighters are painted into it: blended by the browser, each would cost a pass over the screen in every frame.
 * @param zoom CSS pixels per image pixel
 * @param highlighters drawn anew when this is another list
 */
export function PictureCanvas({
  image,
  zoom,
  highlighters,
}: {
  image: Picture;
  zoom: number;
  highlighters: readonly Shape[];
}) {
  const ref = useRef<HTMLCanvasElement>(null);
  const part = Math.min(1, 2 ** Math.ceil(Math.log2(zoom * devicePixelRatio)));
  const drawHighlighters = parts.handling?.drawHighlighters;
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    canvas.width = Math.max(1, Math.round(image.width * part));
    canvas.height = Math.max(1, Math.round(image.height * part));
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    context.scale(canvas.width / image.width, canvas.height / image.height);
    drawHighlighters?.(context, highlighters);
  }, [image, part, highlighters, drawHighlighters]);
  return <canvas ref={ref} class="hb-annotate-picture" />;
}
