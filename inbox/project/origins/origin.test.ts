import { expect, test } from 'vitest';
import { originOf, withOrigin } from './origin.ts';

test.each([
  ['https://app.example.com', 'https://app.example.com'],
  [' https://App.Example.com/path?x=1#y ', 'https://app.example.com'],
  ['app.example.com', 'https://app.example.com'],
  ['http://localhost:5174/', 'http://localhost:5174'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['https://例子.中国', 'https://xn--fsqu00a.xn--fiqs8s'],
  ['https://app.example.com:443', 'https://app.example.com'],
  ['*', '*'],
])('%s means the origin %s', (typed, origin) => expect(originOf(typed)).toBe(origin));

test.each([
  '',
  '  ',
  'app',
  'two words.com',
  'ftp://example.com',
  'https://',
  'https://*.example.com',
  'javascript:alert(1)',
])('“%s” means no origin', (typed) => expect(originOf(typed)).toBeNull());

test('an origin is kept once, and no more than a hundred', () => {
  expect(withOrigin(['https://a.example'], 'a.example')).toEqual({ ok: false, problem: 'origin_double' });
  const many = Array.from({ length: 100 }, (_, place) => `https://a${place}.example`);
  expect(withOrigin(many, 'b.example')).toEqual({ ok: false, problem: 'origin_too_many' });
  expect(withOrigin([], 'b.example')).toEqual({ ok: true, origins: ['https://b.example'] });
});
