import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLinks } from './links.ts';

test('addresses in a message become links without the punctuation around them', () => {
  const links = (text: string) => splitLinks(text).flatMap((part) => part.href ?? []);
  expect(links('See https://example.com/a?b=1. Then (https://example.com/c)!')).toEqual([
    'https://example.com/a?b=1',
    'https://example.com/c',
  ]);
  expect(links('请看https://example.com/帮助，谢谢')).toEqual(['https://example.com/帮助']);
  expect(links('javascript:alert(1)')).toEqual([]);
});

test('cutting a text into links loses nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl())), (pieces) => {
      const text = pieces.join(' ');
      expect(
        splitLinks(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
