import { afterEach, expect, test } from 'vitest';
import { privacyTest } from '../../../../masks/select.ts';
import { drawWithSvg } from '../../engine.ts';

let frame: HTMLIFrameElement;
afterEach(() => frame.remove());

/** The page as pixels, drawn by scrollers that begin where the page's stand, or by moving what is in them. */
async function pixels(beginsAnywhere: boolean): Promise<Uint32Array> {
  const doc = frame.contentDocument;
  if (!doc) throw new Error('the frame has no document');
  const task = {
    document: doc,
    exclude: [],
    isPrivate: privacyTest(),
    maskText: false,
    scale: 1,
    signal: new AbortController().signal,
  };
  const { bitmap } = await drawWithSvg(task, 0, beginsAnywhere);
  const image = bitmap.getContext('2d')?.getImageData(0, 0, bitmap.width, bitmap.height);
  return new Uint32Array(image?.data.buffer ?? new ArrayBuffer(0));
}

const LINES = Array.from({ length: 30 }, (_, line) => `<p>line ${line} of some length</p>`).join('');
const STYLE = `<!doctype html><style>
  body { margin: 10px; font: 15px/1.4 sans-serif }
  .box { height: 150px; width: 220px; overflow: auto; border: 2px solid; padding: 5px; background: #eef }
  .wide { width: 700px; background: linear-gradient(90deg, red, blue) }
  .stays { position: sticky; top: 0; background: gold }
  .pin { position: absolute; left: 20px; top: 160px; background: violet }
</style>`;

test.each([
  ['the page, down and across', `<div style="width:2000px">${LINES}</div><b class="pin">pin</b>`],
  [
    'the page with sticky parts and fixed ones',
    `<div class="stays">head</div>${LINES}<i style="position:fixed;right:0;bottom:0">fixed</i>`,
  ],
  [
    'a box with a sticky head and an absolute part',
    `<div class="box" style="position:relative"><div class="stays">head</div>${LINES}<div><b class="pin">pin</b></div></div>`,
  ],
  ['a box across', `<div class="box">some text<div class="wide">wide<p>text</p></div><i>inline</i></div>`],
  [
    'long lines of code',
    `<pre class="box">${'a long line of code '.repeat(9)}\n<b>bold ${'words '.repeat(30)}</b>${'\nline'.repeat(20)}</pre>`,
  ],
  [
    'a column of flex items',
    `<div class="box" style="display:flex;flex-direction:column;gap:3px"><div class="stays">head</div>${LINES}</div>`,
  ],
  ['a grid', `<div class="box" style="display:grid;grid-template-columns:300px 300px">${LINES}</div>`],
  ['a box within a box', `<div class="box">${LINES}<div class="box">${LINES}</div></div>`],
  ['from right to left', `<div class="box" dir="rtl"><div class="wide">wide</div>${LINES}</div>`],
])('without scrollers that begin anywhere %s looks the same', async (_, body) => {
  frame = document.createElement('iframe');
  frame.style.cssText = 'width:400px;height:300px;border:0';
  frame.srcdoc = STYLE + body;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const doc = frame.contentDocument;
  frame.contentWindow?.scrollTo(60, 130);
  for (const box of doc?.querySelectorAll('.box') ?? [])
    box.scrollTo(box.matches('[dir=rtl]') ? -90 : 90, 110);
  const [native, shifted] = [await pixels(true), await pixels(false)];
  expect(native.length).toBe(shifted.length);
  let off = 0;
  for (const [at, pixel] of native.entries()) if (pixel !== shifted[at]) off++;
  expect(off).toBe(0);
});
