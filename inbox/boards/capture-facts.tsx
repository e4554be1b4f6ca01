import { dateTime, parseTime } from '../../shared/i18n/time.ts';
import { useWorkplace } from '../app/workplace.ts';
import { usePreferences } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import { ExternalLink } from '../view/links/external-link.tsx';
import { isWebAddress } from '../view/links/web-address.ts';
import type { Capture } from './queries.ts';
import { boards } from './texts.ts';

/** What was noted with a capture, and where it comes from. */
export function CaptureFacts({ capture }: { capture: Capture }) {
  const { names } = useWorkplace();
  const { locale } = usePreferences();
  const t = useText(boards);
  const { competitors: competitor, source_url: source, created_by: by } = capture;
  return (
    <>
      {capture.note && <p class="capture-note">{capture.note}</p>}
      <dl class="capture-facts">
        <div>
          <dt>{t('competitor')}</dt>
          <dd>{competitor ? `${competitor.name} (${competitor.domain})` : t('no_competitor')}</dd>
        </div>
        <div>
          <dt>{t('source')}</dt>
          <dd>
            {source === null ? (
              t('from_file')
            ) : isWebAddress(source) ? (
              <ExternalLink href={source} title={capture.page_title} newTab={t('new_tab')} />
            ) : (
              source
            )}
          </dd>
        </div>
        <div>
          <dt>{t('time')}</dt>
          <dd>{dateTime(locale, parseTime(capture.captured_at))}</dd>
        </div>
        <div>
          <dt>{t('who')}</dt>
          <dd>{(by && names.get(by)) ?? t('former_member')}</dd>
        </div>
      </dl>
    </>
  );
}
