// Draws in the annotation editor as a hand with a mouse does.
import type { Page } from 'playwright';

/** A place in the picture: 0 is its left or upper edge, 1 the other one. */
export type Place = readonly [x: number, y: number];

/** Takes the tool called `tool` and drags from one place to another. */
export async function draw(page: Page, tool: string, from: Place, to: Place): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: tool }).click();
  const picture = await page.getByRole('application').locator('svg').first().boundingBox();
  if (picture === null) throw new Error('The editor shows no picture.');
  const at = ([x, y]: Place) => [picture.x + x * picture.width, picture.y + y * picture.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 8 });
  await page.mouse.up();
}
