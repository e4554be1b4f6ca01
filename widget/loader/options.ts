import type { Locale } from '../../shared/domain/nouns.ts';
import { pickLocale } from '../../shared/i18n/locale.ts';
import type { Options } from '../public.ts';

/** The options a script tag gives by its `data-` attributes; null where project or API is missing. */
export function optionsOf(data: DOMStringMap): Options | null {
  const { project, api, locale, theme, mask, maskAll } = data;
  if (!project || !api) return null;
  return {
    project,
    api,
    ...(locale === 'en' || locale === 'zh-CN' ? { locale } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(mask ? { mask } : {}),
    // What cannot be read covers more, not less.
    ...(maskAll == null ? {} : { maskAll: maskAll === 'inputs' ? maskAll : 'text' }),
  };
}

/** The visitor's own choice first, then the host's, then what his browser prefers, then the page's language. */
export function localeOf(
  chosen: string | null,
  option: Options['locale'],
  browserLanguages: readonly string[],
  pageLanguage: string,
): Locale {
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  if (option && option !== 'auto') return option;
  return pickLocale([...browserLanguages, pageLanguage]);
}
