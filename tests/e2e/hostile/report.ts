// What somebody does to send a report with pictures, and what of them arrived.
import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright';
import { expect } from 'vitest';
import { type Area, decode, type Pixels } from '../support/picture.ts';
import { conversationsOf, type StoredConversation, storedPicture } from '../widget/stored.ts';
import type { Widget } from '../widget/visit.ts';
import { marks } from './pages.ts';

/** Opens the form for a problem and writes in it. */
export async function write({ launcher, panel, text }: Widget, words: string): Promise<void> {
  await launcher.click();
  await panel.getByRole('button', { name: 'Report a problem' }).click();
  await text.fill(words);
}

/** Takes the visible page; the editor stands on it afterwards. */
export async function takePage({ panel, editor }: Widget): Promise<void> {
  await panel.getByRole('button', { name: 'Add a screenshot' }).click();
  await editor.getByRole('button', { name: 'Use picture' }).waitFor();
}

/** Chooses one of the other ways to a picture. */
export async function choose({ panel }: Widget, way: string): Promise<void> {
  await panel.getByRole('button', { name: 'Other ways to add a picture' }).click();
  await panel.getByRole('menuitem', { name: way }).click();
}

/** A part of the overlay on which an area or an element is pointed at. */
export const overlay = ({ host }: Widget, part: string) => host.locator(`hearback-pick ${part}`);

/** Draws an area of the page with the mouse, and waits for the editor with it. */
export async function takeArea(page: Page, widget: Widget, { x, y, width, height }: Area): Promise<void> {
  await choose(widget, 'An area of the page');
  await overlay(widget, '.stage').waitFor();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + width, y + height, { steps: 4 });
  await page.mouse.up();
  await widget.editor.getByRole('button', { name: 'Use picture' }).waitFor();
}

/** Points at the element that is in the middle of an area, clicks, and waits for the editor with it. */
export async function takeElement(page: Page, widget: Widget, at: Area): Promise<void> {
  await choose(widget, 'An element of the page');
  await overlay(widget, '.stage').waitFor();
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2, { steps: 2 });
  await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  await widget.editor.getByRole('button', { name: 'Use picture' }).waitFor();
}

/** Draws with the mouse from one corner of an area to the other, which is in pixels of the picture. */
export async function draw(page: Page, { editor }: Widget, tool: string, area: Area): Promise<void> {
  await editor.getByRole('button', { name: tool, exact: true }).click();
  const { x, y, scale } = await paper(editor);
  await page.mouse.move(x + area.x * scale, y + area.y * scale);
  await page.mouse.down();
  await page.mouse.move(x + (area.x + area.width) * scale, y + (area.y + area.height) * scale, { steps: 4 });
  await page.mouse.up();
}

/** Where the picture lies in the editor, and how many pixels of the window one of its own is. */
export async function paper(editor: Widget['editor']) {
  const svg = editor.locator('svg.hb-annotate-svg');
  const box = await svg.boundingBox();
  const width = Number((await svg.getAttribute('viewBox'))?.split(' ')[2]);
  if (box === null || !width) throw new Error('there is nothing to draw on');
  return { ...box, scale: box.width / width };
}

/** Leaves the editor with the picture, which is the `count`th of the message. */
export async function use({ editor, panel }: Widget, count = 1): Promise<void> {
  await editor.getByRole('button', { name: 'Use picture' }).click();
  await panel.getByRole('button', { name: `Edit picture ${count}` }).waitFor();
}

export type Arrived = { conversation: StoredConversation; pictures: Pixels[] };

/**
 * Sends, and reads what lies in the database and in Storage; the largest picture first.
 * @param key presses it where the focus is, instead of the button "Send"
 */
export async function send(browser: Browser, page: Page, { panel }: Widget, key?: string): Promise<Arrived> {
  // By what it says itself and not by what it keeps: a page may be allowed to keep nothing.
  const asked = page.waitForRequest('**/functions/v1/widget/conversations');
  if (key) await page.keyboard.press(key);
  else await panel.getByRole('button', { name: 'Send', exact: true }).click();
  const { 'x-hearback-visitor': token = '' } = (await asked).headers();
  await panel.getByRole('heading', { name: /^Received, number \d+$/ }).waitFor();
  const [conversation] = await conversationsOf(createHash('sha256').update(token).digest('hex'));
  if (!conversation) throw new Error('nothing has arrived');
  const paths = conversation.attachments.map(({ path }) => path);
  const pictures = await Promise.all(paths.map(async (path) => decode(browser, await storedPicture(path))));
  return { conversation, pictures: pictures.sort((a, b) => b.width * b.height - a.width * a.height) };
}

/**
 * Holds a picture of the page with the marks against them: every pixel of theirs.
 * @param place where the corner of the page is in the picture, and pixels of the picture per CSS pixel of the page
 */
export function expectMarks(
  picture: Pixels | undefined,
  names: (keyof typeof marks)[],
  place = { x: 0, y: 0, scale: 1 },
): void {
  const found = names.map((name) => {
    const { area, colour } = marks[name];
    const inner = {
      x: place.x + (area.x + 4) * place.scale,
      y: place.y + (area.y + 4) * place.scale,
      width: (area.width - 8) * place.scale,
      height: (area.height - 8) * place.scale,
    };
    return [name, picture?.off(colour, inner) ?? 255] as const;
  });
  // A lossy picture gives back a colour within 16 of what it was.
  expect(found.filter(([, most]) => most > 16)).toEqual([]);
}

/** The place of a picture that begins at a point of the page. */
export const cutAt = ({ x, y }: { x: number; y: number }) => ({ x: -x, y: -y, scale: 1 });
