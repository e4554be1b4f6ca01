import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Catalogue, translator } from '../../shared/i18n/translate.ts';
import en from '../../shared/i18n/widget/en.ts';
import type { Words } from '../frame/words.ts';
import type { Core } from '../loader/core.ts';

export type AppWords = Words<typeof en>;

export const WordsContext = createContext<AppWords | null>(null);

/** The panel's own words. */
export function useWords(): AppWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error('a view stands outside the panel');
  return words;
}

/** The words of the core's language. English is always here; the others are fetched, and are English where that fails. */
export async function loadWords(core: Core): Promise<AppWords> {
  let zh: Catalogue<typeof en> = en;
  if (core.locale() !== 'en')
    zh = await import('../../shared/i18n/widget/zh-CN.ts').then(
      (file) => file.default,
      () => en,
    );
  const [locale, language] = [core.locale(), core.language()];
  // What a host replaces words by is fetched for hosts that do.
  if (core.options.strings || language !== locale)
    return (await import('../frame/words.ts')).roomWords(core, 'app', { en, 'zh-CN': zh });
  return { t: translator(locale, locale === 'en' ? en : zh), locale, language };
}
