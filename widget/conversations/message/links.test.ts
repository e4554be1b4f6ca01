import { expect, test } from 'vitest';
import { linked } from './links.ts';

const links = (text: string) =>
  linked(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.href]));
const whole = (text: string) =>
  linked(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');

test.each([
  ['see https://example.com/a?b=1#c.', ['https://example.com/a?b=1#c']],
  ['(https://example.com/a)', ['https://example.com/a']],
  [
    'https://en.wikipedia.org/wiki/Hare_(animal), or http://a.de!',
    ['https://en.wikipedia.org/wiki/Hare_(animal)', 'http://a.de'],
  ],
  ['请访问https://example.com/帮助，谢谢', ['https://example.com/']],
  ['见 https://example.com/a。', ['https://example.com/a']],
  ['https://ru.wikipedia.org/wiki/Заяц', ['https://ru.wikipedia.org/wiki/Заяц']],
  ['www.example.com', ['https://www.example.com']],
  ['write to help@example.com.', ['mailto:help@example.com']],
  ['**https://example.com**', ['https://example.com']],
  ['"https://example.com/a"', ['https://example.com/a']],
])('%s', (text, expected) => {
  expect(links(text)).toEqual(expected);
  expect(whole(text)).toBe(text);
});

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT://example.com/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x file:///etc/passwd blob:https',
  'a@b',
  'https://',
  'xhttps://example.com',
  '12:30 is no address. Nor is e.g. this',
])('leads nowhere: %s', (text) => {
  expect(links(text)).toEqual([]);
  expect(whole(text)).toBe(text);
});

test('a long text without an address is read in no time', () => {
  const text = `${'a.'.repeat(2500)}@`;
  const start = performance.now();
  expect(links(text)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(200);
});
