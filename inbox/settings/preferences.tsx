import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Locale } from '../../shared/domain/nouns.ts';
import { locales, pickLocale } from '../../shared/i18n/locale.ts';
import { readText, writeText } from './local.ts';

export type Theme = 'light' | 'dark' | 'system';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

type Preferences = {
  locale: Locale;
  theme: Theme;
  setLocale: (locale: Locale) => void;
  setTheme: (theme: Theme) => void;
};

const Context = createContext<Preferences | null>(null);

/** Language and look, remembered in this browser, the same in all of its tabs, and put on `<html>`. */
export function PreferencesProvider({ children }: { children: ComponentChildren }) {
  const [locale, setLocale] = useState(storedLocale);
  const [theme, setTheme] = useState(storedTheme);
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [locale, theme]);
  useEffect(() => {
    // Told of what other tabs remember.
    const follow = () => {
      setLocale(storedLocale());
      setTheme(storedTheme());
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
  const value = useMemo<Preferences>(
    () => ({
      locale,
      theme,
      setLocale: (next) => {
        writeText('locale', next);
        setLocale(next);
      },
      setTheme: (next) => {
        writeText('theme', next);
        setTheme(next);
      },
    }),
    [locale, theme],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function usePreferences(): Preferences {
  const value = useContext(Context);
  if (!value) throw new Error('usePreferences needs a PreferencesProvider above');
  return value;
}

function storedLocale(): Locale {
  const stored = readText('locale');
  return locales.find((locale) => locale === stored) ?? pickLocale(navigator.languages);
}

function storedTheme(): Theme {
  const stored = readText('theme');
  return themes.find((theme) => theme === stored) ?? 'system';
}
