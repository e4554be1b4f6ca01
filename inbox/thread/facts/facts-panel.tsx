import './facts.css';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Locale } from '../../../shared/domain/nouns.ts';
import { dateTime, parseTime } from '../../../shared/i18n/time.ts';
import { Badge } from '../../../shared/ui/status.tsx';
import { conversations } from '../../conversations/texts.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { ExternalLink } from '../../view/links/external-link.tsx';
import { useMedia } from '../../view/use-media.ts';
import type { Conversation } from '../queries.ts';
import { browserInWords } from './browser.ts';
import { readFacts, readValues } from './facts.ts';
import { LogDialog } from './logs/log-dialog.tsx';
import { LogPart } from './logs/log-part.tsx';
import { timeline } from './logs/timeline.ts';

type Row = [name: string, value: ComponentChildren];

/** Who wrote and from where: beside the messages where there is room, folded above them elsewhere. */
export function FactsPanel({ conversation }: { conversation: Conversation }) {
  const t = useText(conversations);
  const { locale } = usePreferences();
  const wide = useMedia('(min-width: 1280px)');
  const { visitors: visitor, context } = conversation;
  const facts = useMemo(() => readFacts(context), [context]);
  const traits = readValues(visitor?.traits);
  const browser = facts.userAgent && (browserInWords(facts.userAgent) || facts.userAgent);
  const sentAt = parseTime(conversation.created_at);
  const entries = useMemo(() => (facts.logs ? timeline(facts.logs, sentAt) : []), [facts, sentAt]);
  // Outside of what folds, so that a window that gets narrower does not close it.
  const [whole, setWhole] = useState(false);
  const inWords = (value: string | number | boolean) =>
    typeof value === 'boolean' ? t(value ? 'yes' : 'no') : `${value}`;
  const given = (values: Record<string, string | number | boolean>): Row[] =>
    Object.entries(values).map(([name, value]) => [name, <bdi key="v">{inWords(value)}</bdi>]);

  const who: Row[] = [
    [t('fact_visitor'), <bdi key="v">{visitor?.name ?? t('anonymous')}</bdi>],
    [t('fact_user_id'), visitor?.user_id && <bdi dir="ltr">{visitor.user_id}</bdi>],
    [t('fact_email'), visitor?.email && <a href={`mailto:${visitor.email}`}>{visitor.email}</a>],
    [
      t('fact_devices'),
      visitor?.user_id && t('devices', { count: Math.max(1, visitor.visitor_tokens.length) }),
    ],
  ];
  const where: Row[] = [
    [
      t('fact_page'),
      facts.pageUrl && <ExternalLink href={facts.pageUrl} title={facts.pageTitle} newTab={t('new_tab')} />,
    ],
    [t('fact_referrer'), facts.referrer && <bdi dir="ltr">{facts.referrer}</bdi>],
    [t('fact_browser'), browser && <span title={facts.userAgent}>{browser}</span>],
    [t('fact_viewport'), facts.viewportWidth && `${facts.viewportWidth} × ${facts.viewportHeight} px`],
    [t('fact_ratio'), facts.devicePixelRatio && `${facts.devicePixelRatio}×`],
    [t('fact_language'), facts.language && languageName(locale, facts.language)],
    [t('fact_zone'), facts.timeZone],
    [t('fact_time'), dateTime(locale, sentAt)],
  ];

  return (
    <>
      <details class="facts" open={wide} key={String(wide)}>
        <summary>{t('facts')}</summary>
        <div class="facts-body">
          <section class="facts-part" aria-label={t('fact_visitor')}>
            <Badge tone={visitor?.user_id ? 'success' : 'neutral'}>
              {t(visitor?.user_id ? 'verified' : 'unverified')}
            </Badge>
            <Rows rows={[...who, ...given(traits)]} />
          </section>
          <section class="facts-part" aria-labelledby="facts-where">
            <h3 id="facts-where">{t('facts_where')}</h3>
            <Rows rows={where} />
          </section>
          {facts.custom && (
            <section class="facts-part" aria-labelledby="facts-custom">
              <h3 id="facts-custom">{t('facts_custom')}</h3>
              <Rows rows={given(facts.custom)} />
            </section>
          )}
          {facts.logs && <LogPart logs={facts.logs} entries={entries} onOpen={() => setWhole(true)} />}
        </div>
      </details>
      {whole && facts.logs && (
        <LogDialog logs={facts.logs} entries={entries} onClose={() => setWhole(false)} />
      )}
    </>
  );
}

/** Names and values; what has no value is left out. */
function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <dl>
      {rows
        .filter(([, value]) => value)
        .map(([name, value], place) => (
          <div key={place}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function languageName(locale: Locale, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
