// The ways to a picture, by real mouse, finger and keyboard: what arrives in Storage shows what was pointed at.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../../../support/browsers.ts';
import { violations } from '../../support/scan.ts';
import { eventually } from '../eventually.ts';
import type { Visit } from '../visit.ts';
import {
  arrived,
  BLUE,
  blue,
  bluePicture,
  choose,
  chooseFiles,
  LOSS,
  MASK,
  notCovered,
  off,
  openForm,
  overlay,
  panelButton,
  RED,
  red,
  use,
  WHITE,
} from './page.ts';

let browser: Browser;
let folder: string;
let visitor: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'hearback-capture-'));
});
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});
afterEach(async () => {
  expect(visitor.errors).toEqual([]);
  await visitor.context.close();
});

const heard = (page: Page) => page.evaluate('heard');

describe('with a mouse', () => {
  beforeEach(async () => {
    visitor = await openForm(browser);
  });

  test('the visible page comes at one click, without the widget and without what is private', async () => {
    await panelButton(visitor, 'Add a screenshot').click();
    await use(visitor);
    const picture = await arrived(browser, visitor);
    expect([picture.width, picture.height]).toEqual([1280, 800]);
    expect(off(picture, RED, { x: 44, y: 130, width: 190, height: 46 })).toBeLessThan(LOSS);
    expect(off(picture, BLUE, { x: 44, y: 250, width: 112, height: 46 })).toBeLessThan(LOSS);
    expect(off(picture, MASK, { x: 64, y: 84, width: 52, height: 32 })).toBeLessThan(LOSS);
    expect(off(picture, WHITE, { x: 900, y: 160, width: 370, height: 600 })).toBeLessThan(LOSS);
  });

  test('an area is cut where it was drawn, and the page hears nothing of it', async () => {
    const { page, widget } = visitor;
    await choose(visitor, 'An area of the page');
    await overlay(visitor, '.bar').waitFor();
    expect(await widget.panel.isVisible()).toBe(false);
    await page.mouse.move(140, 140);
    await page.mouse.down();
    await page.mouse.move(200, 200, { steps: 4 });
    expect(await overlay(visitor, '.label').textContent()).toBe('60 × 60');
    await page.mouse.move(340, 240, { steps: 4 });
    await page.mouse.up();
    await use(visitor);
    expect(await heard(page)).toEqual([]);
    const picture = await arrived(browser, visitor);
    expect([picture.width, picture.height]).toEqual([200, 100]);
    expect(off(picture, RED, { x: 2, y: 2, width: 96, height: 36 })).toBeLessThan(LOSS);
    expect(off(picture, WHITE, { x: 104, y: 2, width: 94, height: 96 })).toBeLessThan(LOSS);
    expect(off(picture, BLUE, { x: 2, y: 84, width: 16, height: 14 })).toBeLessThan(LOSS);
  });

  test('an element is outlined and taken by a click, its private part covered', async () => {
    const { page } = visitor;
    await choose(visitor, 'An element of the page');
    await overlay(visitor, '.bar').waitFor();
    await page.mouse.move(200, 160);
    expect(await overlay(visitor, '.label').textContent()).toContain('200 × 120');
    await page.mouse.click(200, 160);
    await use(visitor);
    expect(await heard(page)).toEqual([]);
    const picture = await arrived(browser, visitor);
    expect([picture.width, picture.height]).toEqual([red.width, red.height]);
    expect(off(picture, RED, { x: 90, y: 4, width: 106, height: 112 })).toBeLessThan(LOSS);
    expect(off(picture, MASK, { x: 24, y: 24, width: 52, height: 32 })).toBeLessThan(LOSS);
  });

  test('a file is chosen, and it is said that nothing is covered', async () => {
    await chooseFiles(visitor, [await bluePicture(browser, 60, 40)]);
    await visitor.widget.editor.getByText(notCovered).waitFor();
    await use(visitor);
    const picture = await arrived(browser, visitor);
    expect([picture.width, picture.height]).toEqual([60, 40]);
    expect(off(picture, BLUE, { x: 0, y: 0, width: 60, height: 40 })).toBeLessThan(LOSS);
  });

  test('a picture from the clipboard is pasted into the text', async () => {
    const { context, page, widget } = visitor;
    await context.grantPermissions(['clipboard-read', 'clipboard-write', 'local-network-access']);
    const bytes = (await bluePicture(browser, 50, 30)).toString('base64');
    await page.evaluate(async (base64) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const blob = new Blob([data], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    }, bytes);
    await widget.text.focus();
    await page.keyboard.press('Control+V');
    await use(visitor);
    const picture = await arrived(browser, visitor);
    expect([picture.width, picture.height]).toEqual([50, 30]);
    expect(off(picture, BLUE, { x: 0, y: 0, width: 50, height: 30 })).toBeLessThan(LOSS);
  });

  test('a file is dropped, on the head of the panel too, and where to is shown', async () => {
    const { context, page, widget } = visitor;
    const file = join(folder, 'dropped.png');
    await writeFile(file, await bluePicture(browser, 80, 20));
    const session = await context.newCDPSession(page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop', x: number, y: number) =>
      session.send('Input.dispatchDragEvent', { type, x, y, data });
    const box = await widget.text.boundingBox();
    if (!box) throw new Error('the text is not to be seen');
    await drag('dragEnter', box.x + 20, box.y + 20);
    const sign = widget.panel.getByText('Drop pictures and files here');
    await eventually(async () => {
      await drag('dragOver', box.x + 22, box.y + 22);
      return sign.isVisible();
    }).toBe(true);
    await drag('dragOver', box.x + 20, box.y - 70);
    await drag('drop', box.x + 20, box.y - 70);
    await use(visitor);
    const picture = await arrived(browser, visitor);
    expect([picture.width, picture.height]).toEqual([80, 20]);
    expect(await sign.count()).toBe(0);
    expect(page.url()).toContain('/strange.html');
  });
});

describe('with the keyboard', () => {
  beforeEach(async () => {
    visitor = await openForm(browser);
  });

  /** Opens the list of ways and goes to the one that these letters call. */
  async function reach(letters: string): Promise<void> {
    await panelButton(visitor, 'Other ways to add a picture').focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.widget.panel.getByRole('menuitem').first().waitFor();
    await visitor.page.keyboard.type(letters);
    await visitor.page.keyboard.press('Enter');
    await overlay(visitor, '.bar').waitFor();
  }
  const said = () => overlay(visitor, '.said').textContent();
  const press = async (key: string, times = 1) => {
    for (let count = 0; count < times; count++) await visitor.page.keyboard.press(key);
  };

  test('an area is placed and sized by arrows and taken by Enter', async () => {
    await reach('a');
    await press('ArrowLeft');
    expect(await said()).toBe('Area of 640 by 400, 320 from the left, 200 from the top');
    await press('Shift+ArrowLeft', 28);
    await press('Shift+ArrowUp', 14);
    await press('Alt+Shift+ArrowLeft', 44);
    await press('Alt+Shift+ArrowUp', 28);
    expect(await said()).toBe('Area of 200 by 120, 40 from the left, 60 from the top');
    await press('Enter');
    await use(visitor);
    const picture = await arrived(browser, visitor);
    expect([picture.width, picture.height]).toEqual([red.width, red.height]);
    expect(off(picture, RED, { x: 90, y: 2, width: 108, height: 116 })).toBeLessThan(LOSS);
    expect(await heard(visitor.page)).toEqual([]);
  });

  test('an element is reached through the tree; Escape gives the focus back to where it was', async () => {
    await reach('aa');
    await press('Escape');
    const focused = () =>
      visitor.page.evaluate(() =>
        document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'),
      );
    await eventually(focused).toBe('Other ways to add a picture');
    await reach('aa');
    // From what is in the middle of the window, the body, in and along to the second box.
    await press('ArrowDown', 2);
    await press('ArrowRight');
    expect(await said()).toBe('div, Words, 120 by 80');
    await press('Enter');
    await use(visitor);
    const picture = await arrived(browser, visitor);
    expect([picture.width, picture.height]).toEqual([blue.width, blue.height]);
    expect(off(picture, BLUE, { x: 2, y: 30, width: 116, height: 48 })).toBeLessThan(LOSS);
  });
});

describe('with a finger, in a small window', () => {
  beforeEach(async () => {
    visitor = await openForm(browser, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      deviceScaleFactor: 2,
    });
  });

  test('an area is drawn, pulled at its corner, and taken by the button', async () => {
    const { context, page } = visitor;
    const session = await context.newCDPSession(page);
    const slide = async (...points: [number, number][]) => {
      for (const [index, [x, y]] of points.entries())
        await session.send('Input.dispatchTouchEvent', {
          type: index === 0 ? 'touchStart' : 'touchMove',
          touchPoints: [{ x, y }],
        });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await choose(visitor, 'An area of the page');
    await overlay(visitor, '.bar').waitFor();
    await slide([140, 140], [180, 160], [200, 180]);
    await slide([205, 190], [280, 230], [300, 260]);
    expect(await overlay(visitor, '.label').textContent()).toBe('160 × 120');
    for (const part of ['.cancel', '.take']) {
      const box = await overlay(visitor, part).boundingBox();
      expect(box && box.height >= 44 && box.x >= 0 && box.x + box.width <= 360, part).toBe(true);
    }
    await overlay(visitor, '.take').tap();
    await use(visitor);
    const picture = await arrived(browser, visitor);
    expect([picture.width, picture.height]).toEqual([320, 240]);
    expect(off(picture, RED, { x: 4, y: 4, width: 192, height: 72 })).toBeLessThan(LOSS);
    expect(off(picture, WHITE, { x: 208, y: 4, width: 108, height: 232 })).toBeLessThan(LOSS);
    expect(await heard(page)).toEqual([]);
  });
});

test.each([
  ['inputs', false],
  ['text', true],
] as const)('a host that covers all %s: words are covered: %s', async (maskAll, covered) => {
  visitor = await openForm(browser, { attributes: `data-mask-all="${maskAll}"` });
  await panelButton(visitor, 'Add a screenshot').click();
  await use(visitor);
  const picture = await arrived(browser, visitor);
  const words = { x: 40, y: 220, width: 44, height: 18 };
  expect(picture.has(MASK, words)).toBe(covered);
  expect(picture.has(WHITE, words)).toBe(!covered);
});

describe('in Chinese, 360 px wide', () => {
  test.each(['light', 'dark'] as const)(
    'menu, overlay and editor are usable with aids, %s',
    async (colorScheme) => {
      visitor = await openForm(browser, {
        language: 'zh-CN',
        colorScheme,
        viewport: { width: 360, height: 740 },
      });
      const { page, widget } = visitor;
      const hold = async (what: string) =>
        expect.soft(await violations(page, 'wcag', { within: 'hearback-widget' }), what).toEqual([]);
      await panelButton(visitor, '其他添加图片的方式').click();
      await widget.panel.getByRole('menuitem', { name: '框选页面区域' }).waitFor();
      await hold('menu');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await overlay(visitor, '.bar').waitFor();
      await page.keyboard.press('ArrowDown');
      await hold('overlay');
      await page.keyboard.press('Escape');
      const asked = page.waitForEvent('filechooser');
      await panelButton(visitor, '其他添加图片的方式').click();
      await widget.panel.getByRole('menuitem', { name: '选择文件' }).click();
      const buffer = await bluePicture(browser, 300, 200);
      await (await asked).setFiles({ name: 'a.png', mimeType: 'image/png', buffer });
      await widget.editor.getByText('无法自动遮盖').waitFor();
      await hold('editor');
    },
  );
});
