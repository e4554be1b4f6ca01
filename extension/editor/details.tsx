import { useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/domain/limits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Select, TextArea, TextField } from '../../shared/ui/field.tsx';
import { Skeleton } from '../../shared/ui/status.tsx';
import type { CapturedPage, DraftForm } from '../drafts/draft.ts';
import { useFrame } from '../views/app-frame.tsx';
import { Notice } from '../views/notice.tsx';
import type { KnownStatus } from '../views/use-status.ts';
import { ChooseBoard, ChooseCompetitor } from './choices.tsx';
import { chooseProject, type FilledForm, type FormField, fillIn, problems, problemTexts } from './form.ts';
import { useCatalogue, useHabits } from './use-catalogue.ts';

/** Title, note, project, competitor and board of a capture. */
export function Details(props: {
  form: DraftForm;
  onForm: (form: DraftForm) => void;
  page: CapturedPage;
  known: KnownStatus;
  busy: boolean;
  onSave: (form: FilledForm) => void;
}) {
  const { form, onForm, page, known, busy, onSave } = props;
  const { t } = useFrame();
  const habits = useHabits();
  const [tried, setTried] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const member = known.status?.member ?? null;
  const open = member?.projects.filter((project) => project.mayFile) ?? [];
  const project = habits && chooseProject(form, open, habits);
  const lists = useCatalogue(project?.id ?? null);
  const filled =
    project && habits && lists.kind === 'known' ? fillIn(form, page, project, lists.catalogue, habits) : null;
  const wrong = tried && filled ? problems(filled) : [];
  const error = (field: FormField) => (wrong.includes(field) ? t(problemTexts[field]) : undefined);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!filled || busy) return;
    setTried(true);
    const [first] = problems(filled);
    if (first) element.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    else onSave(filled);
  };

  return (
    <form ref={element} class="editor-form" onSubmit={onSubmit} noValidate>
      <TextField
        label={t('titleLabel')}
        name="title"
        value={form.title}
        maxLength={limits.titleLength}
        onValue={(title) => onForm({ ...form, title })}
        error={error('title')}
        required
      />
      <TextArea
        label={t('noteLabel')}
        placeholder={t('noteHint')}
        value={form.note}
        maxLength={limits.messageLength}
        onValue={(note) => onForm({ ...form, note })}
      />
      {known.status && !member && <Notice tone="warning">{t('notSignedInEditor')}</Notice>}
      {member && open.length === 0 && (
        <Notice tone="warning" title={t('mayNotFileTitle')}>
          {t('mayNotFile')}
        </Notice>
      )}
      {open.length > 1 && project && (
        <Select
          label={t('projectLabel')}
          value={project.id}
          onValue={(projectId) => onForm({ title: form.title, note: form.note, projectId })}
          options={open.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {project && lists.kind === 'loading' && <Skeleton label={t('loading')} />}
      {lists.kind === 'failed' && (
        <div class="editor-failed">
          <Notice tone="danger">{t('catalogueFailed', { reason: t(`error.${lists.error}`) })}</Notice>
          <Button onClick={lists.retry}>{t('tryAgain')}</Button>
        </div>
      )}
      {filled && lists.kind === 'known' && (
        <>
          <ChooseCompetitor
            choice={filled.competitor}
            competitors={lists.catalogue.competitors}
            pageUrl={page.url}
            error={error}
            onChoice={(competitor) => onForm({ ...form, competitor })}
          />
          <ChooseBoard
            choice={filled.board}
            boards={lists.catalogue.boards}
            error={error}
            onChoice={(board) => onForm({ ...form, board })}
          />
        </>
      )}
      <div class="editor-save">
        <Button type="submit" variant="primary" busy={busy} disabled={!filled}>
          {busy ? t('saving') : t('save')}
        </Button>
        <p class="hb-hint">{t('keptAutomatically')}</p>
      </div>
    </form>
  );
}
