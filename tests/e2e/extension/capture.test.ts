// What the extension can take, with the rights it is shipped with: each picture as it arrives in Storage.
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builds, ensureBuilt } from '../../../scripts/builds.ts';
import { root } from '../../../scripts/commands.ts';
import { openBrowser, openWithExtension } from '../../support/browsers.ts';
import { newWorkspace, service, superuser, type Workspace } from '../../support/callers.ts';
import { type Area, decode, type Pixels } from '../support/picture.ts';
import { violations } from '../support/scan.ts';
import { clickIcon, iconFlag, openSidePanel, type SidePanel, signInFrom } from './side-panel.ts';
import { fieldColour, startTestSite, tileColour } from './test-site.ts';

const ratio = 2;
let browser: Browser;
let context: BrowserContext;
let pageUrl: (page: string) => string;
let workspace: Workspace;
let site: Awaited<ReturnType<typeof startTestSite>>;
let address: string;
let panel: SidePanel;
let page: Page;

beforeAll(async () => {
  await ensureBuilt('extension');
  browser = await openBrowser();
  workspace = await newWorkspace();
  site = await startTestSite();
  address = `http://www.rival-metrics.com:${site.port}/`;
  ({ context, pageUrl } = await openWithExtension({
    windowed: true,
    folder: join(root, builds.extension.output),
    args: [
      iconFlag,
      '--host-resolver-rules=MAP *.rival-metrics.com 127.0.0.1',
      '--window-size=1000,640',
      `--force-device-scale-factor=${ratio}`,
    ],
  }));
  const view = await context.newPage();
  await view.goto(pageUrl('sidepanel.html'));
  await signInFrom(view, workspace.people.pm);
  await view.close();
  page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  panel = await openSidePanel(context, new URL(pageUrl('')).host);
});
afterAll(async () => {
  await context?.close();
  await browser?.close();
  await site?.stop();
});
beforeEach(async () => {
  await page.bringToFront();
  if (page.url() !== address) await page.goto(address);
  await clickIcon(context, new URL(pageUrl('')).host, address);
  await panel.shows('Prices of a rival');
});

test('an area is cut out to the pixel, on a page that is zoomed and scrolled', async () => {
  await zoom(1.5);
  await page.evaluate(() => scrollTo(0, 10));
  await panel.press('Area');
  await panel.shows('Drag across the area');
  await overlay('attached');
  const { x, y, width, height } = await boxOf('#tile');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  await page.mouse.move(x + width, y + height, { steps: 3 });
  const editor = await opened(() => page.mouse.up());
  expect(await page.title()).toBe('Prices of a rival');
  const { picture } = await filed(editor, 'An area');
  expect([picture.width, picture.height]).toEqual([160 * 1.5 * ratio, 90 * 1.5 * ratio]);
  expect(isOnly(picture, whole(picture))).toBe(true);
  await page.evaluate(() => scrollTo(0, 0));
  await zoom(1);
});

test('an area of a page that is pinched larger is what the member saw', async () => {
  const protocol = await context.newCDPSession(page);
  await protocol.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await panel.press('Area');
  await overlay('attached');
  // Of the viewport: the tile begins at 20, 20.
  await page.mouse.move(25, 25);
  await page.mouse.down();
  await page.mouse.move(65, 55, { steps: 3 });
  const editor = await opened(() => page.mouse.up());
  const { picture } = await filed(editor, 'Pinched');
  expect([picture.width, picture.height]).toEqual([40 * 2 * ratio, 30 * 2 * ratio]);
  expect(isOnly(picture, whole(picture))).toBe(true);
  await protocol.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
});

test('an element is chosen with the keyboard alone, from the panel, and its marks can be taken off again', async () => {
  await page.locator('#tile').focus();
  await panel.press('Element');
  await overlay('attached');
  for (const key of ['ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft']) await panel.key(key);
  await expect.poll(() => panel.evaluate<string>('document.body.textContent')).toContain('160');
  const editor = await opened(() => panel.key('Enter'));
  await editor.getByRole('button', { name: 'Box', exact: true }).click();
  await drag(editor, 0.1, 0.5);
  await editor.getByRole('button', { name: 'Black out' }).click();
  await drag(editor, 0.7, 0.95);
  const { picture, clean, row } = await filed(editor, 'An element');
  expect([picture.width, picture.height]).toEqual([160 * ratio, 90 * ratio]);
  expect(await page.title()).toBe('Prices of a rival');
  expect(row.annotation.shapes).toHaveLength(2);
  const marked: Area = { x: 0, y: 0, width: picture.width * 0.68, height: picture.height };
  expect(isOnly(picture, marked)).toBe(false);
  expect(clean && isOnly(clean, marked)).toBe(true);
  const corner = { x: picture.width * 0.84, y: picture.height * 0.84, width: 10, height: 10 };
  expect(Math.max(picture.brightest(corner), clean?.brightest(corner) ?? 255)).toBeLessThan(8);
});

test('a picture from a file is filed without a page, and what it is not is said', async () => {
  const view = await context.newPage();
  await view.goto(pageUrl('sidepanel.html'));
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = view.waitForEvent('filechooser');
    await view.getByRole('button', { name: 'Choose a picture' }).click();
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer });
  };
  await choose('notes.png', Buffer.from('no picture at all'));
  await view.getByText('This file is no picture that can be used.').waitFor();
  await choose('photo.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
  await view.getByText('This browser cannot open HEIC pictures.').waitFor();
  const png = await page.locator('#tile').screenshot();
  const editor = await opened(() => choose('Their price list.png', png));
  await editor.getByText('Nothing is covered in a picture from a file.').waitFor();
  expect(await editor.getByLabel('Title').inputValue()).toBe('Their price list');
  const competitor = editor.getByLabel('Competitor', { exact: true }).locator('option:checked');
  expect(await competitor.textContent()).toBe('None');
  expect(await violations(editor, 'practice')).toEqual([]);

  // What is pasted has no name worth showing, and of several that are dropped none is opened by itself.
  const hand = (event: 'paste' | 'drop', names: string[]) =>
    view.evaluate(
      async ([event, base64, names]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        for (const name of names) data.items.add(new File([bytes], name, { type: 'image/png' }));
        const init = { bubbles: true, cancelable: true };
        const made =
          event === 'paste'
            ? new ClipboardEvent(event, { ...init, clipboardData: data })
            : new DragEvent(event, { ...init, dataTransfer: data });
        return document.body.dispatchEvent(made);
      },
      [event, png.toString('base64'), names] as const,
    );
  const pasted = await opened(() => hand('paste', ['image.png']));
  expect(await pasted.getByLabel('Title').inputValue()).toBe('');
  await pasted.close();
  await view.getByRole('button', { name: 'Untitled picture', exact: false }).first().waitFor();
  await hand('drop', ['One.png', 'Two.png']);
  await view.getByRole('button', { name: 'Go on with Two' }).waitFor();
  await view.getByRole('button', { name: 'Go on with One' }).waitFor();
  await view.close();
  const { picture, row } = await filed(editor, 'From a file');
  expect(row.source_url).toBeNull();
  expect(isOnly(picture, whole(picture))).toBe(true);
});

test('fields in frames and closed shadow trees are covered; frames of others are named, and covered on wish', async () => {
  const parts = ['#same', '#foreign', '#text', '#sealed'] as const;
  const [same, foreign, text, sealed] = await Promise.all(parts.map(boxOf));
  if (!same || !foreign || !text || !sealed) throw new Error('the page is not as it was made');
  const first = await opened(() => panel.press('Capture this page'));
  await first
    .getByText(`Parts of this page come from other sites (pay.rival-metrics.com:${site.port}).`)
    .waitFor();
  const { picture: plain } = await filed(first, 'Plain');
  expect(plain.has(fieldColour, scaled(same))).toBe(false);
  expect(plain.has(fieldColour, scaled(sealed))).toBe(false);
  expect(plain.has(fieldColour, scaled(foreign))).toBe(true);
  expect(plain.has(fieldColour, scaled(text))).toBe(true);

  await prefer({ coverFields: true });
  await page.bringToFront();
  await panel.shows('All form fields are covered.');
  const second = await opened(() => panel.press('Capture this page'));
  expect(await second.getByText('Parts of this page come from other sites').count()).toBe(0);
  const { picture: covered } = await filed(second, 'Covered');
  expect(covered.has(fieldColour, whole(covered))).toBe(false);
  expect(covered.has(tileColour, whole(covered))).toBe(true);
  await prefer({});
});

test('choosing ends with Escape, with Cancel, with another start, with another tab and with the panel', async () => {
  const begin = async (part: 'Area' | 'Element') => {
    await panel.press(part);
    await overlay('attached');
  };
  await begin('Area');
  await page.keyboard.press('Escape');
  await overlay('detached');
  await panel.hides('Cancel');
  await begin('Element');
  await panel.key('Escape');
  await overlay('detached');
  await panel.hides('Cancel');
  await begin('Area');
  await panel.press('Cancel');
  await overlay('detached');
  await begin('Area');
  await panel.press('Element');
  await panel.shows('Click the element');
  await expect.poll(() => page.locator('hearback-pick').count()).toBe(1);
  const other = await context.newPage();
  await overlay('detached');
  await other.close();
  await page.bringToFront();
  await panel.shows('Prices of a rival');
  await begin('Area');
  await panel.evaluate('window.close()').catch(() => {});
  await overlay('detached');
  expect(await page.title()).toBe('Prices of a rival');
  panel = await openSidePanel(context, new URL(pageUrl('')).host);
});

test('where no script may draw the part is cut out in the editor, and the panel says so', async () => {
  await page.goto(`${address}drawing.svg`);
  await clickIcon(context, new URL(pageUrl('')).host, address);
  await panel.shows('No area or element can be chosen on this page');
  const editor = await opened(() => panel.press('Capture and crop'));
  const crop = editor.getByRole('button', { name: 'Crop', exact: true });
  expect(await crop.getAttribute('aria-pressed')).toBe('true');
  await editor.close();
});

test('a key takes the page at once', async () => {
  const editor = await opened(() => inWorker(`chrome.commands.onCommand.dispatch('capture-visible', tab)`));
  expect(await editor.getByLabel('Title').inputValue()).toBe('Prices of a rival');
  await editor.close();
});

/** Whether an area shows the tile and nothing else, but for what the format rounds. */
function isOnly({ data, width }: Pixels, area: Area): boolean {
  for (let y = Math.ceil(area.y); y < Math.floor(area.y + area.height); y++)
    for (let x = Math.ceil(area.x); x < Math.floor(area.x + area.width); x++)
      for (const [channel, value] of tileColour.entries())
        if (Math.abs((data[(y * width + x) * 4 + channel] ?? 0) - value) > 16) return false;
  return true;
}

const whole = ({ width, height }: Pixels): Area => ({ x: 0, y: 0, width, height });
const scaled = ({ x, y, width, height }: Area): Area => ({
  x: x * ratio,
  y: y * ratio,
  width: width * ratio,
  height: height * ratio,
});

/** Where an element is, in CSS pixels of the viewport. */
const boxOf = (selector: string): Promise<Area> =>
  page.locator(selector).evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });

const overlay = (state: 'attached' | 'detached') => page.locator('hearback-pick').waitFor({ state });

/** Runs a statement in the extension's worker; `tab` is the one in front. */
const inWorker = (statement: string) =>
  context
    .serviceWorkers()[0]
    ?.evaluate(`chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => ${statement})`);

/** The page's zoom, as Ctrl and + make it. */
async function zoom(factor: number): Promise<void> {
  await inWorker(`chrome.tabs.setZoom(tab.id, ${factor})`);
  await page.waitForFunction((wanted) => devicePixelRatio === wanted, factor * ratio);
}

const prefer = (preferences: object) =>
  panel.evaluate(`chrome.storage.local.set({ preferences: ${JSON.stringify(preferences)} })`);

/** The editor that opens upon `act`, with everything it has to offer. */
async function opened(act: () => unknown): Promise<Page> {
  const opening = context.waitForEvent('page');
  await act();
  const editor = await opening;
  await editor.locator('button[type=submit]:enabled').waitFor();
  return editor;
}

/** Saves under a title and hands out what arrived. */
async function filed(editor: Page, title: string) {
  await editor.getByLabel('Title').fill(title);
  const board = editor.getByLabel('Name of the board');
  if (await board.count()) await board.fill('Prices');
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByText('Filed', { exact: true }).waitFor({ timeout: 30_000 });
  await editor.close();
  const [row] = await superuser()`
    select path, clean_path, source_url, annotation from public.captures
    where project_id = ${workspace.projectId} and title = ${title}`;
  if (!row) throw new Error(`nothing was filed as "${title}"`);
  const clean = row.clean_path ? await stored(row.clean_path) : null;
  return { row, picture: await stored(row.path), clean };
}

async function stored(path: string): Promise<Pixels> {
  const { data, error } = await service().storage.from('captures').download(path);
  if (error) throw error;
  return decode(browser, Buffer.from(await data.arrayBuffer()));
}

/** Draws with the tool in hand from one corner to another, given as shares of the picture. */
async function drag(editor: Page, from: number, to: number): Promise<void> {
  const box = await editor.locator('.hb-annotate-stage canvas').first().boundingBox();
  if (!box) throw new Error('no picture');
  const at = (share: number) => [box.x + box.width * share, box.y + box.height * share] as const;
  await editor.mouse.move(...at(from));
  await editor.mouse.down();
  await editor.mouse.move(...at((from + to) / 2), { steps: 3 });
  await editor.mouse.move(...at(to), { steps: 3 });
  await editor.mouse.up();
}
