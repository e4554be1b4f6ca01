import type { Locale } from '../../shared/domain/nouns.ts';
import { dateTime, parseTime } from '../../shared/i18n/time.ts';
import { conversations } from '../conversations/texts.ts';
import { usePreferences } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import { ExternalLink } from '../view/external-link.tsx';
import { useMedia } from '../view/use-media.ts';
import { browserInWords } from './browser.ts';
import { readFacts } from './facts.ts';
import type { Conversation } from './queries.ts';

/** Who wrote and from where: beside the messages where there is room, folded above them elsewhere. */
export function FactsPanel({ conversation }: { conversation: Conversation }) {
  const t = useText(conversations);
  const { locale } = usePreferences();
  const wide = useMedia('(min-width: 1280px)');
  const facts = readFacts(conversation.context);
  const browser = facts.userAgent && (browserInWords(facts.userAgent) || facts.userAgent);
  const { visitors: visitor } = conversation;
  const rows: [string, preact.ComponentChild][] = [
    [t('fact_visitor'), <bdi key="v">{visitor?.name ?? t('anonymous')}</bdi>],
    [t('fact_email'), visitor?.email && <a href={`mailto:${visitor.email}`}>{visitor.email}</a>],
    [
      t('fact_page'),
      facts.pageUrl && <ExternalLink href={facts.pageUrl} title={facts.pageTitle} newTab={t('new_tab')} />,
    ],
    [t('fact_browser'), browser && <span title={facts.userAgent}>{browser}</span>],
    [t('fact_viewport'), facts.viewportWidth && `${facts.viewportWidth} × ${facts.viewportHeight} px`],
    [t('fact_ratio'), facts.devicePixelRatio && `${facts.devicePixelRatio}×`],
    [t('fact_language'), facts.language && languageName(locale, facts.language)],
    [t('fact_zone'), facts.timeZone],
    [t('fact_time'), dateTime(locale, parseTime(conversation.created_at))],
  ];
  return (
    <details class="facts" open={wide} key={String(wide)}>
      <summary>{t('facts')}</summary>
      <dl>
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

function languageName(locale: Locale, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
