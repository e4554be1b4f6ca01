import type { Locale } from '../domain/nouns.ts';

export const locales: readonly Locale[] = ['en', 'zh-CN'];

/** Each language by its own name, as a switch shows it. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' };

/**
 * The first language of `preferred` (as in `navigator.languages`) that Hearback speaks; English if none.
 * Every Chinese tag is answered in Simplified Chinese: it is nearer than English.
 */
export function pickLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'zh') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return 'en';
}
