import { expect, test } from 'vitest';
import { localeNames, locales, pickLocale } from './locale.ts';

test.each([
  [['zh-CN', 'en'], 'zh-CN'],
  [['zh-Hant-TW'], 'zh-CN'],
  [['ZH'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['de-DE', 'zh-HK', 'en'], 'zh-CN'],
  [['de', 'fr'], 'en'],
  [[], 'en'],
] as const)('who prefers %j reads %s', (preferred, locale) => {
  expect(pickLocale(preferred)).toBe(locale);
});

test('every language is offered by its own name', () => {
  expect(locales.map((locale) => localeNames[locale])).toEqual(['English', '简体中文']);
});
