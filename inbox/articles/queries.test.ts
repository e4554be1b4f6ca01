import { expect, test } from 'vitest';
import { containing, titleOf } from './queries.ts';

test('characters that mean something in patterns are searched as they are', () => {
  expect(containing('50%_a\\b')).toBe('%50\\%\\_a\\\\b%');
  expect(containing('a*b')).toBe('%a_b%');
});

test('the first sentence of a question becomes the title', () => {
  expect(titleOf('How do I export an invoice? I tried the menu.')).toBe('How do I export an invoice?');
  expect(titleOf('怎么导出账单？我找不到入口。')).toBe('怎么导出账单？');
  expect(titleOf('Version 1.2 fails.\nMore below')).toBe('Version 1.2 fails.');
  expect(titleOf('No mark at the end')).toBe('No mark at the end');
  expect(titleOf('')).toBe('');
  expect(titleOf('x'.repeat(300))).toHaveLength(120);
});
