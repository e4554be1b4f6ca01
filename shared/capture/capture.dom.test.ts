import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EngineName } from './capture.ts';
import { captureViewport } from './capture.ts';

const GREEN = [0, 255, 0, 255];
const WHITE = [255, 255, 255, 255];

beforeEach(() => {
  document.body.innerHTML = '<div id="page" style="width:300px;height:200px;background:#00ff00"></div>';
  document.body.style.cssText = 'margin:0';
});
afterEach(() => {
  document.documentElement.removeAttribute('style');
  window.scrollTo(0, 0);
});

function pixel(bitmap: HTMLCanvasElement, x: number, y: number): number[] {
  return [...(bitmap.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])];
}

/** A widget like ours: fixed over the page, drawn in a shadow root whose sheet would ruin the page. */
function widget(): HTMLElement {
  const host = document.createElement('hearback-widget');
  host.attachShadow({
    mode: 'open',
  }).innerHTML = `<style>div{background:#ff0000!important;position:fixed;inset:0}</style><div>Widget</div>`;
  document.body.prepend(host);
  return host;
}

describe.each<EngineName>(['svg', 'html2canvas'])('a picture by %s', (engine) => {
  const engines = [engine];

  test('shows the viewport, as the page stands, and says what it shows', async () => {
    document.body.insertAdjacentHTML('beforeend', '<div style="height:3000px"></div>');
    window.scrollTo(0, 150);
    const outcome = await captureViewport({ engines });
    if (!outcome.ok) throw new Error(outcome.error.detail);
    const { bitmap, scale, viewport, scroll, page, source, elapsedMs } = outcome.value;
    expect({ scroll, source }).toEqual({ scroll: { x: 0, y: 150 }, source: engine });
    expect(viewport).toEqual({
      width: document.documentElement.clientWidth,
      height: document.documentElement.clientHeight,
    });
    expect(page).toEqual({ x: 0, y: 150, ...viewport });
    expect([bitmap.width, bitmap.height]).toEqual([viewport.width * scale, viewport.height * scale]);
    expect(pixel(bitmap, 10, 45)).toEqual(GREEN);
    expect(pixel(bitmap, 10, 55)).toEqual(WHITE);
    expect(elapsedMs).toBeGreaterThan(0);
  });

  test('shows an area of the viewport, cut to what is on screen', async () => {
    document.body.insertAdjacentHTML('beforeend', '<div style="height:3000px"></div>');
    window.scrollTo(0, 150);
    const outcome = await captureViewport({ engines, area: { x: -20, y: 30, width: 120, height: 40 } });
    if (!outcome.ok) throw new Error(outcome.error.detail);
    const { bitmap, scale, page, viewport } = outcome.value;
    expect(page).toEqual({ x: 0, y: 180, width: 100, height: 40 });
    expect([bitmap.width, bitmap.height]).toEqual([100 * scale, 40 * scale]);
    expect(viewport.width).toBe(document.documentElement.clientWidth);
    expect(pixel(bitmap, 10, 15 * scale)).toEqual(GREEN);
    expect(pixel(bitmap, 10, 25 * scale)).toEqual(WHITE);
  });

  test('of an area outside of the viewport is an error', async () => {
    const outcome = await captureViewport({ engines, area: { x: 0, y: 99_999, width: 10, height: 10 } });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'engine-failed' } });
  });

  test('keeps the first margin of a page in its place, and fills the window with the colour of its body', async () => {
    document.body.innerHTML = `<div><h1 style="margin:60px 0 0;width:300px;height:100px;background:#00ff00"></h1></div>`;
    document.body.style.backgroundColor = '#0000ff';
    const outcome = await captureViewport({ engines });
    if (!outcome.ok) throw new Error(outcome.error.detail);
    const { bitmap, scale } = outcome.value;
    expect(pixel(bitmap, 10, 55 * scale)).toEqual([0, 0, 255, 255]);
    expect(pixel(bitmap, 10, 65 * scale)).toEqual(GREEN);
    expect(pixel(bitmap, 10, bitmap.height - 10)).toEqual([0, 0, 255, 255]);
  });

  test('fills the window with the gradient of a short page', async () => {
    document.body.innerHTML = '<div style="height:100px"></div>';
    document.body.style.cssText = 'margin:0;background:linear-gradient(#0000ff, #0000ff)';
    const outcome = await captureViewport({ engines });
    if (!outcome.ok) throw new Error(outcome.error.detail);
    const { bitmap } = outcome.value;
    expect(pixel(bitmap, 10, 10)).toEqual([0, 0, 255, 255]);
    expect(pixel(bitmap, 10, bitmap.height - 10)).toEqual([0, 0, 255, 255]);
  });

  test('leaves excluded elements and their sheets out, and the document as it was', async () => {
    const host = widget();
    const before = document.body.innerHTML;
    const outcome = await captureViewport({ engines, exclude: [host] });
    if (!outcome.ok) throw new Error(outcome.error.detail);
    expect(pixel(outcome.value.bitmap, 10, 10)).toEqual(GREEN);
    expect(document.body.innerHTML).toBe(before);
    expect(document.body.firstElementChild).toBe(host);
  });

  test('is not restyled by the sheets of a shadow root that stays', async () => {
    const host = document.createElement('section');
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<style>div{background:#ff0000!important}</style><i>i</i>';
    document.body.append(host);
    const outcome = await captureViewport({ engines });
    expect(outcome.ok && pixel(outcome.value.bitmap, 10, 10)).toEqual(GREEN);
  });

  test('of an empty page is white, and dark where the page is dark', async () => {
    document.body.innerHTML = '';
    const light = await captureViewport({ engines });
    document.documentElement.style.colorScheme = 'dark';
    const dark = await captureViewport({ engines });
    expect(light.ok && pixel(light.value.bitmap, 5, 5)).toEqual(WHITE);
    expect(dark.ok && pixel(dark.value.bitmap, 5, 5)).toEqual([0x12, 0x12, 0x12, 255]);
  });

  test('is not taken once the user has cancelled', async () => {
    const host = widget();
    const controller = new AbortController();
    const taking = captureViewport({ engines, exclude: [host], signal: controller.signal });
    controller.abort();
    const outcome = await taking;
    expect(outcome).toMatchObject({ ok: false, error: { code: 'aborted' } });
    await expect.poll(() => host.isConnected).toBe(true);
  });
});

test('where the page forbids data images the fallback draws', async () => {
  const doc = await frame(`<meta http-equiv="Content-Security-Policy" content="img-src 'self'">
    <body style="margin:0"><div style="width:200px;height:100px;background:#00ff00">`);
  const outcome = await captureViewport({ document: doc });
  if (!outcome.ok) throw new Error(outcome.error.detail);
  expect(outcome.value.source).toBe('html2canvas');
  expect(pixel(outcome.value.bitmap, 10, 10)).toEqual(GREEN);
});

test('where our own engine throws the fallback draws, and where both throw the widget is back and the error is told', async () => {
  const host = widget();
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = () => {
    throw new Error('no canvas here');
  };
  const outcome = await captureViewport({ exclude: [host] }).finally(() => {
    HTMLCanvasElement.prototype.getContext = original;
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'engine-failed', detail: 'no canvas here' } });
  expect(document.body.firstElementChild).toBe(host);
});

test('where a browser paints nothing but the ground at first, it is asked once more', async () => {
  const original = CanvasRenderingContext2D.prototype.drawImage;
  let frames = 0;
  CanvasRenderingContext2D.prototype.drawImage = function (...args: unknown[]) {
    if (!(args[0] instanceof HTMLImageElement) || frames++ > 0) return Reflect.apply(original, this, args);
    this.fillStyle = '#ffffff';
    this.fillRect(0, 0, this.canvas.width, this.canvas.height);
  };
  const outcome = await captureViewport().finally(() => {
    CanvasRenderingContext2D.prototype.drawImage = original;
  });
  expect(frames).toBe(2);
  expect(outcome).toMatchObject({ ok: true, value: { source: 'svg' } });
  expect(outcome.ok && pixel(outcome.value.bitmap, 10, 10)).toEqual(GREEN);
});

test('in quirks mode the picture is the viewport too, not the whole page', async () => {
  const doc = await frame('<body style="margin:0"><div style="height:3000px;background:#00ff00">', '');
  expect(doc.compatMode).toBe('BackCompat');
  const outcome = await captureViewport({ document: doc });
  expect(outcome.ok && outcome.value.viewport).toMatchObject({ height: 200 });
  expect(outcome.ok && outcome.value.bitmap.height / outcome.value.scale).toBe(200);
});

async function frame(html: string, doctype = '<!doctype html>'): Promise<Document> {
  const element = document.createElement('iframe');
  element.style.cssText = 'width:400px;height:200px;border:0';
  const loaded = new Promise((resolve) => element.addEventListener('load', resolve, { once: true }));
  // A srcdoc is never in quirks mode, so the page comes from an address.
  element.src = URL.createObjectURL(new Blob([doctype, html], { type: 'text/html' }));
  document.body.append(element);
  await loaded;
  if (!element.contentDocument) throw new Error('the frame has no document');
  return element.contentDocument;
}
