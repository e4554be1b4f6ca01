import type { Question } from '../../../shared/domain/survey.ts';
import { languageOf, textIn } from '../../../shared/survey/answers.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { pointsOf } from '../definition/points.ts';
import { surveys } from '../texts.ts';
import type { Outcome } from './queries.ts';

/** How often each answer to a question was given, as bars with their figures. */
export function OutcomeCard({ question, outcome }: { question: Question; outcome: Outcome }) {
  const t = useText(surveys);
  const { locale } = usePreferences();
  const points = pointsOf(question);
  const known =
    points?.map((point) => ({ id: point, name: point })) ??
    (question.options ?? []).map((option) => ({ id: option.id, name: textIn(option.label, locale) }));
  const gone = [...outcome.counts.keys()]
    .filter((id) => !known.some((one) => one.id === id))
    .map((id) => ({ id, name: t('option_gone', { id }) }));
  const rows = [...known, ...gone].map((row) => ({ ...row, count: outcome.counts.get(row.id) ?? 0 }));
  const most = Math.max(1, ...rows.map((row) => row.count));
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return (
    <section class="card outcome" aria-labelledby={`outcome-${question.id}`}>
      <header class="card-head">
        <h2 id={`outcome-${question.id}`} lang={languageOf(question.title, locale)}>
          {textIn(question.title, locale)}
        </h2>
        <p class="muted">
          {t('answers', { count: outcome.answers })}
          {outcome.mean !== null && ` · ${t('mean', { mean: decimal.format(outcome.mean) })}`}
        </p>
      </header>
      <dl class={points ? 'bars bars-scale' : 'bars'}>
        {rows.map((row) => (
          <div key={row.id}>
            <dt>{row.name}</dt>
            <dd>
              <span class="bar" aria-hidden="true">
                <span style={{ inlineSize: `${(100 * row.count) / most}%` }} />
              </span>
              <span class="bar-figure">
                {t('share', {
                  count: row.count,
                  percent: percent.format(outcome.answers ? row.count / outcome.answers : 0),
                })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
