import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Locale } from '../../shared/domain/nouns.ts';
import en from '../../shared/i18n/extension/en.ts';
import zhCN from '../../shared/i18n/extension/zh-CN.ts';
import { pickLocale } from '../../shared/i18n/locale.ts';
import { type Translate, translator } from '../../shared/i18n/translate.ts';
import { read, watch } from '../settings/kept.ts';
import type { Preferences } from '../settings/keys.ts';

type Frame = { t: Translate<typeof en>; locale: Locale; preferences: Preferences };

const FrameContext = createContext<Frame | null>(null);

/** Texts in the reader's language, and what he prefers. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('useFrame is for views within AppFrame');
  return frame;
}

/** Gives a page its language and its light or dark, and keeps both right when they are changed elsewhere. */
export function AppFrame({ children }: { children: ComponentChildren }) {
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  useEffect(() => {
    void read('preferences').then((kept) => setPreferences(kept ?? {}));
    return watch('preferences', (kept) => setPreferences(kept ?? {}));
  }, []);

  const locale = preferences?.locale ?? pickLocale(navigator.languages);
  const theme = preferences?.theme;
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }, [locale, theme]);

  const t = useMemo(() => translator<typeof en>(locale, locale === 'zh-CN' ? zhCN : en), [locale]);
  if (!preferences) return null;
  return <FrameContext.Provider value={{ t, locale, preferences }}>{children}</FrameContext.Provider>;
}
