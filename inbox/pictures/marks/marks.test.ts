import { describe, expect, test } from 'vitest';
import en from '../../../shared/i18n/inbox/pictures/en.ts';
import zh from '../../../shared/i18n/inbox/pictures/zh-CN.ts';
import { translator } from '../../../shared/i18n/translate.ts';
import { inWords, named, readMarks, writtenOn } from './marks.ts';

const t = translator('en', en);
const chinese = translator('zh-CN', zh);

const line = { colour: 'red', thickness: 4 };
const rect = { x: 10, y: 10, width: 40, height: 30 };
const text = (id: string, words: string) => ({
  ...{ id, kind: 'text', ...rect, text: words, colour: 'red', size: 20, wraps: false },
});
const annotation = (...shapes: object[]) => ({ version: 1, width: 400, height: 300, crop: null, shapes });
const drawn = annotation(
  { id: 'a', kind: 'arrow', from: { x: 1, y: 1 }, to: { x: 50, y: 50 }, ...line },
  text('b', 'the button\nis cut off'),
  { id: 'c', kind: 'step', at: { x: 20, y: 20 }, number: 1, colour: 'red', size: 24 },
  { id: 'd', kind: 'step', at: { x: 60, y: 20 }, number: 2, colour: 'red', size: 24 },
  { id: 'e', kind: 'arrow', from: { x: 1, y: 1 }, to: { x: 60, y: 50 }, ...line },
  { id: 'f', kind: 'redaction', ...rect },
);
const all = readMarks(drawn);

test('marks are told in words, alike ones together, each text by itself', () => {
  expect(inWords(all, t)).toEqual([
    '2 arrows',
    'Text “the button is cut off”',
    'Steps 1 to 2',
    'Blacked-out part',
  ]);
  expect(inWords(all, chinese)).toEqual([
    '2 个箭头',
    '文字“the button is cut off”',
    '步骤 1 至 2',
    '1 处涂黑',
  ]);
});

test('a picture is named with what is written on it', () => {
  expect(named('Open picture 1', drawn, t)).toBe('Open picture 1. On it: “the button is cut off”');
  expect(named('Open picture 1', null, t)).toBe('Open picture 1');
  expect(writtenOn(all, t)).toBe('“the button is cut off”');
  expect(writtenOn([], t)).toBe('');
});

describe('nothing is shown of data that is', () => {
  test.each([
    ['none', null],
    ['no annotation', 'x'],
    ['of another version', { ...annotation(), version: 2 }],
    ['of unknown kinds', annotation({ id: 'a', kind: 'script', text: 'x' })],
    ['of no size', { version: 1, shapes: [] }],
  ])('%s', (_, data) => {
    expect(readMarks(data)).toEqual([]);
  });
});
