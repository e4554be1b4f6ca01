import type { SurveyKind } from '../../../shared/domain/nouns.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { rateOf, scoreText } from '../figures.ts';
import { surveys } from '../texts.ts';
import type { Month } from './queries.ts';

/** The figures month by month, newest first. */
export function Months({ kind, months }: { kind: SurveyKind; months: readonly Month[] }) {
  const t = useText(surveys);
  const { locale } = usePreferences();
  const number = new Intl.NumberFormat(locale);
  const name = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <section class="card outcome" aria-labelledby="survey-months">
      <h2 id="survey-months">{t('months')}</h2>
      <div class="table-frame">
        <table class="table months-figures">
          <caption class="hb-sr">{t('months')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              <th scope="col" class="figure">
                {t('shown')}
              </th>
              <th scope="col" class="figure">
                {t('answered')}
              </th>
              <th scope="col" class="figure">
                {t('rate')}
              </th>
              {kind !== 'custom' && (
                <th scope="col" class="figure">
                  {t(`kind_${kind}`)}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {[...months].reverse().map((month) => (
              <tr key={month.month}>
                <th scope="row">{name.format(new Date(`${month.month.slice(0, 10)}T00:00:00Z`))}</th>
                <td class="figure">{number.format(month.shown)}</td>
                <td class="figure">{number.format(month.answered)}</td>
                <td class="figure">{rateOf(locale, month.answered, month.shown)}</td>
                {kind !== 'custom' && <td class="figure">{scoreText(t, locale, kind, month.score)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
