import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { flatten } from '../flatten.ts';
import { apply } from '../model/commands.ts';
import type { Shape } from '../model/document.ts';
import { emptyDocument } from '../model/document.ts';
import { measureText } from '../paint/measure.ts';
// Strokes are kept only where this is there.
import './handling/main.ts';
import { frame, mount, pointer, press, SIZE, shownZoom, stage, svg, theHost } from './mounted.tsx';

const stroke = { colour: 'red', thickness: 6 } as const;
const wave = Array.from({ length: 60 }, (_, i) => [440 + i * 5, 90 + 30 * Math.sin(i / 5), i / 60]).flat();

const everyKind: Shape[] = [
  { kind: 'box', id: 'box', x: 20, y: 20, width: 120, height: 60, ...stroke },
  { kind: 'ellipse', id: 'ellipse', x: 160, y: 20, width: 120, height: 60, ...stroke, colour: 'green' },
  { kind: 'arrow', id: 'arrow', from: { x: 300, y: 30 }, to: { x: 400, y: 90 }, ...stroke, colour: 'blue' },
  { kind: 'line', id: 'line', from: { x: 300, y: 130 }, to: { x: 420, y: 110 }, ...stroke, colour: 'black' },
  { kind: 'pen', id: 'pen', points: wave, ...stroke },
  {
    kind: 'highlighter',
    id: 'marker',
    points: [30, 150, 0.5, 260, 130, 0.5],
    colour: 'yellow',
    thickness: 30,
  },
  {
    kind: 'highlighter',
    id: 'over',
    points: [150, 120, 0.5, 170, 180, 0.5],
    colour: 'green',
    thickness: 30,
  },
  {
    kind: 'text',
    id: 'text',
    x: 30,
    y: 200,
    width: 240,
    height: 0,
    text: 'The total is wrong  合计不对\nשלום',
    colour: 'red',
    size: 28,
    wraps: true,
  },
  {
    kind: 'text',
    id: 'light',
    x: 300,
    y: 200,
    width: 0,
    height: 0,
    text: 'Yellow',
    colour: 'yellow',
    size: 28,
    wraps: false,
  },
  { kind: 'step', id: 'step', at: { x: 460, y: 240 }, number: 1, colour: 'blue', size: 40 },
  { kind: 'redaction', id: 'secret', x: 560, y: 200, width: 120.5, height: 50.5 },
];

/**
 * Pixels of one picture that have nothing like them in the other, at their place or right beside it: letters are set to
 * whole pixels by whoever paints them.
 */
function different(a: ImageData, b: ImageData): number {
  const beside = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((across) => (down * a.width + across) * 4));
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4)
    if (beside.every((by) => contrast(a, at, b, at + by) > 80)) count++;
  return count;
}

function contrast(a: ImageData, at: number, b: ImageData, there: number): number {
  let most = 0;
  for (let channel = 0; channel < 3; channel++)
    most = Math.max(most, Math.abs((a.data[at + channel] ?? 0) - (b.data[there + channel] ?? 0)));
  return most;
}

async function onScreen(): Promise<ImageData> {
  const base64 = await page.screenshot({ element: theHost(), save: false });
  const picture = new Image();
  picture.src = `data:image/png;base64,${base64}`;
  await picture.decode();
  const { left, top } = svg().getBoundingClientRect();
  return pixels(picture, -left, -top);
}

function pixels(picture: CanvasImageSource, x = 0, y = 0): ImageData {
  const canvas = blank();
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  context.drawImage(picture, x, y);
  return context.getImageData(0, 0, SIZE.width, SIZE.height);
}

const blank = () => Object.assign(document.createElement('canvas'), SIZE);

test('what is on screen is what is sent, for every kind of mark', async () => {
  const drawing = apply(emptyDocument(SIZE), { do: 'add', shapes: everyKind }, measureText);
  await mount(drawing.shapes, { tool: 'select' });
  expect(shownZoom()).toBe(1);
  await frame();
  const sent = pixels(flatten(blank(), drawing));
  const shown = await onScreen();
  expect(different(sent, pixels(blank()))).toBeGreaterThan(20_000);
  expect(different(sent, shown)).toBeLessThan(200);
});

test('a highlighter looks alike while it is drawn and once it is', async () => {
  await mount([], { tool: 'highlighter' });
  await press('h');
  pointer('pointerdown', 100, 100);
  pointer('pointermove', 300, 120);
  await frame();
  await frame();
  const drawing = await onScreen();
  pointer('pointerup', 300, 120);
  await frame();
  stage().blur();
  const drawn = await onScreen();
  expect(different(drawn, pixels(blank()))).toBeGreaterThan(1000);
  expect(different(drawing, drawn)).toBeLessThan(100);
});
