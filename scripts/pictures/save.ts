// Keeps screenshots as WebP, small enough for a repository.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { root } from '../commands.ts';

const folder = join(root, 'docs', 'pictures');
const maxBytes = 250_000;

/** Writes `name`.webp into docs/pictures. */
export type Save = (name: string, png: Buffer) => Promise<void>;

/** Screenshots at one and a half times their size in pixels. */
export const pixelRatio = 1.5;

/** Encodes in a page of `browser`, as Playwright makes PNG and JPEG only. */
export async function openSave(browser: Browser, log: (line: string) => void): Promise<Save> {
  await mkdir(folder, { recursive: true });
  const desk: Page = await browser.newPage();
  return async (name, png) => {
    const base64 = await desk.evaluate(
      async ([data, limit]) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        canvas.getContext('2d')?.drawImage(image, 0, 0);
        for (let quality = 0.9; quality > 0.2; quality -= 0.1) {
          const url = canvas.toDataURL('image/webp', quality);
          const encoded = url.slice(url.indexOf(',') + 1);
          if (encoded.length * 0.75 <= limit) return encoded;
        }
        return '';
      },
      [png.toString('base64'), maxBytes] as const,
    );
    if (base64 === '') throw new Error(`${name} does not fit into ${maxBytes} bytes.`);
    const bytes = Buffer.from(base64, 'base64');
    await writeFile(join(folder, `${name}.webp`), bytes);
    log(`${name}.webp, ${Math.round(bytes.byteLength / 1000)} KB`);
  };
}
