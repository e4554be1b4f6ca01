import { useLayoutEffect, useRef } from 'preact/hooks';

export type Picture = HTMLCanvasElement | ImageBitmap;

/** The picture at the size it is shown in: the screen's own pixels, never more than the picture has. */
export function PictureCanvas({ image, width }: { image: Picture; width: number }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || width === 0) return;
    const scale = Math.min(1, (width * devicePixelRatio) / image.width);
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  }, [image, width]);
  return <canvas ref={ref} class="hb-annotate-picture" />;
}
