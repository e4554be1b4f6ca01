/** A bitmap as a PNG file; null if the browser cannot make one. */
export function toPng(bitmap: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => bitmap.toBlob(resolve, 'image/png'));
}
