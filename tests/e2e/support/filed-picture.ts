import type { Page } from 'playwright';
import { service } from '../../support/callers.ts';

/** The least and the greatest value (0 to 255) of any channel in a part of a filed picture, decoded by the browser. */
export async function colourRange(
  view: Page,
  path: string,
  part: { x: number; y: number; width: number; height: number },
): Promise<{ darkest: number; brightest: number }> {
  const { data, error } = await service().storage.from('captures').download(path);
  if (error) throw error;
  const bytes = Buffer.from(await data.arrayBuffer()).toString('base64');
  return view.evaluate(
    async ({ bytes, part }) => {
      const raw = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([raw]));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const pixels = canvas.getContext('2d');
      if (!pixels) throw new Error('no 2d context');
      pixels.drawImage(picture, 0, 0);
      const round = Math.round;
      const { data } = pixels.getImageData(
        round(part.x),
        round(part.y),
        round(part.width),
        round(part.height),
      );
      const channels = data.filter((_, place) => place % 4 !== 3);
      return { darkest: Math.min(...channels), brightest: Math.max(...channels) };
    },
    { bytes, part },
  );
}
