/**
 * Whether an engine drew nothing at all: every pixel transparent. Engines are asked for a transparent base so
 * that this cannot be confused with a page that is white.
 */
export function isBlank(bitmap: HTMLCanvasElement): boolean {
  if (bitmap.width === 0 || bitmap.height === 0) return true;
  const sample = bitmap.ownerDocument.createElement('canvas');
  sample.width = 64;
  sample.height = 64;
  const context = sample.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.drawImage(bitmap, 0, 0, sample.width, sample.height);
  const pixels = context.getImageData(0, 0, sample.width, sample.height).data;
  for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 0) return false;
  return true;
}

/** Puts a colour beneath what is drawn. */
export function paintBeneath(bitmap: HTMLCanvasElement, colour: string): void {
  const context = bitmap.getContext('2d');
  if (!context) return;
  context.save();
  context.resetTransform();
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = colour;
  context.fillRect(0, 0, bitmap.width, bitmap.height);
  context.restore();
}
