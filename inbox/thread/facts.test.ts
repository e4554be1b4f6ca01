import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFacts, splitLinks } from './facts.ts';

test('a page address that is no web address does not become a link', () => {
  expect(readFacts({ pageUrl: 'javascript:alert(1)' }).pageUrl).toBeUndefined();
  expect(readFacts({ pageUrl: 'https://app.example.com/x' }).pageUrl).toBe('https://app.example.com/x');
});

test('fields of another type are left out', () => {
  expect(readFacts({ pageTitle: 7, viewportWidth: '1440', devicePixelRatio: 2, more: true })).toEqual({
    devicePixelRatio: 2,
  });
  for (const odd of [null, 'text', 3, []]) expect(readFacts(odd)).toEqual({});
});

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
