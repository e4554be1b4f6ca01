import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaptureOptions, EngineName } from './capture.ts';
import { captureViewport } from './capture.ts';
import type { Capture, Rect } from './types.ts';

/** Everything private in these pages is painted in this colour and nothing else is. */
const SECRET = '#ff00ff';
const MASK = [0x1f, 0x23, 0x28];

beforeEach(() => {
  document.body.innerHTML = '';
  document.body.style.cssText = 'margin:0;background:#fff;font:16px sans-serif';
});
afterEach(() => {
  window.scrollTo(0, 0);
});

describe.each<EngineName>(['svg', 'html2canvas'])('a picture by %s', (engine) => {
  async function take(privateSelectors: string[] = [], more: CaptureOptions = {}): Promise<Picture> {
    const outcome = await captureViewport({ engines: [engine], privateSelectors, ...more });
    if (!outcome.ok) throw new Error(outcome.error.detail);
    expect(outcome.value.source).toBe(engine);
    return read(outcome.value);
  }

  test.each([
    ['a password', `<input type="password" value="hunter2" STYLE>`],
    ['a card number', `<input autocomplete="section-a billing cc-number" value="4111 1111" STYLE>`],
    ['a one-time code', `<input autocomplete="one-time-code" value="123456" STYLE>`],
    [
      'a password shown in clear',
      `<input type="text" autocomplete="current-password" value="hunter2" STYLE>`,
    ],
    ['what the page marks private', `<p data-private STYLE>Ada Lovelace</p>`],
    ['what the host names', `<p class="salary" STYLE>100,000</p>`],
  ])('covers %s with a solid box', async (_, html) => {
    document.body.innerHTML = `<div style="padding:40px">${html.replace('STYLE', secretStyle())}</div>`;
    const target = only('[style*="ff00ff"]').getBoundingClientRect();
    const picture = await take(['.salary']);
    expect(picture.count(SECRET)).toBe(0);
    expect(picture.isUniform(target, MASK)).toBe(true);
    expect(picture.capture.masks).toBe(1);
  });

  test('leaves the rest of the page alone', async () => {
    document.body.innerHTML = `<div style="width:100px;height:100px;background:#00ff00"></div>`;
    const picture = await take();
    expect(picture.count('#00ff00')).toBe(100 * 100 * picture.capture.scale ** 2);
    expect(picture.capture.masks).toBe(0);
  });

  test('covers a private part within an open shadow root', async () => {
    const host = document.createElement('x-card');
    document.body.append(host);
    host.attachShadow({
      mode: 'open',
    }).innerHTML = `<style>p{color:#0000ff}</style><div style="padding:20px"><p data-private ${secretStyle()}>secret</p></div>`;
    const target = host.shadowRoot?.querySelector('p')?.getBoundingClientRect() as DOMRect;
    const picture = await take();
    expect(picture.count(SECRET)).toBe(0);
    expect(picture.isUniform(target, MASK)).toBe(true);
  });

  test('covers what a private shadow wrapper shows through its slot', async () => {
    const host = document.createElement('x-slotted');
    host.innerHTML = `<p ${secretStyle()}>secret</p>`;
    document.body.append(host);
    host.attachShadow({ mode: 'open' }).innerHTML = '<div data-private><slot></slot></div>';
    const picture = await take();
    expect(picture.count(SECRET)).toBe(0);
  });

  test('covers only the visible part of what is scrolled within a box', async () => {
    document.body.innerHTML = `
      <div id="box" style="position:absolute;left:50px;top:50px;width:200px;height:100px;overflow:auto">
        <div style="height:300px"></div>
        <div data-private ${secretStyle('width:150px;height:200px;margin:0')}>secret</div>
      </div>
      <div style="position:absolute;left:50px;top:150px;width:200px;height:100px;background:#00ff00"></div>`;
    only('#box').scrollTop = 250;
    const picture = await take();
    expect(picture.count(SECRET)).toBe(0);
    expect(picture.isUniform({ x: 50, y: 100, width: 150, height: 50 }, MASK)).toBe(true);
    expect(picture.isUniform({ x: 50, y: 150, width: 200, height: 100 }, [0, 255, 0])).toBe(true);
  });

  test('covers a private part at the edge of a scrolled page', async () => {
    document.body.innerHTML = `
      <div style="height:600px"></div>
      <div data-private ${secretStyle('height:200px;margin:0')}>secret</div>
      <div style="height:3000px"></div>`;
    window.scrollTo(0, 700);
    const picture = await take();
    expect(picture.count(SECRET)).toBe(0);
    expect(picture.isUniform({ x: 0, y: 0, width: 200, height: 100 }, MASK)).toBe(true);
    expect(picture.isUniform({ x: 0, y: 101, width: 200, height: 100 }, [255, 255, 255])).toBe(true);
  });

  test('covers every line of a private phrase and what sticks out of a private box', async () => {
    document.body.innerHTML = `
      <p style="width:150px">Known to all <span data-private ${secretStyle('display:inline')}>a private phrase of
      several lines</span> and public again</p>
      <div data-private style="position:relative;width:50px;height:20px">
        <span ${secretStyle('position:absolute;left:300px;top:60px')}>sticks out</span>
      </div>`;
    const target = only('[data-private] span').getBoundingClientRect();
    const picture = await take();
    expect(picture.count(SECRET)).toBe(0);
    expect(picture.isUniform(target, MASK)).toBe(true);
  });

  test('covers a private part that the page moved by a transform', async () => {
    document.body.innerHTML = `<div style="transform:translate(200px, 120px) scale(1.5);width:100px">
      <p data-private ${secretStyle()}>secret</p></div>`;
    const target = only('p').getBoundingClientRect();
    const picture = await take();
    expect(picture.count(SECRET)).toBe(0);
    expect(picture.isUniform(target, MASK)).toBe(true);
  });

  test('covers a private part within a frame of the same origin', async () => {
    const frame = document.createElement('iframe');
    frame.style.cssText =
      'position:absolute;left:60px;top:40px;width:300px;height:150px;border:4px solid #000';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.srcdoc = `<body style="margin:0"><p data-private ${secretStyle('margin:10px')}>secret</p>`;
    document.body.append(frame);
    await loaded;
    const picture = await take();
    expect(picture.count(SECRET)).toBe(0);
  });

  test('shows no mask for a private part that is not visible', async () => {
    document.body.innerHTML = `<input type="password" hidden>
      <div style="visibility:hidden"><input type="password"></div>
      <div style="opacity:0"><input type="password"></div>
      <b style="background:#00ff00">x</b>`;
    expect((await take()).capture.masks).toBe(0);
  });

  test('covers all that people type and choose, where the host asks for it', async () => {
    document.body.innerHTML = ['<input value="Ada" STYLE>', '<textarea STYLE>Ada</textarea>']
      .concat('<select STYLE><option>Ada</select>', '<p contenteditable STYLE>Ada</p>')
      .join('<br>')
      .replaceAll('STYLE', secretStyle());
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p><button style="background:#00ff00;border:0">Go</button>',
    );
    const picture = await take([], { maskInputs: true });
    expect(picture.count(SECRET)).toBe(0);
    expect(picture.count('#00ff00')).toBeGreaterThan(0);
    expect(picture.capture.masks).toBe(4);
  });

  test('covers all text, where the host asks for it, and leaves what is not text', async () => {
    document.body.innerHTML = `<style>.after::after { content: 'generated' }</style>
      <div style="color:${SECRET};padding:20px;border-left:30px solid #00ff00;width:200px">
        A text <i>of several</i> lines, which no picture may show
        <ul><li class="after">listed</ul><button style="color:${SECRET}">Send</button><x-in></x-in></div>`;
    only('x-in').attachShadow({ mode: 'open' }).innerHTML = `<b style="color:${SECRET}">within</b>`;
    const target = only('i').getBoundingClientRect();
    const picture = await take([], { maskText: true });
    expect(picture.count(SECRET)).toBe(0);
    expect(picture.isUniform(target, MASK)).toBe(true);
    expect(picture.count('#00ff00')).toBeGreaterThan(30 * 100);
  });

  test('covers all text, whatever a page says of how it looks', async () => {
    document.body.innerHTML = `<p style="font-size:50px;-webkit-text-fill-color:${SECRET}!important;text-shadow:300px 100px ${SECRET}!important">inline
      <svg width="200" height="60"><text y="50" style="fill:${SECRET}!important">drawn</text></svg></p><x-shade></x-shade>`;
    only('x-shade').attachShadow({ mode: 'open' }).innerHTML =
      `<style>p{font-size:50px;-webkit-text-fill-color:${SECRET};text-shadow:300px 100px ${SECRET}}
      p::after{content:'after'}</style><p>within</p>`;
    expect((await take([], { maskText: true })).count(SECRET)).toBe(0);
  });

  test('shows nothing of a private part that the page makes visible', async () => {
    const pseudo = `content:attr(data-note) 'secret';position:absolute;left:400px;top:300px;visibility:visible!important;color:${SECRET};background:${SECRET}`;
    document.body.innerHTML = `<style>.note::before{${pseudo}}
      @keyframes seen { from { visibility:visible } to { visibility:visible } } .seen { animation:seen 9s }</style>
      <p data-private class="note" data-note="secret">x</p><div data-private class="seen" ${secretStyle('height:20px')}></div><x-noted></x-noted>`;
    only('x-noted').attachShadow({ mode: 'open' }).innerHTML =
      `<style>.note::before{${pseudo}}</style><p data-private class="note" data-note="secret">x</p>`;
    expect((await take()).count(SECRET)).toBe(0);
  });

  test('does not draw letters where the page shows dots', async () => {
    document.body.innerHTML =
      '<p style="-webkit-text-security:disc;font:80px/100px sans-serif;margin:0">llll</p>';
    const aboveDots = { x: 0, y: 15, width: 300, height: 20 };
    expect((await take()).isUniform(aboveDots, [255, 255, 255])).toBe(true);
    only<HTMLElement>('p').style.setProperty('-webkit-text-security', 'none');
    expect((await take()).isUniform(aboveDots, [255, 255, 255])).toBe(false);
  });

  test('of an area has the masks of that area in their places', async () => {
    document.body.innerHTML = `<div style="height:40px"></div><p data-private ${secretStyle('margin:0 0 0 60px;height:80px')}>secret</p>`;
    const { capture, ...picture } = await take([], { area: { x: 50, y: 30, width: 120, height: 60 } });
    expect(picture.count(SECRET)).toBe(0);
    expect([capture.bitmap.width, capture.bitmap.height]).toEqual([120 * capture.scale, 60 * capture.scale]);
    expect(picture.isUniform({ x: 10, y: 10, width: 110, height: 50 }, MASK)).toBe(true);
    expect(picture.isUniform({ x: 0, y: 0, width: 120, height: 10 }, [255, 255, 255])).toBe(true);
  });

  test('gives nothing away where the page changes while it is being read', async () => {
    document.body.innerHTML = `<div id="push" style="height:10px"></div><p data-private ${secretStyle()}>secret</p>`;
    const taking = take();
    let height = 10;
    const timer = setInterval(() => {
      height += 15;
      only<HTMLElement>('#push').style.height = `${height}px`;
    }, 1);
    const picture = await taking.finally(() => clearInterval(timer));
    expect(picture.count(SECRET)).toBe(0);
  });
});

const secretStyle = (more = '') =>
  `style="background:${SECRET};color:${SECRET};border:0;border-color:${SECRET};width:200px;${more}"`;

function only<E extends Element = Element>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

interface Picture {
  readonly capture: Capture;
  /** Pixels of exactly this colour, or so near that it shows through. */
  count(colour: string): number;
  /** Whether an area in CSS pixels is of one colour, the pixels its edge cuts aside. */
  isUniform(area: Rect, rgb: readonly number[]): boolean;
}

function read(capture: Capture): Picture {
  const { bitmap } = capture;
  const context = bitmap.getContext('2d');
  if (!context) throw new Error('no context');
  const near = (data: Uint8ClampedArray, at: number, rgb: readonly number[], tolerance: number) =>
    rgb.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) <= tolerance);
  return {
    capture,
    count(colour) {
      const rgb = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) if (near(data, at, rgb, 60)) count++;
      return count;
    },
    isUniform(area, rgb) {
      const left = Math.ceil(area.x * capture.scale);
      const top = Math.ceil(area.y * capture.scale);
      const width = Math.floor((area.x + area.width) * capture.scale) - left;
      const height = Math.floor((area.y + area.height) * capture.scale) - top;
      const { data } = context.getImageData(left, top, width, height);
      for (let at = 0; at < data.length; at += 4) if (!near(data, at, rgb, 0)) return false;
      return width > 0 && height > 0;
    },
  };
}
