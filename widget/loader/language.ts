import type { Options } from '../public.ts';

/**
 * The language on the screen, one of those that are spoken: ours, and what the host brings words for. The visitor's
 * own choice first, then the host's, then what is `preferred`: by his browser, then by the page. Every Chinese tag is answered
 * in Simplified Chinese, which is nearer than English.
 */
export function languageOf(
  chosen: string | null,
  { locale, strings }: Pick<Options, 'locale' | 'strings'>,
  preferred: readonly string[],
): string {
  const wishes = locale && locale !== 'auto' ? [locale] : preferred;
  for (const wish of [chosen ?? '', ...wishes]) {
    const base = wish.replace(/-.*/, '');
    const found =
      [wish, base].find((tag) => strings?.[tag]) ?? (base === 'zh' ? 'zh-CN' : base === 'en' ? base : '');
    if (found) return found;
  }
  return 'en';
}

/** Which way a language is written; for rarer ones than these the host says it. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
