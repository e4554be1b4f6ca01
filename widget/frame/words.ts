import { useContext, useMemo } from 'preact/hooks';
import type { Locale } from '../../shared/domain/nouns.ts';
import { type Catalogue, type Translate, translator } from '../../shared/i18n/translate.ts';
import { usePanel } from '../app/panel.ts';
import type { Core } from '../loader/core.ts';
import type { Catalogues } from '../strings.ts';
import { LanguageContext } from './language.ts';

export interface Words<Source> {
  readonly t: Translate<Source>;
  /** The language that articles are asked in and messages are marked with. */
  readonly locale: Locale;
  /** The language on the screen, for `lang` and for Intl: numbers, times, lists. */
  readonly language: string;
}

/** As much of the core as it takes to find the words. */
type Speaker = Pick<Core, 'locale' | 'language' | 'options'>;

/**
 * The words of one room in the language on the screen, with the host's own wordings in place of ours. In a language
 * that only the host speaks, what he left out is English.
 *
 * @param name of the catalogue, which stands before the dot in the keys of `options.strings`
 */
export function roomWords<Source>(
  core: Speaker,
  name: keyof Catalogues,
  catalogues: Record<Locale, Catalogue<Source>>,
): Words<Source> {
  const language = knownTag(core.language());
  const catalogue = reworded(core, name, catalogues, isPhrase);
  return { t: translator(language, catalogue), locale: core.locale(), language };
}

/** The texts themselves, for what takes no translator: the screenshot editor, the pickers. Plain texts only. */
export const roomStrings = <Strings extends object>(
  core: Speaker,
  name: keyof Catalogues,
  catalogues: Record<Locale, Strings>,
): Strings => reworded(core, name, catalogues, (wording) => typeof wording === 'string');

function reworded<Texts extends object>(
  core: Speaker,
  name: keyof Catalogues,
  catalogues: Record<Locale, Texts>,
  fits: (wording: unknown) => boolean,
): Texts {
  const language = core.language();
  const locale = core.locale();
  const strings = core.options.strings;
  const own: Readonly<Record<string, unknown>> = {
    ...strings?.[locale],
    ...strings?.[language.replace(/-.*/, '')],
    ...strings?.[language],
  };
  const catalogue = { ...catalogues[locale] };
  for (const key in catalogue) {
    const wording = own[`${name}.${key}`];
    if (fits(wording)) Object.assign(catalogue, { [key]: wording });
  }
  return catalogue;
}

/** The same for a view of the panel: it is drawn anew when the visitor chooses another language. */
export function useRoomWords<Source>(
  name: keyof Catalogues,
  catalogues: Record<Locale, Catalogue<Source>>,
): Words<Source> {
  const { core } = usePanel();
  const language = useContext(LanguageContext);
  return useMemo(() => roomWords(core, name, catalogues), [core, language]);
}

const isPhrase = (wording: unknown) =>
  typeof wording === 'string' || (typeof wording === 'object' && wording !== null && 'other' in wording);

/** A page may name a language that Intl would throw at. */
function knownTag(language: string): string {
  try {
    return new Intl.Locale(language).toString();
  } catch {
    return 'en';
  }
}
