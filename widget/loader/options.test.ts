import { describe, expect, test } from 'vitest';
import { directionOf, languageOf } from './language.ts';
import { isOff, optionsOf } from './options.ts';

describe('the language of the widget', () => {
  const of = (chosen: string | null, locale: string | undefined, browser: string[], page = '') =>
    languageOf(chosen, locale ? { locale } : {}, [...browser, page]);

  test('the visitor’s own choice goes before everything', () => {
    expect(of('zh-CN', 'en', ['en-US'], 'en')).toBe('zh-CN');
  });
  test('then the host’s option', () => {
    expect(of(null, 'zh-CN', ['en-US'], 'en')).toBe('zh-CN');
  });
  test('then the browser’s languages, then the page’s', () => {
    expect(of(null, 'auto', ['zh-HK', 'en-US'], 'en')).toBe('zh-CN');
    expect(of(null, undefined, ['de', 'zh-TW', 'en'])).toBe('zh-CN');
    expect(of(null, undefined, ['de', 'fr'], 'zh')).toBe('zh-CN');
  });
  test('English where nothing is understood, and for a choice that no longer exists', () => {
    expect(of('xx', undefined, ['de'], 'fr')).toBe('en');
    expect(of(null, 'klingon', ['zh'])).toBe('en');
  });
  test('a language the host brings words for is one that is spoken', () => {
    const strings = { de: { 'launcher.label': 'Rückmeldung' }, 'pt-BR': {} } as const;
    expect(languageOf(null, { strings }, ['de-AT', 'en'])).toBe('de');
    expect(languageOf(null, { strings, locale: 'pt-BR' }, ['en'])).toBe('pt-BR');
    expect(languageOf('de', { strings }, ['en'])).toBe('de');
  });
  test('Arabic, Persian, Hebrew and Urdu are written from right to left', () => {
    for (const language of ['ar', 'ar-EG', 'fa', 'he', 'ur-PK']) expect(directionOf(language)).toBe('rtl');
    for (const language of ['en', 'zh-CN', 'arn', 'de']) expect(directionOf(language)).toBe('ltr');
  });
});

describe('the script tag', () => {
  test('gives options by its attributes, as they stand there', () => {
    const data = { project: 'pk_1', api: 'https://a', locale: 'zh-CN', theme: 'dark', launcher: 'false' };
    expect(optionsOf(data)).toEqual(data);
  });
  test('without project or API there are none', () => {
    expect(optionsOf({ project: 'pk_1' })).toBeNull();
    expect(optionsOf({ api: 'https://a' })).toBeNull();
  });
  test('“false” turns off, in a script as in an attribute', () => {
    expect(isOff(false)).toBe(true);
    expect(isOff(optionsOf({ project: 'pk_1', api: 'https://a', launcher: 'false' })?.launcher)).toBe(true);
    expect(isOff(undefined)).toBe(false);
    expect(isOff(true)).toBe(false);
  });
});
