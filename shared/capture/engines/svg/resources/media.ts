import type { Resource, Resources } from './resources.ts';
import { toDataUrl } from './resources.ts';

/**
 * The picture that an element shows now and that its markup alone would not bring into the copy; null where there
 * is none. Never rejects: what cannot be read stays empty.
 */
export function pictureOf(element: Element, resources: Resources): Resource | null {
  switch (element.localName) {
    case 'img':
      return imagePicture(element as HTMLImageElement, resources);
    case 'input': {
      const { type, src } = element as HTMLInputElement;
      return type === 'image' && src ? resources.fetch(src) : null;
    }
    case 'canvas':
      return resources.make(() => canvasPicture(element as HTMLCanvasElement));
    case 'video':
      return videoPicture(element as HTMLVideoElement, resources);
    default:
      return null;
  }
}

function imagePicture(image: HTMLImageElement, resources: Resources): Resource | null {
  const address = image.currentSrc || image.src;
  if (!image.complete || image.naturalWidth === 0 || !address) return null;
  return resources.fetch(address, () => drawn(image, image.naturalWidth, image.naturalHeight));
}

function videoPicture(video: HTMLVideoElement, resources: Resources): Resource | null {
  if (video.readyState >= 2 && (video.currentTime > 0 || !video.poster))
    return resources.make(() => drawn(video, video.videoWidth, video.videoHeight));
  return video.poster ? resources.fetch(video.poster) : null;
}

/**
 * A canvas as it stands. The pixels of a WebGL canvas are gone once the browser has shown them, unless it was
 * made to keep them: then they are read within the next frame, after the page has drawn.
 */
async function canvasPicture(canvas: HTMLCanvasElement): Promise<string> {
  if (canvas.width === 0 || canvas.height === 0) throw new Error('an empty canvas');
  const copy = copyOf(canvas, canvas.width, canvas.height);
  if (!isEmpty(copy)) return encode(copy);
  await new Promise((resolve) => {
    (canvas.ownerDocument.defaultView ?? window).requestAnimationFrame(resolve);
    setTimeout(resolve, 100);
  });
  return encode(copyOf(canvas, canvas.width, canvas.height));
}

async function drawn(source: CanvasImageSource, width: number, height: number): Promise<string> {
  return encode(copyOf(source, width, height));
}

function copyOf(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
  return canvas;
}

function isEmpty(canvas: HTMLCanvasElement): boolean {
  const context = canvas.getContext('2d');
  if (!context) return false;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return new Uint32Array(data.buffer).every((pixel) => pixel === 0);
}

/** A canvas as a `data:` address; rejects where it holds pixels of another origin. */
export function encode(canvas: HTMLCanvasElement): Promise<string> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(toDataUrl(blob));
      else reject(new Error('the canvas cannot be encoded'));
    });
  });
}
