// Pictures of one state: light and dark, wide and narrow.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../../tests/e2e/widget/every-view/stage.ts';

export type Shot = { file: string; state: string; language: string; width: number; theme: 'light' | 'dark' };

const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

/** Takes them into `folder` and leaves the page as it was: wide and light. */
export async function picture(
  { page, language }: Stage,
  folder: string,
  state: string,
  again?: () => Promise<void>,
): Promise<Shot[]> {
  const shots: Shot[] = [];
  // What lies beneath the pointer stands out.
  await page.mouse.move(0, 0);
  const name = state
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/-$/, '')
    .toLowerCase();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await again?.();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const file = `${name}.${language}.${size.width}.${theme}.png`;
      await writeFile(join(folder, file), await page.screenshot());
      shots.push({ file, state, language, width: size.width, theme });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await again?.();
  return shots;
}
