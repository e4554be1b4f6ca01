import { expect, test } from 'vitest';
import { bytes } from './bytes.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [820, '820 bytes'],
  [1024, '1 kB'],
  [1536, '1.5 kB'],
  [48 * 1024, '48 kB'],
  [1024 * 1024 - 1, '1 MB'],
  [10 * 1024 * 1024, '10 MB'],
  [3 * 1024 ** 3, '3 GB'],
])('%i bytes are said as %s', (size, said) => expect(bytes('en', size)).toBe(said));

test('a size is said in Chinese', () => expect(bytes('zh-CN', 1536)).toBe('1.5 kB'));
