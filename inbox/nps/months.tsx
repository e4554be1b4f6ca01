import { usePreferences } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import { useMedia } from '../view/use-media.ts';
import { linePath, type Month, place, scoreY } from './chart.ts';
import { signed } from './signed.ts';
import { nps } from './texts.ts';

const height = 180;

/** The score month by month as a line, and the same as a table. */
export function MonthsChart({ months, all }: { months: readonly Month[]; all: boolean }) {
  const t = useText(nps);
  const { locale } = usePreferences();
  // A unit is about a CSS px of the card, so that text has its size on a phone too.
  const width = useMedia('(max-width: 640px)') ? 250 : 720;
  const points = place(months, width, height);
  // The name of a month needs some 60 units, a score 34: of many months some are named, and none has its score.
  const every = Math.ceil((points.length * 60) / width);
  const valued = points.length * 34 <= width;
  const name = (month: string, long = false) =>
    new Intl.DateTimeFormat(locale, {
      month: long ? 'long' : 'short',
      year: long || month.slice(5, 7) === '01' ? 'numeric' : undefined,
      timeZone: 'UTC',
    }).format(new Date(`${month.slice(0, 10)}T00:00:00Z`));
  return (
    <section class="card months" aria-labelledby="months-title">
      <h2 id="months-title">{t(all ? 'months_all' : 'months_year')}</h2>
      {points.length === 0 ? (
        <p class="muted">{t('no_months')}</p>
      ) : (
        <>
          <svg viewBox={`-40 -14 ${width + 52} ${height + 48}`} role="img" aria-label={t('chart_label')}>
            {[100, 50, 0, -50, -100].map((score) => (
              <g key={score} class={score === 0 ? 'axis axis-zero' : 'axis'}>
                <line x1={0} x2={width} y1={scoreY(score, height)} y2={scoreY(score, height)} />
                <text x={-10} y={scoreY(score, height) + 4} text-anchor="end">
                  {signed(locale, score)}
                </text>
              </g>
            ))}
            <path class="line" d={linePath(points)} />
            {points.map((point, index) => (
              <g key={point.month}>
                {point.value && (
                  <>
                    <circle class="dot" cx={point.x} cy={point.y} r={4} />
                    {valued && (
                      <text class="value" x={point.x} y={point.y - 10} text-anchor="middle">
                        {signed(locale, point.value.nps)}
                      </text>
                    )}
                  </>
                )}
                {index % every === 0 && (
                  <text class="label" x={point.x} y={height + 24} text-anchor="middle">
                    {name(point.month)}
                  </text>
                )}
              </g>
            ))}
          </svg>
          <details class="months-table">
            <summary>{t('as_table')}</summary>
            <div class="table-frame">
              <table class="table">
                <caption class="hb-sr">{t(all ? 'months_all' : 'months_year')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('month')}</th>
                    <th scope="col" class="figure">
                      {t('nps')}
                    </th>
                    <th scope="col" class="figure">
                      {t('promoters')}
                    </th>
                    <th scope="col" class="figure">
                      {t('passives')}
                    </th>
                    <th scope="col" class="figure">
                      {t('detractors')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {months.map((month) => (
                    <tr key={month.month}>
                      <th scope="row">{name(month.month, true)}</th>
                      <td class="figure">{signed(locale, month.nps)}</td>
                      <td class="figure">{month.promoters}</td>
                      <td class="figure">{month.passives}</td>
                      <td class="figure">{month.detractors}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </section>
  );
}
