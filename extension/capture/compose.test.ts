import { expect, test } from 'vitest';
import { compose } from './compose.ts';
import type { ChildFrame, MeasuredFrame, MeasuredPage } from './measure.ts';

const usual = { fields: false, text: false };
const page = (more: Partial<MeasuredPage> = {}): MeasuredPage => ({
  path: [],
  masks: [],
  children: [],
  viewport: { width: 1000, height: 600 },
  scroll: { x: 0, y: 0 },
  pinch: { left: 0, top: 0, scale: 1 },
  url: 'https://rival.com/',
  devicePixelRatio: 1,
  ...more,
});
const child = (more: Partial<ChildFrame> = {}): ChildFrame => ({
  index: 0,
  visible: { x: 100, y: 50, width: 300, height: 200 },
  origin: { x: 102, y: 52 },
  open: false,
  host: 'pay.example',
  ...more,
});
const frame = (path: number[], more: Partial<MeasuredFrame> = {}): MeasuredFrame => ({
  path,
  masks: [],
  children: [],
  ...more,
});
const field = { x: 10, y: 20, width: 80, height: 30 };

test('a field in a frame is covered where the frame shows it', () => {
  const composed = compose([page({ children: [child()] }), frame([0], { masks: [field] })], usual);
  expect(composed?.masks).toEqual([{ x: 112, y: 72, width: 80, height: 30 }]);
  expect(composed?.foreign).toEqual([]);
});

test('what a frame cuts off is not covered beyond its edge', () => {
  const wide = { x: 250, y: 20, width: 80, height: 30 };
  const composed = compose([page({ children: [child()] }), frame([0], { masks: [wide] })], usual);
  expect(composed?.masks).toEqual([{ x: 352, y: 72, width: 48, height: 30 }]);
});

test('a field in a frame within a frame is found by the way to it', () => {
  const inner = child({ index: 1, visible: { x: 0, y: 0, width: 200, height: 100 }, origin: { x: 5, y: 5 } });
  const frames = [
    frame([0, 0], { masks: [{ x: 0, y: 0, width: 1, height: 1 }] }),
    frame([0], { children: [inner] }),
    frame([0, 1], { masks: [field] }),
    page({ children: [child()] }),
  ];
  expect(compose(frames, usual)?.masks).toEqual([{ x: 117, y: 77, width: 80, height: 30 }]);
});

test.each([
  ['turned or scaled', 0, null],
  ['in a shadow tree', -1, { x: 102, y: 52 }],
])(
  'a frame that is %s is covered whole if it holds a field, and not at all if it holds none',
  (_, index, origin) => {
    const around = page({ children: [child({ index, origin })] });
    expect(compose([around, frame([index], { masks: [field] })], usual)?.masks).toEqual([child().visible]);
    expect(compose([around, frame([index])], usual)).toMatchObject({ masks: [], foreign: [] });
  },
);

test('a frame that lets nobody look in is named, and covered where all fields or all text are to be', () => {
  const around = page({ children: [child()] });
  expect(compose([around], usual)).toMatchObject({
    masks: [],
    foreign: [{ host: 'pay.example', box: child().visible }],
  });
  for (const cover of [
    { fields: true, text: false },
    { fields: false, text: true },
  ])
    expect(compose([around], cover)).toMatchObject({ masks: [child().visible], foreign: [] });
});

test('a frame into which the page looked itself, and one too small to be read, are not named', () => {
  const pixel = { x: 0, y: 0, width: 1, height: 1 };
  const around = page({ children: [child({ open: true }), child({ index: 1, visible: pixel })] });
  expect(compose([around], usual)).toMatchObject({ masks: [], foreign: [] });
});

test('on a page that is pinched larger a field is covered where the picture shows it', () => {
  const pinch = { left: 100, top: 50, scale: 2 };
  const masks = [{ x: 110, y: 60, width: 80, height: 30 }];
  expect(compose([page({ masks, pinch })], usual)?.masks).toEqual([{ x: 20, y: 20, width: 160, height: 60 }]);
});

test('without a word from the page itself nothing is known', () => {
  expect(compose([frame([0])], usual)).toBeNull();
});
