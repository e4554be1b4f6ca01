import { localeNames, locales } from '../../shared/i18n/locale.ts';
import { SegmentedControl } from '../../shared/ui/choice.tsx';
import { themes, usePreferences } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';

/** English or Chinese, each by its own name. */
export function LanguageSwitch() {
  const t = useText(shell);
  const { locale, setLocale } = usePreferences();
  return (
    <SegmentedControl
      label={t('language')}
      value={locale}
      options={locales.map((one) => ({ value: one, label: <span lang={one}>{localeNames[one]}</span> }))}
      onChange={setLocale}
    />
  );
}

/** Light, dark, or as the system is. */
export function ThemeSwitch() {
  const t = useText(shell);
  const { theme, setTheme } = usePreferences();
  return (
    <SegmentedControl
      label={t('theme')}
      value={theme}
      options={themes.map((one) => ({ value: one, label: t(`theme_${one}`) }))}
      onChange={setTheme}
    />
  );
}
