import { expect, test } from 'vitest';
import {
  box,
  button,
  expectNear,
  find,
  frame,
  latestShapes,
  mount,
  pointer,
  shownZoom,
  stage,
  svg,
} from './mounted.tsx';

const first = { pointerType: 'touch' };
const second = { pointerType: 'touch', pointerId: 8, isPrimary: false };

test('drawing does not scroll the page', async () => {
  await mount();
  expect(getComputedStyle(stage()).touchAction).toBe('none');
});

test('a finger draws', async () => {
  await mount();
  pointer('pointerdown', 100, 50, first);
  pointer('pointermove', 200, 150, first);
  pointer('pointerup', 200, 150, first);
  await expect.poll(latestShapes).toHaveLength(1);
  expectNear(latestShapes()[0], { x: 100, y: 50, width: 100, height: 100 });
});

test('two fingers zoom, and drop the stroke that the first had begun', async () => {
  await mount([], { tool: 'pen' });
  const before = shownZoom();
  pointer('pointerdown', 200, 200, first);
  pointer('pointermove', 210, 200, first);
  pointer('pointerdown', 410, 200, second);
  pointer('pointermove', 610, 200, second);
  await expect.poll(shownZoom).toBeCloseTo(before * 2, 1);
  pointer('pointerup', 610, 200, second);
  pointer('pointermove', 300, 300, first);
  pointer('pointerup', 300, 300, first);
  await frame();
  expect(latestShapes()).toEqual([]);
});

test('two fingers move the picture', async () => {
  await mount();
  button('zoomIn').click();
  button('zoomIn').click();
  button('zoomIn').click();
  await expect.poll(shownZoom).toBeCloseTo(1.25 ** 3, 3);
  const { left } = svg().getBoundingClientRect();
  const at = (x: number) => ({ clientX: x, clientY: 300 });
  pointer('pointerdown', 0, 0, { ...first, ...at(400) });
  pointer('pointerdown', 0, 0, { ...second, ...at(500) });
  pointer('pointermove', 0, 0, { ...first, ...at(430) });
  pointer('pointermove', 0, 0, { ...second, ...at(530) });
  await expect.poll(() => Math.round(svg().getBoundingClientRect().left - left)).toBe(30);
});

test('a hand beside the pen does nothing, and the pen takes over from it', async () => {
  await mount([], { tool: 'pen' });
  const pen = { pointerType: 'pen', pointerId: 9, pressure: 0.8 };
  pointer('pointerdown', 600, 300, first);
  pointer('pointermove', 610, 310, first);
  pointer('pointerdown', 100, 100, pen);
  pointer('pointerdown', 650, 300, second);
  pointer('pointermove', 700, 350, second);
  pointer('pointermove', 200, 100, pen);
  pointer('pointerup', 200, 100, pen);
  await expect.poll(latestShapes).toMatchObject([{ kind: 'pen' }]);
  const [stroke] = latestShapes();
  if (stroke?.kind !== 'pen') throw new Error('no stroke');
  expectNear({ ...stroke.points }, { 0: 100, 1: 100 });
  expect(stroke.points[2]).toBe(0.8);
});

test('a drag that the system takes away leaves nothing', async () => {
  await mount([box]);
  pointer('pointerdown', 400, 50, first);
  pointer('pointermove', 600, 150, first);
  await frame();
  pointer('pointercancel', 600, 150, first);
  pointer('pointerup', 600, 150, first);
  await frame();
  expect(latestShapes()).toEqual([box]);
  expect(svg().querySelectorAll('.hb-annotate-shape')).toHaveLength(1);
});

test('on a phone the tools stand below in two rows, and the picture has most of the room', async () => {
  await mount([], { window: [360, 640] });
  const bar = find('.hb-annotate-toolbar').getBoundingClientRect();
  expect(bar.bottom).toBeCloseTo(640, 0);
  expect(stage().getBoundingClientRect().height).toBeGreaterThan(560);
  expect(getComputedStyle(find('.hb-annotate-panel')).display).toBe('none');
  button('more').click();
  await expect.poll(() => getComputedStyle(find('.hb-annotate-panel')).display).toBe('flex');
  const panel = find('.hb-annotate-panel').getBoundingClientRect();
  expect(panel.left).toBeGreaterThanOrEqual(0);
  expect(panel.right).toBeLessThanOrEqual(360);
  expect(panel.bottom).toBeLessThanOrEqual(bar.top);
});
