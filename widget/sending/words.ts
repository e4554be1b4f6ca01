import { useMemo } from 'preact/hooks';
import type { Locale } from '../../shared/domain/nouns.ts';
import outboxEn from '../../shared/i18n/outbox/en.ts';
import outboxZh from '../../shared/i18n/outbox/zh-CN.ts';
import { type Catalogue, type Translate, translator } from '../../shared/i18n/translate.ts';
import en from '../../shared/i18n/widget/sending/en.ts';
import zh from '../../shared/i18n/widget/sending/zh-CN.ts';
import { useWords } from '../app/words.ts';

const english = { ...outboxEn, ...en };
const catalogues: Record<Locale, Catalogue<typeof english>> = {
  en: english,
  'zh-CN': { ...outboxZh, ...zh },
};

/** What there is to say about a message on its way, in the panel's language. */
export function useSendingWords(): Translate<typeof english> {
  const { locale } = useWords();
  return useMemo(() => translator(locale, catalogues[locale]), [locale]);
}
