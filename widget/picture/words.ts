import type { Locale } from '../../shared/domain/nouns.ts';
import { type Catalogue, type Translate, translator } from '../../shared/i18n/translate.ts';
import en from '../../shared/i18n/widget/picture/en.ts';
import zh from '../../shared/i18n/widget/picture/zh-CN.ts';

const catalogues: Record<Locale, Catalogue<typeof en>> = { en, 'zh-CN': zh };

export const pictureWords = (locale: Locale): Translate<typeof en> => translator(locale, catalogues[locale]);
