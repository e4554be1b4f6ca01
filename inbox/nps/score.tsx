import type { TimeRange } from '../routing/range.ts';
import { usePreferences } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import type { Group, Summary } from './queries.ts';
import { signed } from './signed.ts';
import { nps } from './texts.ts';

export const groups: readonly Group[] = ['promoters', 'passives', 'detractors'];

/** The score and how it comes about. */
export function Score({ summary, range }: { summary: Summary; range: TimeRange }) {
  const t = useText(nps);
  const { locale } = usePreferences();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const share = (group: Group) => (summary.answers ? summary[group] / summary.answers : 0);
  return (
    <section class="card score" aria-labelledby="score-title">
      <div class="score-figure">
        <h2 id="score-title">{t('score')}</h2>
        <p class="score-number">{summary.nps === null ? '–' : signed(locale, summary.nps)}</p>
        <p class="muted">
          {t('answers', { count: summary.answers })} · {t(`range_${range}`)}
        </p>
      </div>
      <div class="score-parts">
        <div class="score-bar" aria-hidden="true">
          {groups.map((group) => (
            <span key={group} class={`score-${group}`} style={{ flexGrow: summary[group] }} />
          ))}
        </div>
        <dl>
          {groups.map((group) => (
            <div key={group} class={`score-${group}`}>
              <dt>
                {t(group)} <span class="muted">{t(`${group}_range`)}</span>
              </dt>
              <dd>
                {summary[group]} <span class="muted">{percent.format(share(group))}</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
