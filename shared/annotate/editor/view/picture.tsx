import { useLayoutEffect, useRef } from 'preact/hooks';

export type Picture = HTMLCanvasElement | ImageBitmap;

/**
 * The picture, drawn at its own size or the least half, quarter … of it that the zoom needs: the browser scales the
 * rest, so zooming draws anew only at a few steps, and a small view of a large picture is not ragged.
 * @param zoom CSS pixels per image pixel
 */
export function PictureCanvas({ image, zoom }: { image: Picture; zoom: number }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const part = Math.min(1, 2 ** Math.ceil(Math.log2(zoom * devicePixelRatio)));
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    canvas.width = Math.max(1, Math.round(image.width * part));
    canvas.height = Math.max(1, Math.round(image.height * part));
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  }, [image, part]);
  return <canvas ref={ref} class="hb-annotate-picture" />;
}
