import type { Locale } from '../../shared/domain/nouns.ts';
import { type Catalogue, translator } from '../../shared/i18n/translate.ts';
import en from '../../shared/i18n/widget/context/en.ts';
import zh from '../../shared/i18n/widget/context/zh-CN.ts';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import { addSheet } from '../frame/sheet.ts';
import { collectContext } from './context.ts';
import css from './what-is-sent.css?inline';

const catalogues: Record<Locale, Catalogue<typeof en>> = { en, 'zh-CN': zh };

/** Every fact that goes with the message, to be read before it goes. */
export function WhatIsSent() {
  const { core } = usePanel();
  const { locale } = useWords();
  const t = translator(locale, catalogues[locale]);
  addSheet(core.shadow, css);
  const context = collectContext(window, locale);
  const { viewportWidth, viewportHeight, devicePixelRatio } = context;
  const size = `${viewportWidth} × ${viewportHeight} @ ${devicePixelRatio}x`;
  const facts: [string, string | undefined][] = [
    [t('url'), context.pageUrl],
    [t('title'), context.pageTitle],
    [t('referrer'), context.referrer],
    [t('browser'), context.userAgent],
    [t('language'), context.language],
    [t('timeZone'), context.timeZone],
    [t('viewport'), size],
  ];
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <p class="quiet">{t('none')}</p>
    </>
  );
}
