import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Shape } from '../model/document.ts';
import {
  box,
  button,
  click,
  drag,
  expectNear,
  find,
  findAll,
  frame,
  latestDocument,
  latestShapes,
  mount,
  pointer,
  press,
  redaction,
  spoken,
  stage,
  svg,
} from './mounted.tsx';

const text: Extract<Shape, { kind: 'text' }> = {
  kind: 'text',
  id: 'words',
  x: 400,
  y: 300,
  width: 120,
  height: 29,
  text: 'Look here',
  colour: 'blue',
  size: 22,
  wraps: false,
};

describe('drawing', () => {
  test('a box is drawn, selected and told', async () => {
    await mount();
    await drag(100, 50, 300, 150);
    const [shape] = latestShapes();
    expect(shape).toMatchObject({ kind: 'box', colour: 'red', thickness: 4 });
    expectNear(shape, { x: 100, y: 50, width: 200, height: 100 });
    expect(findAll('.hb-annotate-handle')).toHaveLength(8);
    await expect.poll(spoken).toMatch(/^Box added at 100, 50, (199|200|201) by (99|100|101)$/);
  });

  test.each([
    ['ellipse', { kind: 'ellipse', thickness: 8 }],
    ['arrow', { kind: 'arrow', thickness: 8 }],
    ['line', { kind: 'line', thickness: 8 }],
    ['pen', { kind: 'pen', thickness: 8 }],
    ['highlighter', { kind: 'highlighter', thickness: 40 }],
    ['redact', { kind: 'redaction' }],
    ['step', { kind: 'step', number: 1, size: 64 }],
  ])('the tool %s draws its mark, thicker on a dense screen', async (tool, expected) => {
    await mount([], { scale: 2 });
    await userEvent.click(button(tool));
    await drag(100, 50, 300, 150);
    expect(latestShapes()).toMatchObject([expected]);
  });

  test('a click with the tool for steps places one after the other', async () => {
    await mount([], { tool: 'step' });
    await click(100, 100);
    await click(200, 200);
    expect(latestShapes()).toMatchObject([{ number: 1 }, { number: 2 }]);
    await expect.poll(spoken).toMatch(/^Step 2 added/);
  });

  test('Shift makes a square and keeps a line to eighths of a circle', async () => {
    await mount([], { tool: 'ellipse' });
    pointer('pointerdown', 100, 100, { shiftKey: true });
    pointer('pointermove', 250, 180, { shiftKey: true });
    pointer('pointerup', 250, 180, { shiftKey: true });
    await frame();
    expectNear(latestShapes()[0], { width: 150, height: 150 });
    await press('l');
    pointer('pointerdown', 400, 100, { shiftKey: true });
    pointer('pointermove', 600, 110, { shiftKey: true });
    pointer('pointerup', 600, 110, { shiftKey: true });
    await frame();
    expect(latestShapes()[1]).toMatchObject({ from: { y: 100 }, to: { y: 100 } });
  });

  test('a click with a drawing tool draws nothing and selects what is there', async () => {
    await mount([redaction]);
    await click(550, 150);
    expect(latestShapes()).toEqual([redaction]);
    await expect.poll(spoken).toBe('Blackout, 1 of 1, at 500, 100, 100 by 100');
  });

  test('colour and size change the selected mark and the next one', async () => {
    await mount([box]);
    await click(200, 101);
    await userEvent.click(button('blue'));
    await userEvent.click(button('large'));
    expect(latestShapes()[0]).toEqual({ ...box, colour: 'blue', thickness: 7 });
    expect(stage().matches(':focus')).toBe(true);
    await drag(500, 300, 700, 380);
    expect(latestShapes()[1]).toMatchObject({ colour: 'blue', thickness: 7 });
  });
});

describe('selecting', () => {
  test('a mark is moved, and kept within the picture', async () => {
    await mount([box], { tool: 'select' });
    await drag(200, 150, 790, 390);
    expectNear(latestShapes()[0], { x: 600, y: 300, width: 200, height: 100 });
  });

  test('Shift and click adds a mark and takes it away again', async () => {
    await mount([box, redaction], { tool: 'select' });
    await click(200, 101);
    await userEvent.keyboard('{Shift>}');
    await click(550, 150);
    await expect.poll(spoken).toBe('2 marks selected');
    await click(550, 150);
    await userEvent.keyboard('{/Shift}');
    await expect.poll(spoken).toBe('Box, 1 of 2, at 100, 100, 200 by 100');
  });

  test('a drag over nothing selects what it goes round, and several move as one', async () => {
    await mount([box, redaction, text], { tool: 'select' });
    await drag(20, 20, 700, 250);
    await expect.poll(spoken).toBe('2 marks selected');
    await drag(550, 150, 560, 170);
    expectNear(latestShapes()[0], { x: 110, y: 120 });
    expectNear(latestShapes()[1], { x: 510, y: 120 });
    expect(latestShapes()[2]).toEqual(text);
    await press('{Control>}z{/Control}');
    expect(latestShapes()).toEqual([box, redaction, text]);
  });

  test('Alt and drag leaves the mark and moves a copy', async () => {
    await mount([redaction], { tool: 'select' });
    pointer('pointerdown', 550, 150, { altKey: true });
    pointer('pointermove', 350, 250, { altKey: true });
    await frame();
    expect(findAll('.hb-annotate-shape')).toHaveLength(2);
    pointer('pointerup', 350, 250, { altKey: true });
    await frame();
    expect(latestShapes()).toHaveLength(2);
    expect(latestShapes()[0]).toEqual(redaction);
    expectNear(latestShapes()[1], { x: 300, y: 200 });
  });

  test('a mark is resized by its handle, with Shift in proportion', async () => {
    await mount([box], { tool: 'select' });
    await click(200, 101);
    await drag(300, 200, 400, 260);
    expectNear(latestShapes()[0], { x: 100, y: 100, width: 300, height: 160 });
    await press('{Control>}z{/Control}');
    pointer('pointerdown', 300, 200, { shiftKey: true });
    pointer('pointermove', 500, 300, { shiftKey: true });
    pointer('pointerup', 500, 300, { shiftKey: true });
    await frame();
    expectNear(latestShapes()[0], { width: 400, height: 200 });
  });

  test('handles work whatever tool is in hand', async () => {
    await mount([], { tool: 'arrow' });
    await drag(100, 100, 200, 200);
    await drag(200, 200, 300, 100);
    expect(latestShapes()).toHaveLength(1);
    expectNear((latestShapes()[0] as Extract<Shape, { kind: 'arrow' }>).to, { x: 300, y: 100 });
  });
});

describe('cropping', () => {
  test('shows at once what will be sent, and the whole picture while the tool is in hand', async () => {
    await mount([], { tool: 'crop' });
    await drag(200, 100, 600, 300);
    expectNear(latestDocument().crop, { x: 200, y: 100, width: 400, height: 200 });
    await expect.poll(spoken).toMatch(/^Cropped to (399|400|401|402) by/);
    expect(findAll('.hb-annotate-outside')).toHaveLength(1);
    expect(find('.hb-annotate-paper').style.clipPath).toBe('');
    await press('v');
    await expect.poll(() => find('.hb-annotate-paper').style.clipPath).toMatch(/^inset\((99|100)px/);
    expect(findAll('.hb-annotate-outside')).toHaveLength(0);
  });

  test('is taken back by undo, and by the button that stands for the whole picture', async () => {
    const crop = { x: 200, y: 100, width: 400, height: 200 };
    await mount([], { tool: 'crop', crop });
    expect(button('remove').ariaLabel).toBe('Whole picture');
    await userEvent.click(button('remove'));
    expect(latestDocument().crop).toBeNull();
    await expect.poll(spoken).toBe('The whole picture is sent');
    await press('{Control>}z{/Control}');
    expect(latestDocument().crop).toEqual(crop);
  });

  test('is moved and resized by the pointer', async () => {
    await mount([], { tool: 'crop', crop: { x: 200, y: 100, width: 400, height: 200 } });
    await drag(400, 200, 350, 150);
    expectNear(latestDocument().crop, { x: 150, y: 50, width: 400, height: 200 });
    await drag(550, 250, 450, 200);
    expectNear(latestDocument().crop, { x: 150, y: 50, width: 300, height: 150 });
  });
});

test('marks look as in the finished picture, whatever stroke the sheets around give every icon', async () => {
  const root = await mount([
    {
      kind: 'arrow',
      id: 'third',
      from: { x: 100, y: 100 },
      to: { x: 400, y: 300 },
      colour: 'red',
      thickness: 4,
    },
    redaction,
  ]);
  const icons = new CSSStyleSheet();
  icons.replaceSync('svg { fill: blue; stroke: currentColor; stroke-width: 2px }');
  root.adoptedStyleSheets.unshift(icons);
  const looks = [...svg().querySelectorAll('.hb-annotate-shape path')].map((path) => {
    const { fill, stroke } = getComputedStyle(path);
    return { fill, stroke };
  });
  expect(looks).toEqual([
    { fill: 'none', stroke: expect.stringMatching(/^rgb/) },
    { fill: expect.stringMatching(/^rgb/), stroke: 'none' },
    { fill: 'rgb(0, 0, 0)', stroke: 'none' },
  ]);
});

test('a drag renders the mark in hand and no other', async () => {
  const drawings: string[] = [];
  const counted = (shape: typeof redaction): Shape => ({
    ...shape,
    get width() {
      drawings.push(shape.id);
      return shape.width;
    },
  });
  const others = Array.from({ length: 50 }, (_, index) => counted({ ...redaction, id: `other${index}` }));
  await mount([...others, box], { tool: 'select' });
  pointer('pointerdown', 150, 101);
  pointer('pointermove', 160, 120);
  await frame();
  drawings.length = 0;
  for (let step = 0; step < 20; step++) {
    pointer('pointermove', 170 + step, 130);
    await frame();
  }
  expect(drawings).toEqual([]);
  pointer('pointerup', 190, 130);
});
