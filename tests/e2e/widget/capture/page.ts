// A page with two boxes in known places, and what a visitor does with the widget on it to send a picture.
import type { Browser, Locator } from 'playwright';
import { expect } from 'vitest';
import { demoProjectKey } from '../../../../supabase/local/demo.ts';
import { stack } from '../../../support/callers.ts';
import { type Area, decode, type Pixels } from '../../support/picture.ts';
import { conversationsOf, storedPicture } from '../stored.ts';
import { tokenHash, type Visit, type VisitOptions, visit } from '../visit.ts';

export const RED = [220, 20, 20] as const;
export const BLUE = [20, 20, 220] as const;
export const WHITE = [255, 255, 255] as const;
export const MASK = [31, 35, 40] as const;
/** What a lossy picture may do to a colour. */
export const LOSS = 16;
export const notCovered = 'Private fields could not be covered';
export const red: Area = { x: 40, y: 60, width: 200, height: 120 };
export const blue: Area = { x: 40, y: 220, width: 120, height: 80 };

/** A red box with something private in it, a blue one with a word, `more` behind them, and a record of all that the page hears. */
export const body = (
  attributes = '',
  more = '',
) => `<!doctype html><html lang="en"><head><title>A page</title>
  <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/strange.css"></head><body>
  <main><div id="red" tabindex="0"><div id="secret" data-private></div></div><div id="blue">Words</div></main>${more}
  <script src="/strange.js"></script>
  <script async src="/hearback/hearback.js" data-project="${demoProjectKey}" data-api="${stack().apiUrl}" ${attributes}></script>
  </body></html>`;

const files = {
  '/strange.css': `body{margin:0;background:#fff;font:16px sans-serif} main div{position:absolute}
    #red{left:40px;top:60px;width:200px;height:120px;background:rgb(220,20,20)}
    #blue{left:40px;top:220px;width:120px;height:80px;background:rgb(20,20,220);color:#fff}
    #secret{left:20px;top:20px;width:60px;height:40px;background:#0f0}`,
  '/strange.js': `window.heard=[];
    for(const type of ['pointerdown','mousedown','mouseup','click','keydown','keyup','touchstart'])
      document.addEventListener(type,(event)=>{if(event.target.localName!=='hearback-widget')heard.push(type)},true)`,
};

export type OpenOptions = Omit<VisitOptions, 'html'> & {
  attributes?: string;
  more?: string;
  headers?: Record<string, string>;
};

/** A visitor with the form before him and a text in it. */
export async function openForm(browser: Browser, options: OpenOptions = {}): Promise<Visit> {
  const { attributes, more, headers = {}, ...rest } = options;
  const visitor = await visit(browser, { html: { body: body(attributes, more), headers, files }, ...rest });
  await visitor.widget.launcher.click();
  await visitor.widget.panel.getByRole('button', { name: /^(Report a problem|反馈问题)/ }).click();
  await visitor.widget.text.fill('Look at this');
  return visitor;
}

export const panelButton = ({ widget }: Visit, name: string): Locator =>
  widget.panel.getByRole('button', { name, exact: true });

export async function choose(visitor: Visit, way: string): Promise<void> {
  await panelButton(visitor, 'Other ways to add a picture').click();
  await visitor.widget.panel.getByRole('menuitem', { name: way, exact: true }).click();
}

/** Hands files to the browser's own window for choosing them. */
export async function chooseFiles(
  visitor: Visit,
  given: readonly Buffer[],
  name = 'holiday.png',
): Promise<void> {
  const asked = visitor.page.waitForEvent('filechooser');
  await choose(visitor, 'Choose a file');
  await (await asked).setFiles(given.map((buffer) => ({ name, mimeType: 'image/png', buffer })));
}

/** A part of the overlay in which an area or an element is chosen. */
export const overlay = ({ page }: Visit, part: string): Locator => page.locator(`hearback-pick ${part}`);

export const use = ({ widget }: Visit): Promise<void> =>
  widget.editor.getByRole('button', { name: 'Use picture' }).click();

/** Sends the message and opens the picture that lies in Storage afterwards. */
export async function arrived(browser: Browser, visitor: Visit): Promise<Pixels> {
  await panelButton(visitor, 'Edit picture 1').waitFor();
  await panelButton(visitor, 'Send').click();
  await visitor.widget.panel.getByRole('heading', { name: /^Received/ }).waitFor();
  const [conversation] = await conversationsOf(await tokenHash(visitor.page));
  expect(conversation?.attachments).toHaveLength(1);
  return decode(browser, await storedPicture(conversation?.attachments[0]?.path ?? ''));
}

/** How far the pixel of the area that is farthest from a colour is from it, in its worst channel: 0 to 255. */
export function off(picture: Pixels, colour: readonly number[], area: Area): number {
  let worst = 0;
  for (let y = Math.ceil(area.y); y < Math.floor(area.y + area.height); y++)
    for (let x = Math.ceil(area.x); x < Math.floor(area.x + area.width); x++)
      for (const [channel, value] of colour.entries()) {
        const seen = picture.data[(y * picture.width + x) * 4 + channel] ?? Number.NaN;
        worst = Math.max(worst, Math.abs(value - seen));
      }
  return worst;
}

/** A blue picture, made by the browser. */
export async function bluePicture(browser: Browser, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(
    ([wide, high]) => {
      const canvas = document.createElement('canvas');
      canvas.width = wide;
      canvas.height = high;
      const context = canvas.getContext('2d');
      if (context) context.fillStyle = 'rgb(20,20,220)';
      context?.fillRect(0, 0, wide, high);
      return canvas.toDataURL().slice('data:image/png;base64,'.length);
    },
    [width, height] as const,
  );
  await page.close();
  return Buffer.from(base64, 'base64');
}
