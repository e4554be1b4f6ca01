import './nps.css';
import { SegmentedControl } from '../../shared/ui/choice.tsx';
import { chart } from '../../shared/ui/icons.ts';
import { EmptyState, Skeleton } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { succeed } from '../data/result.ts';
import { useLoad } from '../data/use-load.ts';
import { rangeStart, ranges, type TimeRange } from '../routing/range.ts';
import { navigate } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { FailureState } from '../view/failure.tsx';
import { yearOfMonths } from './chart.ts';
import { Comments } from './comments.tsx';
import { MonthsChart } from './months.tsx';
import { readMonths, readSummary } from './queries.ts';
import { Score } from './score.tsx';
import { nps } from './texts.ts';

/** The project's NPS: score, counts, months and what people wrote. */
export function NpsView({ range }: { range: TimeRange }) {
  const { backend, project } = useWorkplace();
  const t = useText(nps);
  const { load, retry } = useLoad(async () => {
    const now = Date.now();
    const since = rangeStart(range, now);
    const [summary, months] = await Promise.all([
      readSummary(backend.db, project.id, since),
      readMonths(backend.db, project.id, range === 'all' ? '2000-01-01' : yearOfMonths(now)),
    ]);
    if (!summary.ok) return summary;
    if (!months.ok) return months;
    return succeed({ since, summary: summary.value, months: months.value });
  }, [project.id, range]);

  return (
    <div class="page nps">
      <header class="page-head">
        <h1 tabIndex={-1}>{t('title')}</h1>
        <SegmentedControl
          label={t('range')}
          value={range}
          options={ranges.map((one) => ({ value: one, label: t(`range_${one}`) }))}
          onChange={(next) => navigate({ name: 'nps', range: next }, { replace: true })}
        />
      </header>
      {load.state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {load.state === 'failed' && <FailureState failure={load.failure} onRetry={retry} />}
      {load.state === 'ready' &&
        (load.value.summary.answers === 0 && load.value.months.length === 0 ? (
          <EmptyState icon={chart} title={t('empty_title')}>
            {t('empty')}
          </EmptyState>
        ) : (
          <>
            <Score summary={load.value.summary} range={range} />
            <MonthsChart months={load.value.months} all={range === 'all'} />
            <Comments since={load.value.since} />
          </>
        ))}
    </div>
  );
}
