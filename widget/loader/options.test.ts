import { describe, expect, test } from 'vitest';
import { localeOf, optionsOf } from './options.ts';

describe('the language of the widget', () => {
  test('the visitor’s own choice goes before everything', () => {
    expect(localeOf('zh-CN', 'en', ['en-US'], 'en')).toBe('zh-CN');
  });
  test('then the host’s option', () => {
    expect(localeOf(null, 'zh-CN', ['en-US'], 'en')).toBe('zh-CN');
  });
  test('then the browser’s languages, then the page’s', () => {
    expect(localeOf(null, 'auto', ['zh-HK', 'en-US'], 'en')).toBe('zh-CN');
    expect(localeOf(null, undefined, ['de', 'zh-TW', 'en'], '')).toBe('zh-CN');
    expect(localeOf(null, undefined, ['de', 'fr'], 'zh')).toBe('zh-CN');
  });
  test('English where nothing is understood, and for a choice that no longer exists', () => {
    expect(localeOf('xx', undefined, ['de'], 'fr')).toBe('en');
  });
});

describe('the script tag', () => {
  test('gives all options by its attributes', () => {
    expect(
      optionsOf({
        project: 'pk_1',
        api: 'https://a',
        locale: 'zh-CN',
        theme: 'dark',
        mask: '.x',
        maskAll: 'inputs',
      }),
    ).toEqual({
      project: 'pk_1',
      api: 'https://a',
      locale: 'zh-CN',
      theme: 'dark',
      mask: '.x',
      maskAll: 'inputs',
    });
  });
  test('a wish to cover more that nobody understands covers all text', () => {
    for (const maskAll of ['', 'text', 'yes', 'input'])
      expect(optionsOf({ project: 'pk_1', api: 'https://a', maskAll })).toMatchObject({ maskAll: 'text' });
    expect(optionsOf({ project: 'pk_1', api: 'https://a' })).not.toHaveProperty('maskAll');
  });
  test('an unknown language or theme is as if it were not there', () => {
    expect(optionsOf({ project: 'pk_1', api: 'https://a', locale: 'klingon', theme: 'pink' })).toEqual({
      project: 'pk_1',
      api: 'https://a',
    });
  });
  test('without project or API there are none', () => {
    expect(optionsOf({ project: 'pk_1' })).toBeNull();
    expect(optionsOf({ api: 'https://a' })).toBeNull();
  });
});
