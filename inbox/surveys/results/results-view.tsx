import './results.css';
import { SegmentedControl } from '../../../shared/ui/choice.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { chart, pencil } from '../../../shared/ui/icons.ts';
import { EmptyState, Skeleton } from '../../../shared/ui/status.tsx';
import { useHome } from '../../app/use-home.ts';
import { useWorkplace } from '../../app/workplace.ts';
import { succeed } from '../../data/result.ts';
import { useLoad } from '../../data/use-load.ts';
import { BackLink } from '../../routing/back-link.tsx';
import { Link } from '../../routing/link.tsx';
import { rangeStart, ranges, type TimeRange } from '../../routing/range.ts';
import { navigate } from '../../routing/router.ts';
import { useText } from '../../settings/text.ts';
import { FailureState } from '../../view/failure.tsx';
import { readSurvey } from '../queries.ts';
import { surveys } from '../texts.ts';
import { ExportButton } from './export-button.tsx';
import { FigureRow } from './figure-row.tsx';
import { Months } from './months.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { readResults } from './queries.ts';
import { TextsCard } from './texts-card.tsx';

/** What came of one survey: figures, every question, what people wrote, months. */
export function SurveyResults({ id, range }: { id: string; range: TimeRange }) {
  const { backend, projects } = useWorkplace();
  const t = useText(surveys);
  const all = projects.map((one) => one.id);
  const { load, retry } = useLoad(async () => {
    const since = rangeStart(range, Date.now());
    const survey = await readSurvey(backend.db, all, id);
    if (!survey.ok) return survey;
    const results = await readResults(backend.db, survey.value.projectId, id, since);
    return results.ok ? succeed({ survey: survey.value, since, ...results.value }) : results;
  }, [id, range]);
  const found = load.state === 'ready' ? load.value : null;
  useHome(found?.survey.projectId);

  return (
    <div class="page survey-results">
      <header class="page-head">
        <BackLink to={{ name: 'surveys' }} label={t('back_to_list')} />
        <h1 tabIndex={-1}>{found ? found.survey.name : t('results')}</h1>
        {found && (
          <div class="results-actions">
            <Link class="hb-button hb-secondary" to={{ name: 'survey', id }}>
              <Icon path={pencil} /> {t('edit')}
            </Link>
            {found.figures.shown > 0 && <ExportButton survey={found.survey} since={found.since} />}
          </div>
        )}
        <SegmentedControl
          label={t('range')}
          value={range}
          options={ranges.map((one) => ({ value: one, label: t(`range_${one}`) }))}
          onChange={(next) => navigate({ name: 'survey-results', id, range: next }, { replace: true })}
        />
      </header>
      {load.state === 'loading' && <Skeleton lines={8} label={t('loading_survey')} />}
      {load.state === 'failed' && <FailureState failure={load.failure} onRetry={retry} />}
      {found &&
        (found.figures.shown === 0 ? (
          <EmptyState icon={chart} title={t('no_answers_title')}>
            {t('no_answers')}
          </EmptyState>
        ) : (
          <>
            <FigureRow kind={found.survey.kind} figures={found.figures} />
            {found.survey.questions.map((question) => {
              const outcome = found.outcomes.find((one) => one.question === question.id);
              if (!outcome) return null;
              return question.kind === 'text' ? (
                <TextsCard key={question.id} survey={found.survey} question={question} since={found.since} />
              ) : (
                <OutcomeCard key={question.id} question={question} outcome={outcome} />
              );
            })}
            <Months kind={found.survey.kind} months={found.months} />
          </>
        ))}
    </div>
  );
}
