import './project.css';
import { useCallback, useState } from 'preact/hooks';
import { Skeleton } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { useLoad } from '../data/use-load.ts';
import { useText } from '../settings/text.ts';
import { FailureState } from '../view/failure.tsx';
import { LeaveDialog } from '../view/leave-dialog.tsx';
import { Hours } from './hours/hours-section.tsx';
import { Install } from './install/install.tsx';
import { Origins } from './origins/origins-section.tsx';
import { readSettings, type Settings, saveSettings } from './queries.ts';
import { Rest } from './rest.tsx';
import { Secret } from './secret.tsx';
import { UnsavedContext } from './section.tsx';
import { texts } from './texts.ts';

/** What is set for the project: how it gets into a product, who may use it, when the team answers. */
export function ProjectSettings() {
  const { backend, project, may } = useWorkplace();
  const t = useText(texts);
  const { load, retry, change } = useLoad(() => readSettings(backend.db, project.id), [project.id]);
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const tell = useCallback((section: string, is: boolean) => {
    setUnsaved((held) => {
      const others = [...held].filter((one) => one !== section);
      return new Set(is ? [...others, section] : others);
    });
  }, []);
  const save = async (part: Partial<Settings>) => {
    const result = await saveSettings(backend.db, project.id, part);
    if (result.ok) change((held) => ({ ...held, ...part }));
    return result;
  };

  return (
    <div class="page project-settings">
      <header class="page-head">
        <h1 tabIndex={-1}>{t('title')}</h1>
      </header>
      {!may.run && <p class="read-only">{t('read_only')}</p>}
      {load.state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {load.state === 'failed' && <FailureState failure={load.failure} onRetry={retry} />}
      {load.state === 'ready' && (
        <UnsavedContext.Provider value={tell}>
          <Install projectKey={load.value.key} />
          <Origins origins={load.value.origins} mayEdit={may.run} save={(origins) => save({ origins })} />
          <Hours hours={load.value.hours} mayEdit={may.run} save={(hours) => save({ hours })} />
          <Rest days={load.value.restDays} mayEdit={may.run} save={(restDays) => save({ restDays })} />
          <Secret />
          <LeaveDialog unsaved={unsaved.size > 0} text={t('leave_text')} />
        </UnsavedContext.Provider>
      )}
    </div>
  );
}
