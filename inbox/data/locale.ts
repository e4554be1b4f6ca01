import type { Locale } from '../../shared/domain/nouns.ts';

/** A language as a row or a field names it; English where it is one that Hearback does not speak. */
export const asLocale = (text: string): Locale => (text === 'zh-CN' ? 'zh-CN' : 'en');
