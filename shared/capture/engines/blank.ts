/**
 * Whether an engine drew nothing but a ground: one colour, or none, all over. A page may look so, too; then it is
 * asked once more for nothing.
 */
export function isBlank(bitmap: HTMLCanvasElement): boolean {
  if (bitmap.width === 0 || bitmap.height === 0) return true;
  const sample = bitmap.ownerDocument.createElement('canvas');
  sample.width = 64;
  sample.height = 64;
  const context = sample.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, sample.width, sample.height);
  const pixels = context.getImageData(0, 0, sample.width, sample.height).data;
  for (let at = 4; at < pixels.length; at++) if (pixels[at] !== pixels[at - 4]) return false;
  return true;
}
