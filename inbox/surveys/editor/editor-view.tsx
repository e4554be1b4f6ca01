import './editor.css';
import { Icon } from '../../../shared/ui/icon.tsx';
import { arrowLeft, lock } from '../../../shared/ui/icons.ts';
import { EmptyState, Skeleton } from '../../../shared/ui/status.tsx';
import { useHome } from '../../app/use-home.ts';
import { useWorkplace } from '../../app/workplace.ts';
import { useLoad } from '../../data/use-load.ts';
import { Link } from '../../routing/link.tsx';
import type { Route } from '../../routing/route.ts';
import { useText } from '../../settings/text.ts';
import { FailureState } from '../../view/failure.tsx';
import type { Draft } from '../definition/draft.ts';
import { templateNames, templates } from '../definition/templates.ts';
import { readSurvey } from '../queries.ts';
import { Templates } from '../templates-list.tsx';
import { surveys } from '../texts.ts';
import { SurveyForm } from './survey-form.tsx';

type EditorRoute = Extract<Route, { name: 'survey' | 'new-survey' }>;

/** One survey: an existing one, a new one from a template, or the choice of a template. */
export function SurveyEditor({ route }: { route: EditorRoute }) {
  return route.name === 'survey' ? <Existing id={route.id} /> : <New template={route.template} />;
}

function Existing({ id }: { id: string }) {
  const { backend, projects } = useWorkplace();
  const t = useText(surveys);
  const all = projects.map((one) => one.id);
  const { load, retry } = useLoad(() => readSurvey(backend.db, all, id), [id]);
  useHome(load.state === 'ready' ? load.value.projectId : undefined);
  if (load.state === 'loading')
    return (
      <div class="page">
        <Skeleton lines={8} label={t('loading_survey')} />
      </div>
    );
  if (load.state === 'failed') return <FailureState failure={load.failure} onRetry={retry} />;
  return <SurveyForm survey={load.value} draft={load.value} />;
}

function New({ template }: { template: string | null }) {
  const { may } = useWorkplace();
  const t = useText(surveys);
  const name = templateNames.find((one) => one === template);
  if (may.file && name) {
    const draft: Draft = { ...templates[name], name: name === 'empty' ? '' : t(`template_${name}`) };
    return <SurveyForm survey={null} draft={draft} />;
  }
  const back = (
    <Link class="hb-button hb-secondary" to={{ name: 'surveys' }}>
      <Icon path={arrowLeft} /> {t('back_to_list')}
    </Link>
  );
  return (
    <div class="page">
      <header class="page-head">
        <h1 tabIndex={-1}>{t('new_title')}</h1>
        {may.file && back}
      </header>
      {may.file ? (
        <Templates />
      ) : (
        <EmptyState icon={lock} title={t('new_title')} action={back}>
          {t('read_only')}
        </EmptyState>
      )}
    </div>
  );
}
