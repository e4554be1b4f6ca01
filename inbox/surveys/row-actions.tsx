import { useState } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import { chart, copy, more, pause, pencil, play, trash } from '../../shared/ui/icons.ts';
import { Menu } from '../../shared/ui/menu.tsx';
import { useWorkplace } from '../app/workplace.ts';
import type { Failure } from '../data/result.ts';
import { navigate } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { notices } from '../view/notices.ts';
import { newId } from './definition/draft.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { addSurvey, readSurvey, type SaveFailure, type SurveyRow, setActive } from './queries.ts';
import { surveys } from './texts.ts';

/** What can be done with a survey from the list. Only for whoever may change it. */
export function RowActions({ row, onChanged }: { row: SurveyRow; onChanged: () => Promise<void> }) {
  const { backend, project } = useWorkplace();
  const t = useText(surveys);
  const say = useText(shell);
  const [deleting, setDeleting] = useState(false);

  const complain = (failure: Failure | SaveFailure) => {
    const known = failure === 'slug' || failure === 'answered' ? 'conflict' : failure;
    notices.show({ text: say(`failure_${known}`), tone: 'danger' });
  };
  const start = async (active: boolean) => {
    const result = await setActive(backend.db, project.id, row.id, active);
    if (!result.ok) return complain(result.failure);
    notices.show({
      text: t(active ? 'notice_started' : 'notice_paused'),
      action: { label: t('undo'), run: () => void undo(!active) },
    });
    await onChanged();
  };
  const undo = async (active: boolean) => {
    const result = await setActive(backend.db, project.id, row.id, active);
    if (!result.ok) return complain(result.failure);
    await onChanged();
  };
  const duplicate = async () => {
    const read = await readSurvey(backend.db, [project.id], row.id);
    if (!read.ok) return complain(read.failure);
    const { value } = read;
    const name = t('copy_of', { name: value.name }).slice(0, 100);
    // Taken already where it was duplicated before: then the next number is tried.
    const taken = [value.slug];
    for (let tries = 0; tries < 5; tries++) {
      const slug = newId(value.slug, taken);
      const added = await addSurvey(backend.db, project.id, { ...value, name, slug }, false);
      if (added.ok) {
        notices.show({ text: t('notice_duplicated') });
        return navigate({ name: 'survey', id: added.value });
      }
      if (added.failure !== 'slug') return complain(added.failure);
      taken.push(slug);
    }
    complain('slug');
  };

  return (
    <>
      <Menu
        label={t('actions', { name: row.name })}
        items={[
          { label: t('edit'), icon: pencil, run: () => navigate({ name: 'survey', id: row.id }) },
          {
            label: t('results'),
            icon: chart,
            run: () => navigate({ name: 'survey-results', id: row.id, range: '90d' }),
          },
          row.active
            ? { label: t('pause'), icon: pause, run: () => void start(false) }
            : { label: t('activate'), icon: play, run: () => void start(true) },
          { label: t('duplicate'), icon: copy, run: () => void duplicate() },
          { label: t('delete'), icon: trash, danger: true, run: () => setDeleting(true) },
        ]}
      >
        <Icon path={more} />
      </Menu>
      {deleting && (
        <DeleteDialog
          survey={{ id: row.id, name: row.name, projectId: project.id }}
          onClose={() => setDeleting(false)}
          onDeleted={() => void onChanged()}
        />
      )}
    </>
  );
}
