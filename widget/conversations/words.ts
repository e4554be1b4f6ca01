import { useMemo } from 'preact/hooks';
import type { Locale } from '../../shared/domain/nouns.ts';
import { type Catalogue, type Translate, translator } from '../../shared/i18n/translate.ts';
import en from '../../shared/i18n/widget/conversations/en.ts';
import zh from '../../shared/i18n/widget/conversations/zh-CN.ts';
import { useWords } from '../app/words.ts';

const catalogues: Record<Locale, Catalogue<typeof en>> = { en, 'zh-CN': zh };

/** The words of list and thread in the panel's language. */
export function useConversationWords(): { t: Translate<typeof en>; locale: Locale } {
  const { locale } = useWords();
  const t = useMemo(() => translator(locale, catalogues[locale]), [locale]);
  return { t, locale };
}
