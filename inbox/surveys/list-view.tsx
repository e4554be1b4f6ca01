import './list.css';
import { Icon } from '../../shared/ui/icon.tsx';
import { plus } from '../../shared/ui/icons.ts';
import { Badge, Skeleton } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { useLoad } from '../data/use-load.ts';
import { Link } from '../routing/link.tsx';
import { rangeStart } from '../routing/range.ts';
import { usePreferences } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import { FailureState } from '../view/failure.tsx';
import { useNow } from '../view/use-now.ts';
import { rateOf, scoreText } from './figures.ts';
import { readSurveys, type SurveyRow } from './queries.ts';
import { RowActions } from './row-actions.tsx';
import { stateOf, toneOf } from './state.ts';
import { Templates } from './templates-list.tsx';
import { surveys } from './texts.ts';

/** The project's surveys: what they do, whom they reached, what came of it. */
export function SurveyList() {
  const { backend, project, may } = useWorkplace();
  const t = useText(surveys);
  const { load, retry, refresh } = useLoad(
    () => readSurveys(backend.db, project.id, rangeStart('90d', Date.now()) ?? ''),
    [project.id],
  );
  const some = load.state === 'ready' && load.value.rows.length > 0;
  return (
    <div class="page surveys-page">
      <header class="page-head">
        <h1 tabIndex={-1}>{t('title')}</h1>
        {may.file && some && (
          <Link class="hb-button hb-primary" to={{ name: 'new-survey', template: null }}>
            <Icon path={plus} /> {t('new')}
          </Link>
        )}
      </header>
      {!may.file && <p class="read-only">{t('read_only')}</p>}
      {load.state === 'loading' && <Skeleton lines={6} label={t('loading')} />}
      {load.state === 'failed' && <FailureState failure={load.failure} onRetry={retry} />}
      {load.state === 'ready' &&
        (load.value.rows.length === 0 ? (
          <Templates empty />
        ) : (
          <>
            <SurveyTable rows={load.value.rows} onChanged={refresh} />
            <p class="muted">
              {t('last_90_days')} ·{' '}
              {load.value.restDays > 0 ? t('rest', { count: load.value.restDays }) : t('rest_none')}
            </p>
          </>
        ))}
    </div>
  );
}

function SurveyTable({ rows, onChanged }: { rows: readonly SurveyRow[]; onChanged: () => Promise<void> }) {
  const { may } = useWorkplace();
  const t = useText(surveys);
  const { locale } = usePreferences();
  const now = useNow();
  const number = new Intl.NumberFormat(locale);
  return (
    <div class="table-frame">
      <table class="table surveys">
        <caption class="hb-sr">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column_name')}</th>
            <th scope="col">{t('column_state')}</th>
            <th scope="col" class="figure">
              {t('column_shown')}
            </th>
            <th scope="col" class="figure">
              {t('column_answered')}
            </th>
            <th scope="col" class="figure">
              {t('column_rate')}
            </th>
            <th scope="col" class="figure">
              {t('column_score')}
            </th>
            {may.file && (
              <td>
                <span class="hb-sr">{t('column_actions')}</span>
              </td>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { shown, answered, score } = row.figures;
            const state = stateOf(row, shown, now);
            return (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={{ name: 'survey-results', id: row.id, range: '90d' }}>{row.name}</Link>
                  <span class="muted">{t(`kind_${row.kind}`)}</span>
                </th>
                <td>
                  <Badge dot tone={toneOf[state]}>
                    {t(`state_${state}`)}
                  </Badge>
                </td>
                <td class="figure" data-label={t('column_shown')}>
                  {number.format(shown)}
                </td>
                <td class="figure" data-label={t('column_answered')}>
                  {number.format(answered)}
                </td>
                <td class="figure" data-label={t('column_rate')}>
                  {rateOf(locale, answered, shown)}
                </td>
                <td class="figure" data-label={t('column_score')}>
                  {scoreText(t, locale, row.kind, score)}
                </td>
                {may.file && (
                  <td class="surveys-actions">
                    <RowActions row={row} onChanged={onChanged} />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
