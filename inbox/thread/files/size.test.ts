import { expect, test } from 'vitest';
import { fileTypes, imageTypes } from '../../../shared/domain/limits.ts';
import { sizeInWords, typeInWords } from './size.ts';

test.each([
  [812, '812 byte'],
  [24_500, '25 kB'],
  [10_485_760, '10.5 MB'],
])('%i bytes are said as %s', (bytes, words) => expect(sizeInWords('en', bytes)).toBe(words));

test('every type that may be sent has a name', () => {
  for (const type of [...imageTypes, ...fileTypes]) expect(typeInWords(type), type).not.toBe('');
});
