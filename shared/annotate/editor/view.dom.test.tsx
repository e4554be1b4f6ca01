import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import zh from '../../i18n/annotate/zh-CN.ts';
import {
  box,
  button,
  find,
  frame,
  latestShapes,
  mount,
  pointer,
  press,
  shownZoom,
  spoken,
  stage,
  svg,
  theHost,
} from './mounted.tsx';

const corner = () => svg().getBoundingClientRect();

function wheel(deltaX: number, deltaY: number, more: WheelEventInit = {}): boolean {
  const event = new WheelEvent('wheel', {
    deltaX,
    deltaY,
    clientX: 500,
    clientY: 350,
    bubbles: true,
    cancelable: true,
    ...more,
  });
  stage().dispatchEvent(event);
  return event.defaultPrevented;
}

describe('the wheel', () => {
  test('with Ctrl zooms around the pointer', async () => {
    await mount();
    // One that is seen whole stays in the middle.
    for (let i = 0; i < 4; i++) wheel(0, -100, { ctrlKey: true });
    await expect.poll(shownZoom).toBeGreaterThan(2);
    const before = shownZoom();
    const point = () => (500 - corner().left) / shownZoom();
    const below = point();
    expect(wheel(0, -100, { ctrlKey: true })).toBe(true);
    await expect.poll(shownZoom).toBeGreaterThan(before * 1.2);
    expect(point()).toBeCloseTo(below, 0);
  });

  test('moves an enlarged picture, and is left to the page where all of it is seen', async () => {
    await mount();
    expect(wheel(0, 40)).toBe(false);
    for (let i = 0; i < 4; i++) wheel(0, -100, { ctrlKey: true });
    await expect.poll(shownZoom).toBeGreaterThan(2);
    const { top } = corner();
    expect(wheel(0, 40)).toBe(true);
    await expect.poll(() => Math.round(top - corner().top)).toBe(40);
  });
});

test('Space and a drag move the picture and draw nothing; so does the middle button', async () => {
  await mount();
  for (let i = 0; i < 4; i++) wheel(0, -100, { ctrlKey: true });
  await expect.poll(shownZoom).toBeGreaterThan(2);
  stage().focus();
  const { left } = corner();
  const at = (x: number) => ({ clientX: x, clientY: 300 });
  await press('{ >}');
  pointer('pointerdown', 0, 0, at(500));
  pointer('pointermove', 0, 0, at(450));
  pointer('pointerup', 0, 0, at(450));
  await press('{/ }');
  await expect.poll(() => Math.round(left - corner().left)).toBe(50);
  pointer('pointerdown', 0, 0, { ...at(500), button: 1, buttons: 4 });
  pointer('pointermove', 0, 0, { ...at(470), buttons: 4 });
  pointer('pointerup', 0, 0, { ...at(470), button: 1 });
  await expect.poll(() => Math.round(left - corner().left)).toBe(80);
  expect(latestShapes()).toEqual([]);
});

test('a mark that Tab comes to is brought into sight', async () => {
  await mount([{ ...box, x: 780, width: 20 }]);
  for (let i = 0; i < 8; i++) wheel(0, -100, { ctrlKey: true, clientX: 300 });
  await expect.poll(() => corner().right).toBeGreaterThan(2000);
  stage().focus();
  await userEvent.tab();
  await expect.poll(() => find('.hb-annotate-handle-e').getBoundingClientRect().right).toBeLessThan(1200);
});

describe('the layout', () => {
  test('shows the whole picture, and again when the room changes', async () => {
    await mount();
    theHost().style.inset = '0 auto auto 0';
    theHost().style.inlineSize = '320px';
    theHost().style.blockSize = '256px';
    await expect.poll(() => corner().width).toBeLessThan(320);
    expect(corner().width / corner().height).toBeCloseTo(2);
    expect(stage().clientHeight).toBeGreaterThan(190);
    const toolbar = find('.hb-annotate-toolbar');
    expect(toolbar.scrollWidth).toBeLessThanOrEqual(toolbar.clientWidth);
  });

  test('shows all tools at once on a phone held upright', async () => {
    await mount([], { window: [320, 560] });
    for (const name of ['select', 'crop', 'redo', 'more']) {
      const { left, right, bottom } = button(name).getBoundingClientRect();
      expect([left >= 0, right <= 320, bottom <= 560]).toEqual([true, true, true]);
    }
  });

  test('closes the panel by Escape or a press on the picture, before anything else hears of it', async () => {
    const root = await mount([], { window: [360, 640] });
    let heard = 0;
    root.host.addEventListener('keydown', () => heard++);
    button('more').click();
    await expect.poll(() => button('more').ariaExpanded).toBe('true');
    expect(button('more').matches(':focus')).toBe(true);
    stage().focus();
    await press('{Escape}');
    await expect.poll(() => button('more').ariaExpanded).toBe('false');
    expect([heard, button('more').matches(':focus')]).toEqual([0, true]);
    button('more').click();
    await expect.poll(() => button('more').ariaExpanded).toBe('true');
    pointer('pointerdown', 100, 100);
    pointer('pointerup', 100, 100);
    await expect.poll(() => button('more').ariaExpanded).toBe('false');
  });

  test('keeps the tool in hand in sight in a row that scrolls', async () => {
    await mount([], { window: [360, 360] });
    stage().focus();
    await press('c');
    const row = find('[data-group="tools"]').getBoundingClientRect();
    await expect.poll(() => button('crop').getBoundingClientRect().right).toBeLessThanOrEqual(row.right);
  });

  test('from right to left has its tools at the right and its arrow keys turned', async () => {
    await mount([], { strings: zh });
    theHost().dir = 'rtl';
    const x = (name: string) => button(name).getBoundingClientRect().left;
    expect(x('select')).toBeGreaterThan(x('crop'));
    button('select').focus();
    await press('{ArrowLeft}');
    expect(button('box').matches(':focus')).toBe(true);
    pointer('pointerdown', 100, 100);
    pointer('pointermove', 200, 150);
    pointer('pointerup', 200, 150);
    await frame();
    await expect.poll(spoken).toMatch(/^已添加方框，位置 100, 100，宽 100，高 50/);
  });
});
