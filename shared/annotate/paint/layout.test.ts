import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINE_HEIGHT, layoutText } from './layout.ts';
import type { Measure } from './width.ts';
import { estimateWidth } from './width.ts';

/** Every character is as wide as the font is tall. */
const measure: Measure = (text, size) => [...text].length * size;
const lines = (text: string, characters: number | null) =>
  layoutText(text, 10, characters && characters * 10, measure).lines.map((line) => line.text);

describe('lines', () => {
  test('end at newlines alone where there is no width', () => {
    expect(lines('one two three\n\nfour', null)).toEqual(['one two three', '', 'four']);
  });

  test('wrap between words, and spaces there hang over', () => {
    expect(lines('one two   three', 7)).toEqual(['one two', 'three']);
    expect(lines('a well-known bug', 7)).toEqual(['a well-', 'known', 'bug']);
  });

  test('break a word that is too long for a line', () => {
    expect(lines('a incomprehensible b', 6)).toEqual(['a', 'incomp', 'rehens', 'ible b']);
    expect(lines('wide', 0)).toEqual(['w', 'i', 'd', 'e']);
  });

  test('break Chinese anywhere but before closing and after opening punctuation', () => {
    expect(lines('合计金额不对', 4)).toEqual(['合计金额', '不对']);
    expect(lines('合计不对，应为', 4)).toEqual(['合计不', '对，应为']);
    expect(lines('请看「合计」一栏', 3)).toEqual(['请看', '「合', '计」一', '栏']);
    expect(lines('打开Settings页面', 8)).toEqual(['打开', 'Settings', '页面']);
  });

  test('keep what belongs together: marks, joined emoji', () => {
    const family = '👩‍👩‍👧';
    expect(lines(family + family, 5)).toEqual([family, family]);
    expect(lines('e\u0301e\u0301', 2)).toEqual(['e\u0301', 'e\u0301']);
  });

  test('say which way they run, by the first letter of their paragraph', () => {
    const { lines: read } = layoutText('1. שלום world\nhello שלום\nمرحبا', 10, null, measure);
    expect(read.map(({ rtl }) => rtl)).toEqual([true, false, true]);
  });
});

test('the size of a text is its longest line and its count of lines', () => {
  const { width, height } = layoutText('one\nthree', 10, null, measure);
  expect([width, height]).toEqual([50, 2 * 10 * LINE_HEIGHT]);
});

test('no letter is lost and no line is too long, whatever is written', () => {
  const characters = fc.constantFrom(...'ab c合，「」。-\n👍 ');
  fc.assert(
    fc.property(
      fc.string({ unit: characters, maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      (text, width) => {
        const wrapped = lines(text, width);
        expect(wrapped.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of wrapped) expect(measure(line.trimEnd(), 1)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test('without a font Chinese counts as wider than Latin', () => {
  expect(estimateWidth('合计', 10)).toBe(20);
  expect(estimateWidth('ab', 10)).toBe(12);
});
