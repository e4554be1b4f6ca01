import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '../../shared/domain/nouns.ts';
import { type Catalogue, type Translate, translator } from '../../shared/i18n/translate.ts';
import en from '../../shared/i18n/widget/en.ts';

export interface Words {
  readonly locale: Locale;
  readonly t: Translate<typeof en>;
}

const english: Words = { locale: 'en', t: translator<typeof en>('en', en) };
export const WordsContext = createContext<Words>(english);
export const useWords = (): Words => useContext(WordsContext);

/** The words of a language. English is always here; the others are fetched, and are English where that fails. */
export async function loadWords(locale: Locale): Promise<Words> {
  if (locale === 'en') return english;
  try {
    const catalogue: Catalogue<typeof en> = (await import('../../shared/i18n/widget/zh-CN.ts')).default;
    return { locale, t: translator<typeof en>(locale, catalogue) };
  } catch {
    return english;
  }
}
