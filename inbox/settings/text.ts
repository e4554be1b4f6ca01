import { useMemo } from 'preact/hooks';
import type { Locale } from '../../shared/domain/nouns.ts';
import { type Catalogue, type Translate, translator } from '../../shared/i18n/translate.ts';
import { usePreferences } from './preferences.tsx';

/** The same texts in every language. */
export type Texts<Source> = Readonly<Record<Locale, Catalogue<Source>>>;

/** The reader's language of `texts`; changes with his choice. */
export function useText<Source>(texts: Texts<Source>): Translate<Source> {
  const { locale } = usePreferences();
  return useMemo(() => translator<Source>(locale, texts[locale]), [locale, texts]);
}
