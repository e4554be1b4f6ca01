import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import strings from '../../i18n/pick/en.ts';
import type { Rect } from '../types.ts';
import { pickArea } from './area.ts';
import { pickElement } from './element.ts';
import type { PickOptions } from './options.ts';

let stop: AbortController;
let heard: string[];
let listening: AbortController;
beforeEach(() => {
  document.body.innerHTML = `
    <style>html,body{margin:0} main{padding:20px} #a,#b{display:inline-block;width:100px;height:40px;margin:0}</style>
    <main><button id="a">Save <i>all</i></button><button id="b">Other</button></main>`;
  stop = new AbortController();
  listening = new AbortController();
  heard = [];
  for (const type of 'pointerdown pointerup mousedown mouseup click keydown keyup focusout mouseout wheel'.split(
    ' ',
  ))
    document.addEventListener(type, () => heard.push(type), { capture: true, signal: listening.signal });
});
afterEach(async () => {
  stop.abort();
  listening.abort();
  // The rest of the click that ended the picking is swallowed until the end of its task.
  await new Promise((resolve) => setTimeout(resolve));
  for (const sheet of document.querySelectorAll('[data-hostile]')) sheet.remove();
});

const host = () => document.querySelector('hearback-pick');
const part = <Kind extends HTMLElement = HTMLElement>(selector: string): Kind => {
  const found = host()?.shadowRoot?.querySelector<Kind>(selector);
  if (!found) throw new Error(`the overlay has no ${selector}`);
  return found;
};
const options = (more: Partial<PickOptions> = {}): PickOptions => ({
  parent: document.documentElement,
  strings,
  signal: stop.signal,
  ...more,
});
const boxOf = (selector: string): Rect => {
  const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
  return { x, y, width, height };
};

/** As a browser would tell the overlay; where a finger or a mouse really is cannot be said from inside a page. */
function pointer(type: string, x: number, y: number, pointerType = 'mouse') {
  const stage = part('.stage');
  stage.setPointerCapture = () => {};
  const init = { clientX: x, clientY: y, pointerType, isPrimary: true, bubbles: true, composed: true };
  stage.dispatchEvent(new PointerEvent(type, { ...init, cancelable: true }));
}
function drag(from: [number, number], to: [number, number], pointerType = 'mouse') {
  pointer('pointerdown', ...from, pointerType);
  pointer('pointermove', ...to, pointerType);
  pointer('pointerup', ...to, pointerType);
}

describe('an area', () => {
  test('is what a mouse draws, taken when it is let go, and the overlay is gone', async () => {
    const picked = pickArea(options());
    pointer('pointerdown', 300, 200);
    pointer('pointermove', 100, 50);
    expect(part('.label').textContent).toBe('200 × 150');
    pointer('pointerup', 100, 50);
    expect(await picked).toEqual({ x: 100, y: 50, width: 200, height: 150 });
    expect(host()).toBeNull();
  });

  test('is not taken by a click', async () => {
    const picked = pickArea(options());
    drag([100, 100], [102, 103]);
    expect(host()).not.toBeNull();
    drag([100, 100], [150, 160]);
    expect(await picked).toEqual({ x: 100, y: 100, width: 50, height: 60 });
  });

  test('that a finger drew stands, is pulled at a corner, moved, and taken by the button', async () => {
    const picked = pickArea(options());
    expect(part('.take').hidden).toBe(true);
    drag([100, 100], [300, 200], 'touch');
    drag([310, 205], [400, 300], 'touch');
    drag([200, 150], [210, 170], 'touch');
    part('.take').click();
    expect(await picked).toEqual({ x: 110, y: 120, width: 300, height: 200 });
  });

  test('is moved, resized and taken by keyboard, and each step is said', async () => {
    const picked = pickArea(options());
    await userEvent.keyboard('{ArrowDown}');
    const { innerWidth: width, innerHeight: height } = window;
    const start = { x: Math.round(width / 4), y: Math.round(height / 4) };
    await userEvent.keyboard('{ArrowLeft}{Shift>}{ArrowDown}{/Shift}{Alt>}{ArrowRight}{/Alt}');
    expect(part('.said').textContent).toContain(`${start.x - 1} from the left, ${start.y + 10} from the top`);
    await userEvent.keyboard('{Enter}');
    expect(await picked).toEqual({
      x: start.x - 1,
      y: start.y + 10,
      width: Math.round(width / 2) + 1,
      height: Math.round(height / 2),
    });
  });

  test('ends inside the window when it is drawn beyond its edge', async () => {
    const picked = pickArea(options());
    drag([10, 10], [-500, 9000]);
    expect(await picked).toEqual({ x: 0, y: 10, width: 10, height: window.innerHeight - 10 });
  });
});

describe('an element', () => {
  test('under the mouse is outlined with its name and size, and taken by a click', async () => {
    const picked = pickElement(options());
    pointer('pointermove', 150, 40);
    expect(part('.label').textContent).toBe('button  100 × 40');
    const { x, y } = boxOf('#b');
    part('.stage').dispatchEvent(
      new PointerEvent('click', { clientX: x + 5, clientY: y + 5, bubbles: true, composed: true }),
    );
    expect(await picked).toEqual(boxOf('#b'));
  });

  test('is found by walking the tree', async () => {
    document.querySelector<HTMLElement>('#a')?.focus();
    const picked = pickElement(options());
    await userEvent.keyboard('{ArrowDown}');
    expect(part('.said').textContent).toBe('button, Save all, 100 by 40');
    await userEvent.keyboard('{ArrowDown}');
    expect(part('.label').textContent).toMatch(/^i /);
    await userEvent.keyboard('{ArrowUp}{ArrowRight}');
    expect(part('.said').textContent).toBe('button, Other, 100 by 40');
    await userEvent.keyboard('{ArrowRight}');
    expect(part('.said').textContent).toBe('button, Other, 100 by 40');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(await picked).toEqual(boxOf('main'));
  });

  test('in an open shadow root is found, and one of ours is not', async () => {
    const own = document.createElement('div');
    own.style.cssText = 'position:fixed;inset:0;z-index:9';
    const shadow = document.createElement('section');
    shadow.style.cssText = 'display:block;position:absolute;left:0;top:100px';
    shadow.attachShadow({ mode: 'open' }).innerHTML =
      '<b style="display:block;width:50px;height:20px">b</b><slot></slot>';
    shadow.innerHTML = '<u>slotted</u>';
    document.body.append(shadow, own);
    const picked = pickElement(options({ ignore: (element) => element === own }));
    pointer('pointermove', 10, 110);
    expect(part('.label').textContent).toBe('b  50 × 20');
    await userEvent.keyboard('{ArrowRight}');
    expect(part('.label').textContent).toMatch(/^u /);
    await userEvent.keyboard('{ArrowUp}');
    expect(part('.label').textContent).toMatch(/^section /);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(await picked).toEqual({ x: 0, y: 100, width: 50, height: 20 });
  });

  test('is found on a page of which everything is positioned, and which has no height itself', async () => {
    document.body.innerHTML = `<main><b style="position:absolute;left:0;top:0;width:9px;height:9px"></b>
      <i style="position:absolute;left:20px;top:0;width:30px;height:9px"></i></main>`;
    const picked = pickElement(options());
    await userEvent.keyboard('{ArrowDown}');
    expect(part('.label').textContent).toBe(`body  ${innerWidth} × ${innerHeight}`);
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowUp}{ArrowDown}{ArrowRight}{Enter}');
    expect(await picked).toEqual({ x: 20, y: 0, width: 30, height: 9 });
  });

  test('touched is outlined and taken by the button', async () => {
    const picked = pickElement(options());
    const { x, y } = boxOf('#a');
    drag([x + 3, y + 3], [x + 3, y + 3], 'touch');
    part('.take').click();
    expect(await picked).toEqual(boxOf('#a'));
  });

  test('that reaches beyond the window is cut to what is on screen', async () => {
    document.body.insertAdjacentHTML('beforeend', '<div style="height:5000px" id="long"></div>');
    const { y } = boxOf('#long');
    const picked = pickElement(options());
    pointer('pointermove', 50, window.innerHeight - 5);
    await userEvent.keyboard('{Enter}');
    expect(await picked).toMatchObject({ x: 0, y, height: window.innerHeight - y });
  });
});

describe.each([
  ['area', pickArea],
  ['element', pickElement],
])('the overlay for an %s', (_, pick) => {
  test('keeps keys and clicks from the page, and gives the focus back without its hearing of it', async () => {
    const button = document.querySelector<HTMLElement>('#a');
    button?.focus();
    heard.length = 0;
    const picked = pick(options());
    expect(host()?.shadowRoot?.activeElement).toBe(part('.stage'));
    pointer('pointerdown', 50, 50);
    pointer('pointerup', 50, 50);
    await userEvent.keyboard('k{ArrowDown}');
    await userEvent.click(part('.words'));
    await userEvent.keyboard('{Escape}');
    expect(await picked).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(heard).toEqual([]);
    await userEvent.keyboard('k');
    expect(heard).toEqual(['keydown', 'keyup']);
  });

  test('is cancelled by its button, which Tab leads to and never out', async () => {
    const picked = pick(options());
    await userEvent.keyboard('{Tab}');
    expect(host()?.shadowRoot?.activeElement).toBe(part('.cancel'));
    await userEvent.keyboard('{Tab}');
    expect(host()?.shadowRoot?.activeElement).toBe(part('.stage'));
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
    expect(await picked).toBeNull();
    expect(host()).toBeNull();
  });

  test('is gone when the signal ends, and never comes when it has ended', async () => {
    const picked = pick(options());
    stop.abort();
    expect(await picked).toBeNull();
    expect(await pick(options())).toBeNull();
    expect(host()).toBeNull();
  });

  test('stands above a modal dialog of the page, which stays open, and can be used there', async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<dialog style="padding:0;border:0;position:fixed;inset:0 auto auto 0;margin:0"><p id="in" style="margin:0;width:90px;height:30px">In</p></dialog>',
    );
    const dialog = document.querySelector('dialog');
    dialog?.showModal();
    const picked = pick(options());
    expect(host()?.shadowRoot?.activeElement).toBe(part('.stage'));
    expect(host()?.shadowRoot?.elementFromPoint(10, 10)).toBe(part('.stage'));
    if (pick === pickElement) {
      pointer('pointermove', 10, 10);
      expect(part('.label').textContent).toBe('p  90 × 30');
    } else drag([0, 0], [90, 30]);
    await userEvent.keyboard('{Enter}');
    expect(await picked).toEqual({ x: 0, y: 0, width: 90, height: 30 });
    expect(dialog?.open).toBe(true);
  });

  test('stands above a popover of the page and does not close it', async () => {
    document.body.insertAdjacentHTML('beforeend', '<div popover id="menu" style="inset:0">Menu</div>');
    const menu = document.querySelector<HTMLElement>('#menu');
    menu?.showPopover();
    const picked = pick(options());
    expect(host()?.shadowRoot?.elementFromPoint(10, 10)).toBe(part('.stage'));
    await userEvent.keyboard('{Escape}');
    expect(await picked).toBeNull();
    expect(menu?.matches(':popover-open')).toBe(true);
  });

  test('covers a page whose styles are hostile, to the last pixel', async () => {
    const sheet = document.createElement('style');
    sheet.dataset.hostile = '';
    sheet.textContent = `* { all: unset !important } hearback-pick, hearback-pick * { display: none !important;
      position: static !important; transform: scale(.1) !important; visibility: hidden !important }`;
    document.head.append(sheet);
    const picked = pick(options());
    const { x, y, width, height } = part('.layer').getBoundingClientRect();
    expect({ x, y, width, height }).toEqual({
      x: 0,
      y: 0,
      width: window.innerWidth,
      height: window.innerHeight,
    });
    expect(part('.cancel').checkVisibility({ visibilityProperty: true })).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(await picked).toBeNull();
  });

  test.each([
    [320, 256],
    [1280, 800],
  ])('has its bar inside a window of %i × %i', async (width, height) => {
    await page.viewport(width, height);
    const picked = pick(options());
    await userEvent.keyboard('{ArrowDown}');
    for (const each of ['.bar', '.cancel', '.take']) {
      const { left, top, right, bottom } = part(each).getBoundingClientRect();
      expect([left >= 0, top >= 0, right <= width, bottom <= height], each).toEqual([true, true, true, true]);
    }
    await userEvent.keyboard('{Escape}');
    expect(await picked).toBeNull();
    await page.viewport(1280, 800);
  });
});
